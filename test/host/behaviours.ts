/** A way in which real Excels are known to behave. The host does so where it is asked to, so that each can be looked at alone. */
export interface Behaviour {
  /** The document or the public issue that tells of it; bare numbers are issues of OfficeDev/office-js. */
  readonly source: string;
  /** For people who choose it in the playground. */
  readonly says: Readonly<Record<"zh-CN" | "en-US", string>>;
}

/** All switches, by id. What each assumes in detail is in README.md. */
export const BEHAVIOURS = {
  "pane-by-id-is-blank": {
    source: "Configure your Office Add-in to use a shared runtime; OfficeDev/Office-Add-in-samples#776; #6308",
    says: {
      "zh-CN": "共享运行时下，随文件按编号打开的窗格是空白的",
      "en-US": "With a shared runtime, a pane that opens with a file by its id stays blank",
    },
  },
  "inserts-quote-sheet-names": {
    source: "Sheet names in formulas come back quoted: #3583, #2809",
    says: {
      "zh-CN": "插入后，公式里的工作表名带上引号（'表1'!）",
      "en-US": "After an insert, names of sheets in formulas are quoted ('表1'!)",
    },
  },
  "dates-of-rules-are-iso": {
    source: "Excel.DateTimeDataValidation: formula1 is told as a text in ISO 8601",
    says: { "zh-CN": "日期校验的界限以 ISO 文本返回", "en-US": "The limits of date rules come back as ISO texts" },
  },
  "page-setup-is-refused": {
    source: "#1860",
    says: {
      "zh-CN": "不在页面布局视图时，打印设置整批失败",
      "en-US": "Outside the page layout view, setting up the page fails the whole batch",
    },
  },
  "rules-do-not-take": {
    source: "#873, #1804",
    says: { "zh-CN": "用接口设置的数据校验不生效", "en-US": "Validations that are set through the API do not take effect" },
  },
  "protecting-twice-is-denied": {
    source: "#6784",
    says: {
      "zh-CN": "重复保护、重复取消保护工作表报“拒绝访问”",
      "en-US": "Protecting a protected sheet and unprotecting an open one are AccessDenied",
    },
  },
  "picks-raise-no-change": {
    source: "#3888, #4066",
    says: {
      "zh-CN": "从公式下拉列表中选择，不触发更改事件，只触发计算事件",
      "en-US": "A choice from a list that a formula makes raises no change, only a calculation",
    },
  },
  "merged-areas-empty-undo": {
    source: "#5918",
    says: {
      "zh-CN": "读取合并区域会清空撤消记录",
      "en-US": "Asking for merged areas empties the undo stack",
    },
  },
  "settings-empty-undo": {
    source: "#3141",
    says: {
      "zh-CN": "保存文档设置会清空撤消记录",
      "en-US": "Saving document settings empties the undo stack",
    },
  },
  "downloads-do-nothing": {
    source: "#2700, #4681, #6468; tmustier/pi-for-excel PR 500",
    says: {
      "zh-CN": "Mac 版 Excel：窗格中的下载没有任何反应（重新选择情境后生效）",
      "en-US": "Excel for Mac: downloads from the pane do nothing at all (from the next situation on)",
    },
  },
  "ipad-hands-out-no-file": {
    source: "Office.FileType.Compressed: not available on iPad (Document.getFileAsync)",
    says: {
      "zh-CN": "iPad 版 Excel：不把文件交给加载项，也不能下载（重新选择情境后生效）",
      "en-US": "Excel on an iPad: hands out no file, and downloads nothing (from the next situation on)",
    },
  },
  "second-download-is-asked-about": {
    source: "MicrosoftEdge/WebView2Feedback#2998; Chromium, automatic downloads",
    says: {
      "zh-CN": "按一次按钮的第二个下载要另行询问，不会直接得到文件",
      "en-US": "A second download from one press is asked about first: no file comes of it",
    },
  },
  "file-comes-after-a-save": {
    source: "#5297, #98, #6747",
    says: {
      "zh-CN": "网页版：没有保存的工作簿，取文件失败",
      "en-US": "On the web: the file of a workbook with unsaved changes is not handed out",
    },
  },
  "autosave-is-on": {
    source: "Excel.Workbook.autoSave (ExcelApi 1.9); What is AutoSave?",
    says: { "zh-CN": "自动保存已开启：改动随即保存", "en-US": "AutoSave is on: what is changed is saved by itself" },
  },
  "new-workbooks-are-refused": {
    source: "Excel.createWorkbook: extension hardening; #3568",
    says: {
      "zh-CN": "安全策略不许加载项新建工作簿",
      "en-US": "A policy lets add-ins make no new workbooks",
    },
  },
  "undo-group-takes-no-reads": {
    source: "Undo capabilities with the Excel JavaScript API; #6711, #6255, #6491",
    says: {
      "zh-CN": "撤消分组中的读取使整批失败（UndoNotSupported）",
      "en-US": "A read inside an undo group fails the whole batch (UndoNotSupported)",
    },
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type BehaviourId = keyof typeof BEHAVIOURS;

export const BEHAVIOUR_IDS = Object.keys(BEHAVIOURS) as readonly BehaviourId[];
