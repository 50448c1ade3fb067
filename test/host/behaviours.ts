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
    says: { "zh-CN": "重复保护工作表报“拒绝访问”", "en-US": "Protecting a protected sheet is AccessDenied" },
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
