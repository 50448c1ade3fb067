import type { NoticeWords } from "../notice-words";

export const notice: NoticeWords = {
  sheet: "核实单",
  title: "进展情况统计表核实单",
  about: "{school}　{period}　共 {count} 条",
  how: "请逐条核对。须改正的，改好统计表后重新封签报送；数据无误的，在最右一列“答复”中写明原因。填好后把本文件原样发回，不要另存为其他格式，不要增删行列。",
  heads: ["序号", "审核级别", "编号", "工作表", "单元格", "专业（群）", "问题", "填报", "应为", "怎么办", "答复"],
  prompt: "写明原因；改正后重新报送的，写“已改正”。",
  tooLong: "答复不超过 {most} 字。",
  fileName: "核实单",
  reminderName: "催报",
  mail: {
    subject: "请核实：{school}{period}进展情况统计表",
    body: [
      "{school}：",
      "",
      "你校报送的{period}进展情况统计表有 {errors} 处必须改正，{queries} 处须核实或说明，详见附件“{file}”。",
      "",
      "请改正后重新封签报送；数据无误的，在附件的“答复”列写明原因，把附件发回。",
      "",
      "{office}",
    ],
  },
  missing: {
    subject: "催报：{school}{period}进展情况统计表",
    body: [
      "{school}：",
      "",
      "尚未收到你校{period}湖北省职业教育对接服务现代产业集群发展进展情况统计表（应于 {due} 前报送）。请尽快填报；已经报送的，请重发一次，并告知原发送时间。",
      "",
      "{office}",
    ],
  },
  refused: {
    subject: "请重新报送：{school}{period}进展情况统计表",
    body: [
      "{school}：",
      "",
      "你校报送的文件未能采用：",
      "{files}",
      "",
      "请按上述原因处理后，重新报送{period}统计表（应于 {due} 前报送）。",
      "",
      "{office}",
    ],
  },
  refusedFile: "· {file}：{why}",
  replied: "发回的核实单 {count} 份：对应到问题 {matched} 条，未对应 {unmatched} 条，未对应的列在“来件”表。",
  zip: {
    name: "核实单和催报",
    take: "核实单和催报（.zip）",
    hint: "每校一份核实单和邮件草稿，核对后再发送。",
    made: "核实单 {queries} 份，催报 {missing} 份，请重新报送 {refused} 份；其中 {unknown} 份没有收件地址，须自行填写。",
    none: "没有需要核实或催报的学校。",
  },
};
