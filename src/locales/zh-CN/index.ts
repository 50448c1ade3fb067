import { byForm, GENERAL_LABELS, withLabels } from "../labels";
import type { Locale } from "../locale";
import { commands } from "./commands";
import { form } from "./form";
import { notice } from "./notice";
import { page } from "./page";
import { pane } from "./pane";
import { rules } from "./rules";
import { summary } from "./summary";

/** `{form.school}` and the like are labels of the form that is spoken of. */
const words: Locale = {
  tag: "zh-CN",
  ofForm: (form) => zhCNOf(form),
  severity: { fatal: "阻断", error: "强制性审核", query: "核实性审核", advisory: "提示性审核" },
  severityBrief: { fatal: "阻断", error: "强制", query: "核实", advisory: "提示" },
  colon: "：",
  state: { open: "待处理", explained: "已说明", notChecked: "未审核" },
  reviewer: {
    title: "供审核人核实",
    note: "以下各项由审核人核实，不计入审核结论，学校不必处理。",
    earlier: {
      "not-issued": "{message}本校填报时表上没有对比数（上期内容）可对照，这里按审核人所给的往期文件核对。",
      "issued-otherwise": "{message}本校填报时表上的对比数（上期内容）与审核人所给的往期文件不同，这里按往期文件核对。",
    },
    cure: "请审核人对照往期文件核实；需要学校说明的，另行询问，不作为学校的差错。",
  },
  where: { indicator: " {code} 行", line: "{form.programme}行" },
  explanationFault: {
    missing: "尚未填写说明。",
    "too-short": "说明过短，请写明具体原因（不少于 {min} 个字）。",
    boilerplate: "说明没有写出原因，请写明数据为什么是这样。",
    repeated: "同一说明用在了 {rows} 行或更多行，请逐项写明原因。",
    lapsed: "数据已改动，原说明不再适用，请重新说明。",
  },
  notChecked: {
    message: "所依据的 {inputs} 个数据尚未填写或有误，本条审核关系未能审核。",
    cure: "请先改正有关数据，再重新审核。",
  },
  mustCorrect: "请核对有关内容，把填错的改正；这一项属强制性审核，写说明不能代替改正。",
  fix: { value: "将 {cell} 改为“{value}”", clear: "清空 {cell}", validation: "恢复 {cell} 的数据验证" },
  refusal: {
    "not-a-workbook":
      "这不是 Excel 工作簿（.xlsx），可能是 Word 文档、PDF、图片、网页，或改了扩展名的其他文件。请改用下发的统计表文件本身。",
    packed: "这是压缩包或邮件，不是统计表本身。请先解压，或将附件另存，再检查其中的统计表。",
    "empty-file": "文件是空的（0 字节），可能没有复制或下载完整。请重新复制或下载；是别人发来的，请对方重新发送。",
    opendocument: "这是 OpenDocument 表格（.ods）。请在原来的软件中打开，另存为“Excel 工作簿（.xlsx）”后再检查。",
    encrypted:
      "文件经过加密，无法读取。打开时要输密码的，请在 Excel 中打开，在“文件—信息—保护工作簿—用密码进行加密”里清空密码（WPS 在“文件—文档加密”里），保存后再检查。打开时不要密码的，是 Excel 自动加的密：请打开后在“审阅”里撤消工作簿保护，再用“文件—另存为”存成新的“Excel 工作簿（.xlsx）”。",
    "legacy-format": "这是旧格式文件（.xls、.et 或 .xlsb）。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再检查。",
    "macro-enabled": "文件中含有宏，不能接收。请另存为不含宏的 .xlsx 工作簿后再检查。",
    "too-large": "文件超出允许的大小，统计表不应有这么多内容。请从下发的统计表重新填报，不要粘贴图片或整张工作表。",
    damaged:
      "文件已损坏或不完整，没有读取其中任何数据。请用 Excel 或 WPS 打开原文件，另存为新文件后再检查；仍不行的，请重新领取统计表填报。",
    "not-this-form": "这个工作簿不是{formName}。请使用下发的统计表文件填报。",
    "newer-form":
      "这份统计表是第 {version} 版，审核所用的是第 {known} 版。请用第 {version} 版审核：更新本程序，或改用第 {version} 版的表式簿。",
    "older-form":
      "这份统计表是第 {version} 版，审核所用的是第 {known} 版。表没有被改动；请用第 {version} 版的表式审核，或者领取第 {known} 版的统计表填报。",
    "definition-damaged":
      "这份统计表所属的表式，本程序没有；文件自带的表式（隐藏工作表“_表式”）已丢失或不完整，无法审核。请向下发单位重新领取统计表；审核人请用 --form 给出它的表式簿。",
    "definition-book":
      "这是表式簿（统计表的定义），不是填报的统计表，不计入。要检查、下发的，请用网页的“表式”；命令行请用 form check 和 --form。",
    "other-form": "这是另一种统计表“{title}”，不是审核所用的，不能合在一起。请另行审核、汇总，或给出它的表式簿。",
    "newer-seal": "这份统计表的封签是第 {version} 版，本程序只认识到第 {known} 版。请更新本程序后再检查。",
    "no-identification": "统计表中的标识信息（隐藏工作表“_meta”）已丢失，无法确认是哪一份表。请重新领取统计表，把数据填入后再检查。",
    "structure-changed": "统计表的结构被改动：{where} 缺少或重复“{missing}”。请重新领取统计表，把数据填入后再检查。",
    "two-schools": "工作簿中有几所学校的统计表（{schools}），不能计入任何一所。请各校分别报送，一个工作簿只保留本校的封面和统计表。",
    "summary-changed":
      "汇总表中的数字不能采用：“明细”不完整；或者表太大，只能读取所附的数字记录，而“明细”后来改动过。请改用那一期的统计表文件。",
    unreadable: "文件无法读取：{detail}。请确认文件存在、有读取权限，且没有被其他程序占用。",
    "parcel-damaged": "压缩包或邮件已损坏、不完整，或用了少见的压缩方法，没有读取其中任何文件。请重新下载；仍不行的，请报送学校重新发送。",
    "parcel-too-large": "压缩包或邮件太大，或其中的文件太多。请先解压，或把附件另存，再将统计表放进一个文件夹汇总。",
    "parcel-entry-name":
      "压缩包中这个文件的名称不能用（含有上级目录、盘符或控制字符），没有读取。请先解压并改名，和来件放在一起再汇总，或请报送学校重新发送。",
    "parcel-encrypted": "压缩包设有密码，无法读取。请先用密码解压，再将其中的统计表放进一个文件夹汇总。",
    "parcel-nested": "压缩包或邮件套得太深，没有打开。请先将里层的文件取出，再放进一个文件夹汇总。",
    "archive-format": "这是 {format} 压缩包，本程序只能打开 .zip。请先解压，再将其中的统计表放进一个文件夹，或改用 .zip 压缩。",
    "archive-empty": "压缩包里没有文件。请核对是否选错，或请报送学校重新发送。",
    "outlook-message":
      "这是 Outlook 专用格式（.msg 或 winmail.dat），无法读取。请在 Outlook 中打开邮件，将附件另存到文件夹，或将邮件转存为 .eml。",
    "mail-empty": "邮件没有附件（超大附件可能只是下载链接）。请打开邮件核对，下载其中的统计表，或请报送学校重新发送。",
    "mail-cloud-only":
      "邮件没有附件，只有云附件（超大附件）的下载链接，本程序不上网下载。请在链接到期前打开邮件下载统计表，和来件放在一起再汇总；已到期的，请报送学校用普通附件重新发送。",
    "mail-encrypted": "邮件经过加密（S/MIME 或 PGP），本程序没有密钥，无法读取。请在收信的邮件程序中打开，将附件另存到文件夹再汇总。",
    "mail-signed": "邮件整封包在数字签名（S/MIME，smime.p7m）里，无法读取。请在邮件程序中打开，将附件另存到文件夹再汇总。",
  },
  rules,
  form,
  commands,
  pane,
  page,
  notice,
  summary,
};

export const zhCN: Locale = withLabels(words, GENERAL_LABELS);

/** Chinese that calls the fields of a form as the form does. */
export const zhCNOf: Locale["ofForm"] = byForm(words, zhCN);
