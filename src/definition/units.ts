/** 计量单位 of statistical forms: a slip is told by not standing here. One that is right all the same is named by whoever reads the form in. */
const COUNTED = [
  ..."个 项 家 门 种 件 本 册 部 篇 份 套 台 间 所 处 座 栋 户 支 条 组 批 期 班 场 届 次 例 起 幅 张 辆 艘 架 株 头 只 对 点".split(" "),
  ..."人 人次 人月 人日 人天 人时 人年 册次 名 课时 学时 学分 小时 分钟 天 日 周 月 年".split(" "),
  ..."元 美元 欧元 港元 平方米 立方米 公顷 亩 平方公里 米 千米 公里 千克 公斤 吨 升 千瓦 千瓦时 兆 GB TB".split(" "),
];
const SCALES = ["", "十", "百", "千", "万", "十万", "百万", "千万", "亿"];
const RATIOS = ["%", "‰", "倍", "分"];

/** Units to choose from: those that most forms have come first. */
export const UNITS = [...COUNTED.filter((unit) => !/^[A-Z]/.test(unit)), "万元", "万人次", "万册", "亿元", ...RATIOS];

/** Whether a unit is one that statistical forms use, 百, 千, 万 or 亿 before it included. */
export function isUnit(unit: string): boolean {
  return RATIOS.includes(unit) || SCALES.some((scale) => unit.startsWith(scale) && COUNTED.includes(unit.slice(scale.length)));
}
