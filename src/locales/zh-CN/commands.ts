import type { CommandWords } from "../commands";
import { report } from "./report";

export const commands: CommandWords = {
  product: "产业集群统计表",
  disk: {
    missing: "文件不存在",
    folder: "这是文件夹",
    notFolder: "上级不是文件夹",
    noFolder: "文件夹不存在",
    notFile: "这不是普通文件",
    denied: "没有权限",
    readOnly: "位置是只读的",
    full: "磁盘空间不足",
    fileTooBig: "超过允许的文件大小",
    nameTooLong: "名称过长",
    loop: "链接指向自身",
    device: "存储设备读写出错",
    tooManyOpen: "同时打开的文件过多",
    busy: "正被其他程序占用",
    memory: "审核时占用内存过多",
    fell: "审核中断",
    other: "系统错误 {code}",
  },
  report,
  beside: {
    sheets: "还有 {count} 张工作表随文件一起报送：{names}。不应报送的，请先删除，再生成报送文件；也可以在新工作簿中填报。",
    hidden: "{name}（隐藏）",
    and: "、",
    summary:
      "工作簿中有审核人的汇总表，含有其他学校的数据，不能封签，也不能生成报送文件。只删去看得见的汇总表，隐藏的数据还在；请用没有插入过汇总表的统计表文件报送。",
  },
  mail: {
    subject: "{school}—{period}—{formName}（{form.seal} {code}）",
    body: [
      "{office}：",
      "",
      "现报送{school}{period}{formTitle}（{programmes}），见附件“{file}”。",
      "",
      "{form.seal}：{code}",
      "{form.seal}由附件中的数据算出，用于核对报送后数据是否完整、有无改动，不代表单位签章，也不能证明由谁填报。",
    ],
    contact: "联系方式",
    item: "{label}：{value}",
  },
  enclosedSuffix: "-来件",
};
