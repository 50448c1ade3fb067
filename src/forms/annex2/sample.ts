/** Made-up entries for the demonstration: those that agree with each other, and the mistakes that one copy gets in their place. */
export const sample = {
  school: "武汉职业技术学院",
  /** By item of the cover, but for the date of reporting. */
  cover: { head: "李四", filler: "张三", phone: "027-00000000", email: "zhangsan@example.edu.cn" },
  /** By indicator code. */
  // prettier-ignore
  values: {
    "01": 12, "02": 4, "03": 7, "04": 5, "05": 3, "06": 2, "07": 6, "08": 18, "09": 9, "10": 3, "11": 2, "12": 1, "13": 1, "14": 2, "15": 1,
    "16": 1, "17": 2, "18": 26, "19": 31.5, "20": 356, "21": 120, "22": 143, "23": 93, "24": 48, "25": 65, "26": 210, "27": 174, "28": 13,
    "29": 286.4, "30": 1240, "31": 17, "32": 4,
  },
  /** An indicator that is one more on each further sheet: no two programmes have the same figures throughout. */
  growing: "31",
  texts: {
    leader: "湖北省经济和信息化厅",
    partners: "示例光电有限公司、示例激光股份有限公司、示例半导体有限公司",
    practice: "与三家重点企业共建产业学院，按岗位标准重构课程，学生在真实产线上完成实习。",
  },
  /** A total that is not its sum, a full-width number, a blank, an amount in 元, a telephone number without its area code. */
  mistakes: { values: { "20": 365, "18": "２６", "26": null, "29": "2000万" }, cover: { phone: "0000000" } },
} as const;
