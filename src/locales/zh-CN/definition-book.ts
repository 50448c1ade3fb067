import type { DefinitionBookWords } from "../definition-book-words";

export const definitionBookWords: DefinitionBookWords = {
  mistakes: {
    "sheet-missing": { message: "缺少工作表“{sheet}”。", cure: "请补上这张工作表；可用 form export 导出一份对照。" },
    "sheet-twice": { message: "工作表“{sheet}”有两张，不知道以哪一张为准。", cure: "请只保留一张，名称写成“{sheet}”。" },
    "heading-missing": { message: "缺少“{heading}”一栏。", cure: "请在第 1 行补上这个栏名，并填写下面各行。" },
    "heading-twice": { message: "“{heading}”一栏重复，{first} 已有。", cure: "请只保留一栏。" },
    "too-many-rows": { message: "有 {count} 行，最多 {most} 行。", cure: "请删减；从这一行起没有检查。" },
    "item-missing": { message: "没有填写“{item}”。", cure: "请补上这一项。" },
    "item-twice": { message: "“{item}”重复，{first} 已有。", cure: "请只保留一行。" },
    "no-such-item": { message: "没有“{found}”这个项目。", cure: "请核对项目名称；多余的请删去整行。" },
    formula: {
      message: "这里是公式 {formula}，不是文字或数字；公式的结果没有采用。",
      cure: "请先将单元格格式设为“文本”，再重新录入原来的内容，不要以“=”开头。",
    },
    "error-value": { message: "单元格里是错误值 {found}。", cure: "请改为应填的内容。" },
    "turned-to-date": {
      message: "单元格里是日期或时间，录入的内容可能已被表格程序改动。",
      cure: "请先将单元格格式设为“文本”，再重新录入。",
    },
    "not-a-choice": { message: "“{found}”不在可选范围内。", cure: "请从中选择：{choices}。" },
    "bad-column": {
      message: "栏号“{found}”不能用，或与前面的重复，或没有名称。",
      cure: "请写 1 至 8 个字母或数字，每栏不同，并填写名称。",
    },
    "bad-requirement": { message: "看不懂“{found}”：这里写何时必填。", cure: "请填 是、否，或者写成 08>0 时 这样的条件。" },
    "relation-missing": { message: "没有写关系式。", cure: "请在这里写出关系式，如 20 = 21 + 22 + 23。" },
    "units-differ": {
      message: "关系式把计量单位不同的数（{left}、{right}）相加或相比。式中的指标是：{items}。",
      cure: "请核对代码，指数目的请写成 10.0 或带上计量单位；确实如此的，请在这一行的“单位已确认”填“是”。",
    },
    "number-in-other-unit": {
      message: "“{number} {right}”的计量单位与所比的数（{left}）不同。",
      cure: "请核对；是笔误的，请写成 {number}{left}；确实要这样比的，请在这一行的“单位已确认”填“是”。",
    },
    "number-without-unit": {
      message: "“{number}”没有写计量单位，按“{unit}”理解。",
      cure: "不必改动；写成 {number}{unit} 的，以后指标的计量单位有变，程序会提醒。",
    },
    "beyond-excel": {
      message: "“{code}”行上有 {count} 条审核（{refs}），审核公式超过 Excel 的限制，其中最长的是 {longest}。",
      cure: "请在“落在”中把其中几条换到别的指标；只有一条的，请写短，或者拆成几条。",
    },
    "never-fails": { message: "没有试出不符合这条关系的数，它可能总是成立。", cure: "请核对关系式；确实如此的不必改动。" },
    "never-holds": { message: "没有试出符合这条关系的数，它可能从不成立，或者从不适用。", cure: "请核对关系式；确实如此的不必改动。" },
    "opposite-of": {
      message: "这条关系的条件与 {ref} 正好相反：无论怎样填报，总有一条不符合。",
      cure: "请核对两条关系，改正或删去其中一条。",
    },
    "same-as": { message: "这条关系的条件与 {ref} 相同，不符合时会说两遍。", cure: "不必改动；多余的请删去。" },
    "hardly-equal": {
      message: "等号两边算出的小数位数不同，往往不能正好相等。",
      cure: "请在这一行的“允许误差”填写可以相差多少，或者用 舍入(……，0位)；确实要正好相等的不必改动。",
    },
    "tolerance-unused": {
      message: "允许误差 {found} 在这条关系中不起作用：大于、小于、同有同无都不用允许误差。",
      cure: "请删去；要留余地的，请写进关系式里的数。",
    },
    "relation-of-rule": {
      message: "“{rule}”不用关系式、允许误差和落在。",
      cure: "请删去这里的内容；要写式子的，将种类改为“关系式”。",
    },
    "bad-parameter": { message: "看不懂参数“{found}”。", cure: "请写成 名=值，几个参数用分号隔开。" },
    "no-such-parameter": { message: "这种审核没有名为“{found}”的参数。", cure: "可用的参数：{choices}。" },
    "no-parameters": { message: "“{rule}”没有参数。", cure: "请删去这里的内容。" },
    "parameter-twice": { message: "参数“{name}”写了两次。", cure: "请只保留一个。" },
    "parameter-missing": { message: "缺少参数“{name}”。", cure: "请补上：{name}=……。" },
    "ends-before-start": { message: "停用期 {to} 早于起用期 {from}。", cure: "请核对两个报告期。" },
    "not-a-period": { message: "“{found}”不是报告期。", cure: "请写成 2026年上半年 或 2026-S1。" },
    "no-such-relation": { message: "“审核关系”中没有编号“{found}”。", cure: "请核对编号；多余的请删去整行。" },
    "no-such-message": { message: "这种审核没有名为“{found}”的情形。", cure: "可用的情形：{choices}。" },
    "cell-blank": { message: "没有填写“{heading}”。", cure: "请填写；多余的请删去整行。" },
    "message-missing": { message: "没有写明是哪一种情形的用语。", cure: "请在“情形”中填写：{choices}。" },
    "words-twice": { message: "这句用语已在 {first} 写过。", cure: "请只保留一处。" },
    "no-texts": {
      message: "没有“文字项”工作表：表上只有数据，没有需要用文字填写的内容。",
      cure: "不必改动；有文字内容的，请补上这张工作表；可用 form export 导出一份对照。",
    },
    "no-words": {
      message: "没有“关系用语”工作表：各条审核都用通用的说法。",
      cure: "不必改动；原来写有用语的，请补上这张工作表；可用 form export 导出一份对照。",
    },
    "no-labels": {
      message: "没有“版式”工作表：表上的固定文字都用通用的说法。",
      cure: "不必改动；原来改过固定文字的，请补上这张工作表；可用 form export 导出一份对照。",
    },
    "no-relations": {
      message: "没有列出审核关系：只做必备的审核（填写齐全、是数字、名称与名录一致等），不核对各项数据之间的关系。",
      cure: "不必改动；要核对数据之间的关系，请在“审核关系”工作表中逐条列出。",
    },
    "version-taken": {
      message: "程序已有 {id} 第 {version} 版，与这里的内容不同；两份表式同号同版，收到的统计表就分不清按哪一份填报。",
      cure: "请将“版次”改为比 {version} 大的数；另立一种统计表的，请改“表式编号”。只改名录的，版次不必改。",
    },
    "part-unbound": {
      message: "{part} 属于 {whole}，但没有关系核对它不大于 {whole}。",
      cure: "不必改动；要核对的，请在“审核关系”中加一条 [{part}] <= [{whole}]。",
    },
    merged: { message: "{area} 是合并单元格，已按各行内容相同处理。", cure: "不必改动；内容不应相同的，请取消合并后逐行填写。" },
    "hidden-rows": {
      message: "从这一行起有 {count} 行是隐藏的或被筛选掉的，其中的内容照样起作用。",
      cure: "不必改动；不再需要的，请取消隐藏后删去。",
    },
    "hidden-sheet": {
      message: "工作表“{sheet}”是隐藏的，其中的内容照样起作用。",
      cure: "不必改动；不再需要的，请取消隐藏后删去其中的内容。",
    },
    "unknown-sheet": { message: "工作表“{sheet}”不是表式簿的内容，没有读取。", cure: "不必改动；工作表名称写错了的，请改正。" },
    "unused-sheet": { message: "工作表“{sheet}”目前没有用到。", cure: "不必改动；其中的内容暂不起作用。" },
    "unknown-heading": { message: "没有“{found}”这一栏，没有读取。", cure: "不必改动；栏名写错了的，请改正。" },
    "unused-heading": { message: "“{heading}”一栏目前没有用到。", cure: "不必改动；其中的内容暂不起作用。" },
    "without-heading": { message: "“{found}”上面没有栏名，没有读取。", cure: "多余的请删去；属于某一栏的，请移到那一栏。" },
    "rules-added": { message: "必备的审核没有列出的，已补上：{rules}。", cure: "不必改动；想自己定编号的，请在这张工作表中列出。" },
  },
  cures: {
    missing: "请填写。",
    "unknown-unit": "请核对有无错字；确实用这个单位的，请在这一行的“单位已确认”填“是”。",
    "too-many": "请删减。",
  },
  severity: { error: "错误", question: "待确认", notice: "提示" },
  status: { usable: "可以使用", faulty: "有问题，不能使用", refused: "无法读取" },
  form: "{id} 第 {version} 版 · 表式码 {code}",
  counts: "指标 {indicators} 项 · 文字项 {texts} 项 · 审核关系 {relations} 条 · 名录 {roster} 行",
  refusal: {
    "not-a-definition": "这个工作簿不是表式簿：没有“基本信息”和“指标”工作表。请用 form export 导出一份，在其中修改。",
    "too-large": "文件太大，表式簿不应有这么多内容。请从 form export 导出的文件重新录入，不要粘贴图片或整张工作表。",
  },
  usable: "没有发现错误，可以使用。",
  faulty: "有错误 {errors} 处、待确认 {questions} 处，改正以后才能使用。",
};
