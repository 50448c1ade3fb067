/** What the playground says. It is no part of the product, so its words stand here and not in src/locales. */
export type Language = "zh-CN" | "en-US";
export type Words = Readonly<Record<Language, string>>;

export const WORDS = {
  title: { "zh-CN": "集群统计 · 试用台", "en-US": "Cluster report · playground" },
  notExcel: { "zh-CN": "这不是 Excel", "en-US": "This is not Excel" },
  notExcelTip: {
    "zh-CN":
      "左边是开源表格控件 Univer，背后是测试用的内存 Excel；右边是原样的加载项和微软原版 office.js。与 Excel 的差别列在 test/host/README.md 和 test/playground/README.md。",
    "en-US":
      "At the left the open-source grid Univer over the in-memory Excel of the tests; at the right the add-in as it ships, with Microsoft's own office.js. What Excel does differently is listed in test/host/README.md and test/playground/README.md.",
  },
  gallery: { "zh-CN": "情境", "en-US": "Situations" },
  galleryTitle: { "zh-CN": "从哪里开始？", "en-US": "Where to start?" },
  gallerySays: {
    "zh-CN": "每个情境都是一份样例工作簿，全部内容在本机生成，随便改，换情境即恢复。",
    "en-US": "Each is a sample workbook made on this machine. Change what you like; choosing again starts afresh.",
  },
  open: { "zh-CN": "打开文件", "en-US": "Open a file" },
  save: { "zh-CN": "下载", "en-US": "Download" },
  trace: { "zh-CN": "往返记录", "en-US": "Round trips" },
  behaviours: { "zh-CN": "像真的 Excel", "en-US": "As real Excels" },
  behavioursSay: {
    "zh-CN": "真的 Excel 已知会这样，各有出处；勾选后立即生效",
    "en-US": "What real Excels are known to do, each with its source; works at once",
  },
  undo: { "zh-CN": "撤消", "en-US": "Undo" },
  redo: { "zh-CN": "恢复", "en-US": "Redo" },
  close: { "zh-CN": "关闭", "en-US": "Close" },
  pane: { "zh-CN": "集群统计", "en-US": "Cluster report" },
  paneFrame: { "zh-CN": "加载项的任务窗格", "en-US": "Task pane of the add-in" },
  sheet: { "zh-CN": "工作簿", "en-US": "Workbook" },
  atHand: { "zh-CN": "手边的文件", "en-US": "Files at hand" },
  give: { "zh-CN": "选入窗格", "en-US": "Choose in the pane" },
  giveNowhere: {
    "zh-CN": "窗格现在没有选择文件的地方；请先切换到相应的页签。",
    "en-US": "The pane asks for no file now; go to the tab that does.",
  },
  locked: {
    "zh-CN": "该单元格在受保护的工作表中，是锁定的，不能更改。可填写的单元格以外都已锁定。",
    "en-US": "The cell is locked on a protected sheet and cannot be changed. Only the cells to be filled in are open.",
  },
  unsupported: {
    "zh-CN": "试用台不支持插入、删除或移动行列，也不支持合并单元格。",
    "en-US": "The playground does not insert, delete or move rows and columns, nor merge cells.",
  },
  structure: { "zh-CN": "工作簿的结构受保护。", "en-US": "The structure of the workbook is protected." },
  excelSays: { "zh-CN": "Excel 会这样提示", "en-US": "As Excel would say" },
  invalid: {
    "zh-CN": "此值与此单元格定义的数据验证限制不匹配。",
    "en-US": "This value doesn't match the data validation restrictions defined for this cell.",
  },
  goOn: { "zh-CN": "是否继续？", "en-US": "Continue?" },
  yes: { "zh-CN": "是", "en-US": "Yes" },
  no: { "zh-CN": "否", "en-US": "No" },
  ok: { "zh-CN": "知道了", "en-US": "OK" },
  saved: { "zh-CN": "已保存（只在内存里）。要文件请单击“下载”。", "en-US": "Saved, in memory only. Choose Download for a file." },
  openedNew: { "zh-CN": "加载项打开了一个新工作簿。", "en-US": "The add-in opened a new workbook." },
  goThere: { "zh-CN": "转到它", "en-US": "Go to it" },
  refusedFile: { "zh-CN": "打不开：", "en-US": "Cannot be opened: " },
  noTrips: { "zh-CN": "还没有往返。", "en-US": "No round trips yet." },
  traceHead: {
    "zh-CN": "加载项与 Excel 之间的每次往返：请求、字节、用时",
    "en-US": "Each round trip between add-in and Excel: requests, bytes, time",
  },
  clear: { "zh-CN": "清空", "en-US": "Clear" },
  event: { "zh-CN": "事件", "en-US": "event" },
  loading: { "zh-CN": "正在启动…", "en-US": "Starting…" },
  noWorker: {
    "zh-CN": "浏览器没有启用 Service Worker，无法把 office.js 换成本机的文件。请按普通方式刷新本页（不要强制刷新）。",
    "en-US": "The service worker is not at work, so office.js cannot come from this machine. Reload the page the usual way, not forced.",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Say = (key: keyof typeof WORDS) => string;

export const sayIn =
  (language: Language): Say =>
  (key) =>
    WORDS[key][language];
