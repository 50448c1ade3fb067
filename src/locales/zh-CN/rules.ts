import type { RuleWords } from "../locale";

const asText = "单元格里是文本，汇总时不会计入";
const typeDigits = "应填数字，不填文本";

export const rules: RuleWords = {
  "activity-without-partners": {
    title: "有活动应有其前提",
    description: "某项指标为 0 时，以它为前提的各项指标一般也应为 0。",
    why: "没有前提，就不会有以它为前提的活动，这项为 0 多半是漏填。",
    messages: {
      active: {
        message: "{code} {name}填报 0 {unit}，但 {active} 填有大于 0 的数据。",
        cure: "请核对 {code}，有漏填的补上；确实没有的，请核对 {active}，或者在{where}写明原因。",
        brief: "为0，但有相关数据",
      },
    },
  },
  "both-or-neither": {
    title: "两项数据同有同无",
    description: "两项相关联的指标应同时为 0，或者同时大于 0。",
    why: "相关联的两项只有一项为 0，多半是漏填。",
    messages: {
      alone: {
        message: "{code} {name}填报 0 {unit}，但 {other} {otherName}填报 {otherFound} {otherUnit}。",
        cure: "请核对 {code} 和 {other}，补填漏填的一项；情况确实如此的，请在{where}写明原因。",
        brief: "{other}不为0，此项为0",
      },
    },
  },
  "comparison-altered": {
    title: "对比数未被改动",
    description: "锁定的对比数应与下发统计表时的数据一致。",
    why: "增减变化都按对比数审核，对比数一改，审核结果就不可信。",
    messages: {
      altered: {
        message: "{code} {name}的对比数应为 {issued} {unit}，现为“{found}”，已被改动。",
        cure: "请恢复为 {issued}；以往报表确有错误的，请向主管部门申请更正，不要在本表改动。",
        brief: "对比数应为{issued}",
      },
      removed: {
        message: "{code} {name}的对比数应为 {issued} {unit}，现为空，已被删除。",
        cure: "请恢复为 {issued}；以往报表确有错误的，请向主管部门申请更正，不要在本表改动。",
        brief: "对比数应为{issued}",
      },
      added: {
        message: "{code} {name}没有对比数，现填有“{found}”（{unit}），不是下发时的内容。",
        cure: "请清空这个对比数单元格。",
        brief: "对比数应为空",
      },
      otherwise: {
        message: "{code} {name}下发时的对比数为 {issued} {unit}，审核人所给的往期文件为 {given} {unit}。",
        cure: "学校没有改动对比数，不作为学校的差错。往期报表在本表下发后又报过的，同比环比已按往期文件计算；请核对以哪一份为准。",
        brief: "往期文件为{given}",
      },
    },
  },
  "contact-well-formed": {
    title: "联系方式和日期填写规范",
    description:
      "联系电话为带区号的固定电话（可带分机号）或手机号，至多两个；电子邮箱格式正确；报出日期为日期，不早于{form.period}第一天，不晚于下一{form.period}最后一天。",
    why: "审核中有疑问时要能联系到填表人；日期有误会影响报送情况的认定。",
    messages: {
      phone: {
        message: "{label}“{text}”不是有效的电话号码。",
        cure: "请填写带区号的固定电话（如 027-00000000，分机号写作 027-00000000-123）或 11 位手机号；有两个号码的，用顿号隔开。",
        brief: "号码格式不对",
      },
      landline: {
        message: "{label}“{text}”不是有效的电话号码：固定电话号码在区号以后的第一位是 2 至 9，不会是 0 或 1。",
        cure: "请核对区号和号码；没有固定电话的，填写 11 位手机号。",
        brief: "区号后不会是0或1",
      },
      email: {
        message: "{label}“{text}”不是有效的邮箱地址。",
        cure: "请填写一个完整的邮箱地址，如 zhangsan@example.edu.cn。",
        brief: "邮箱格式不对",
      },
      notADay: {
        message: "{label}“{text}”不是日期。",
        cure: "请按“年-月-日”填写，如 2026-12-20。",
        brief: "应填日期，如2026-12-20",
      },
      tooEarly: {
        message: "{label}为 {day}，早于{form.period}第一天 {first}。",
        cure: "请核对{label}，填写 {first} 或以后的日期。",
        brief: "早于{form.period}第一天",
      },
      tooLate: {
        message: "{label}为 {day}，晚于下一{form.period}的最后一天 {last}，年份可能有误。",
        cure: "请核对{label}，填写报出的那一天。",
        brief: "日期过晚，请核对年份",
      },
    },
  },
  "date-in-number-cell": {
    title: "数据单元格中不应是日期或时间",
    description: "指标的本期数应为数字，不应显示为日期或时间。",
    why: "表格软件会把“3-5”“3:05”之类的输入自动变成日期或时间，其内部数值与本意无关。",
    messages: {
      date: {
        message: "{code} {name}（{unit}）的单元格里是日期“{found}”，不是数字。",
        cure: "请清除该单元格的日期格式，重新填写数字。",
        brief: "单元格里是日期，应填数字",
      },
      time: {
        message: "{code} {name}（{unit}）的单元格显示为时间（{found}），看到的不是填报的数。",
        cure: "请把该单元格的格式改为“常规”或“数值”，重新填写数字。",
        brief: "单元格里是时间，应填数字",
      },
    },
  },
  "error-value": {
    title: "单元格中没有错误值",
    description: "所有填报单元格都不应含有 #REF!、#N/A 等错误值或者逻辑值。",
    why: "错误值不是数据，会使汇总公式一并出错。",
    messages: {
      fault: {
        message: "单元格里是“{found}”，不是填报内容。",
        cure: "请删除该内容，重新填写。",
        brief: "单元格是错误值，请重填",
      },
    },
  },
  "figures-repeated": {
    title: "两张表的数据不全相同",
    description:
      "同一学校两个{form.programme}的本期数一般不会全部相同；大于 0 的数据不足规定项数的不比较。同一{form.programme}对接两个{form.cluster}的，由审核人判断合计是否重复，学校无须说明。",
    why: "全部相同的，多半是把一张表的数据复制到了另一张；同一{form.programme}在两个{form.cluster}填报相同数据的，全省合计会计两次。",
    messages: {
      repeated: {
        message: "本表各项数据与“{sheet}”（{programme}）全部相同，其中大于 0 的有 {count} 项。",
        cure: "请核对是否把“{sheet}”的数据复制到了本表，改填本{form.programme}的数据；确实相同的，在{where}写明原因。",
        brief: "数据与{sheet}全部相同",
      },
      countedTwice: {
        message:
          "合计重复：“{programme}”对接“{cluster}”和“{otherCluster}”，本表各项数据与“{sheet}”全部相同（大于 0 的有 {count} 项），全省合计计了两次。",
        cure: "由审核人决定合计时计一次还是两次；两处都在名录中的，学校没有填错。",
        brief: "合计重复，数据与{sheet}相同",
      },
    },
  },
  "definition-altered": {
    title: "文件所带的表式与下发的一致",
    description: "统计表带有下发时的表式（隐藏工作表“_表式”），应与审核所用的表式一致。",
    why: "审核一律按审核人手中的表式进行，文件所带的表式不影响审核结果；两者不同，说明学校填报时所见的要求可能不同。",
    messages: {
      altered: {
        message: "文件所带的表式与审核所用的不同：{rows}。审核结果不受影响。",
        cure: "请核对下发给该校的是不是同一份表式；不作为学校的差错。",
        brief: "所带表式不同",
      },
      missing: {
        message: "文件下发时带有表式，现已丢失（隐藏工作表“_表式”）。审核结果不受影响。",
        cure: "多半是用其他软件另存时丢失的；不作为学校的差错。",
        brief: "所带表式丢失",
      },
      sealed: {
        message: "{form.seal}是按另一份表式（表式码 {code}）生成的。审核结果不受影响。",
        cure: "请核对该校填报时所用的表式；不作为学校的差错。",
        brief: "封签所用表式不同",
      },
    },
  },
  "foreign-sheet": {
    title: "工作簿中只有本校本期的统计表",
    description:
      "一个工作簿只报一所学校、一个{form.period}，不应有其他学校或其他{form.period}的封面和统计表。封面看所填内容，各表看下发给哪个学校（记在本表的审核公式中），改工作表名称不影响认定。",
    why: "别的学校、别的{form.period}的数据会一并计入本校本期。",
    messages: {
      school: {
        message: "本表应为“{issued}”的统计表（{sheets}），工作簿里却有“{other}”的工作表（{otherSheets}）。",
        cure: "请删除不属于“{issued}”的工作表；“{other}”的统计表由该校用下发给它的文件另行报送。",
        brief: "有{other}的工作表",
      },
      period: {
        message: "本表应为{issued}的统计表（{sheets}），工作簿里却有{other}的工作表（{otherSheets}）。",
        cure: "请删除{other}的工作表，只保留{issued}的。",
        brief: "有{other}的工作表",
      },
      cover: {
        message: "工作簿里另有一张封面“{other}”，其中的内容不采用，以“{cover}”为准。",
        cure: "不需要的，请删除工作表“{other}”。",
        brief: "另有一张封面",
      },
    },
  },
  "formula-in-input": {
    title: "填报单元格中不用公式",
    description: "填报单元格应直接填写内容，不应是公式；封签时不能有公式。",
    why: "公式可能引用本机的其他文件，换一台电脑打开时，数据可能改变或者出错。",
    messages: {
      formula: {
        message: "单元格里是公式“={formula}”，当前结果为“{found}”。",
        cure: "请核对结果后，把公式改为数值（复制后选择性粘贴为数值）。",
        brief: "公式请改为数值",
      },
      sealed: {
        message: "单元格里是公式“={formula}”，当前结果为“{found}”；封签的统计表，填报单元格中不能有公式。",
        cure: "请核对结果后，把公式改为数值（复制后选择性粘贴为数值），再封签。",
        brief: "公式请改为数值",
      },
      unsaved: {
        message: "单元格里是公式“={formula}”，文件中没有保存它的结果，不能作为填报内容。",
        cure: "请用 Excel 或 WPS 打开文件，核对结果后把公式改为数值（复制后选择性粘贴为数值），再保存。",
        brief: "公式请改为数值",
      },
    },
  },
  "identification-valid": {
    title: "单位、{form.period}和{form.programme}填写正确",
    description: "{form.school}、{form.period}、{form.category}、{form.cluster}、{form.programme}应填写齐全，与名录一致，并且相互对应。",
    why: "汇总按这些名称归类，名称有误的数据会归错或者归不进去。",
    messages: {
      blank: {
        message: "{label}尚未填写。",
        cure: "请从下拉列表中选择{label}。",
        brief: "尚未填写",
      },
      unreadable: {
        message: "{label}“{text}”无法识别。",
        cure: "请从下拉列表中选择{label}，写法如“2026年下半年”。",
        brief: "写法应如2026年下半年",
      },
      unknown: {
        message: "{label}“{text}”不在名录中。",
        cure: "请从下拉列表中选择{label}，不要自行填写名称。",
        brief: "与名录不一致",
      },
      nearMiss: {
        message: "{label}“{text}”与名录写法不一致，应为“{known}”。",
        cure: "请改为“{known}”；确是另一名称的，请与主管部门核对名录。",
        brief: "与名录不一致",
      },
      elsewhere: {
        message: "{form.cluster}“{text}”属于“{expected}”，不属于所选的{form.category}“{category}”。",
        cure: "请核对{form.category}和{form.cluster}，把选错的一项改正。",
        brief: "不属于所选{form.category}",
      },
    },
  },
  "identity-changed": {
    title: "{form.school}和{form.period}与下发时一致",
    description: "封面的{form.school}和{form.period}应与下发统计表时一致。",
    why: "表内的对比数只适用于下发时的单位和{form.period}，换了单位或者{form.period}，全部对比都不成立。",
    messages: {
      school: {
        message: "本表下发给“{issued}”，封面的{label}却是“{found}”。",
        cure: "请改回“{issued}”；其他学校请使用为该校下发的统计表。",
        brief: "应为{issued}",
      },
      period: {
        message: "本表的{label}是{issued}，封面上却是{found}。",
        cure: "请改回“{issued}”；填报其他{form.period}，请使用该{form.period}的统计表。",
        brief: "应为{issued}",
      },
    },
  },
  "indicator-filled": {
    title: "各项指标填写齐全",
    description: "每项指标都应填写本期数；没有的填 0，不留空。",
    why: "空白分不清是没有还是漏填，汇总时无法处理。",
    messages: {
      blank: {
        message: "{code} {name}（{unit}）尚未填写。",
        cure: "请填写本期数；确实没有的，填 0。",
        brief: "尚未填写，没有的填0",
      },
    },
  },
  "label-altered": {
    title: "表内固定文字未被改动",
    description: "指标名称、计量单位等固定文字应与下发的统计表一致。",
    why: "改了名称或者计量单位，数据就不再是同一项指标，无法汇总。",
    messages: {
      altered: {
        message: "{code} 行的固定文字应为“{issued}”，现为“{found}”，已被改动。",
        cure: "请恢复为“{issued}”；需要补充情况的，写在说明栏。",
        brief: "固定文字已被改动",
      },
      unit: {
        message: "{code} 行的计量单位应为“{issued}”，现为“{found}”。",
        cure: "请先确认本期数是按“{issued}”还是按“{found}”填报的：按“{found}”填报的，换算后改数；再把计量单位恢复为“{issued}”。下发的表就是“{found}”的，请与主管部门核对所用的表式。",
        brief: "计量单位应为{issued}，请核对数据",
      },
      carried: {
        message: "{code} 行印的是“{found}”，与文件所带的表式一致；审核所用的表式是“{issued}”。",
        cure: "请核对下发给该校的是不是同一份表式，这一行的数据能否计入；不作为学校的差错。",
        brief: "固定文字与所带表式一致",
      },
    },
  },
  "large-change": {
    title: "数据增减幅度较大",
    description: "本期数与对比数相比，增减幅度和增减数量都达到规定界限的，应核实。",
    why: "大幅增减常常是多输、少输一位数字，或者统计口径有变。",
    messages: {
      rose: {
        message:
          "{code} {name}本期 {found} {unit}，对比数 {compared} {unit}，增加 {difference} {unit}，增幅 {percent}%，达到 {limit}% 的核实界限。",
        cure: "请核对本期数，有误的改正；无误的，在{where}写明增加的具体原因。",
        brief: "比对比数增{percent}%",
      },
      fell: {
        message:
          "{code} {name}本期 {found} {unit}，对比数 {compared} {unit}，减少 {difference} {unit}，降幅 {percent}%，达到 {limit}% 的核实界限。",
        cure: "请核对本期数，有误的改正；无误的，在{where}写明减少的具体原因。",
        brief: "比对比数减{percent}%",
      },
    },
  },
  "needs-one-of": {
    title: "有数据应有其依托",
    description: "某项指标大于 0 时，所依托的几项指标中至少一项应大于 0。",
    why: "所依托的几项都为 0，多半是归类有误。",
    messages: {
      none: {
        message: "{code} {name}填报 {found} {unit}，但 {of} 均为 0。",
        cure: "请核对 {code} 和 {of}，改正归类有误的数据；情况确实如此的，请在{where}写明原因。",
        brief: "{of}均为0",
      },
    },
  },
  "number-as-text": {
    title: "数据应为数字",
    description: "指标的本期数应为单元格中的数字，不应是文本，不带单位、文字和分隔符。",
    why: "文本形式的数据看似数字，求和与汇总时都不计入。",
    messages: {
      width: {
        message: `{code} {name}填的“{text}”是全角数字，${asText}。`,
        cure: "请改用半角数字，填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      separators: {
        message: `{code} {name}填的“{text}”带有千位分隔符，${asText}。`,
        cure: "请去掉分隔符，填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      spaces: {
        message: `{code} {name}填的“{text}”前后有空格，${asText}。`,
        cure: "请去掉空格，填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      storedAsText: {
        message: `{code} {name}填的“{text}”是以文本形式存储的数字，${asText}。`,
        cure: "请把单元格改为数值格式，填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      unit: {
        message: `{code} {name}填的“{text}”带有计量单位，${asText}。`,
        cure: "计量单位已印在表上，请只填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      magnitude: {
        message: `{code} {name}填的“{text}”带有“万”“元”等字样，${asText}；按本表计量单位{unit}折算为 {value}。`,
        cure: "请核对折算结果，填写 {value}（{unit}）。",
        brief: typeDigits,
      },
      outOfType: {
        message: `{code} {name}填的“{text}”读作 {value}，不是本项指标（{unit}）可以填报的数；${asText}。`,
        cure: "请核对后，按本项指标的要求重新填写数字。",
        brief: typeDigits,
      },
      approximate: {
        message: "{code} {name}填的“{text}”是约数或者范围，不是确切的数字。",
        cure: "请核实后填写一个确切的数字（{unit}）。",
        brief: typeDigits,
      },
      unreadable: {
        message: "{code} {name}填的“{text}”不是数字。",
        cure: "请填写阿拉伯数字（{unit}），其他内容写在说明栏。",
        brief: typeDigits,
      },
    },
  },
  "number-in-range": {
    title: "数据取值合理",
    description: "本期数不小于 0，不超过 15 位，小数位数不超过本项指标的规定，个数、人数等为整数。",
    why: "负数和带小数的个数不可能出现，一定是填写有误。",
    messages: {
      negative: {
        message: "{code} {name}填报 {found} {unit}，小于 0。",
        cure: "请核对后填写不小于 0 的数。",
        brief: "不能小于0",
      },
      notInteger: {
        message: "{code} {name}填报 {found} {unit}，应为整数。",
        cure: "请核对后填写整数；小数点错位的，改正小数点。",
        brief: "应为整数",
      },
      tooManyDecimals: {
        message: "{code} {name}填报 {found} {unit}，小数位数超过 {decimals} 位。",
        cure: "请四舍五入，保留至多 {decimals} 位小数。",
        brief: "至多{decimals}位小数",
      },
      tooLarge: {
        message: "{code} {name}填报 {found} {unit}，超过 15 位，电子表格不能准确保存。",
        cure: "请核对后按计量单位重新填写。",
        brief: "不能超过15位",
      },
    },
  },
  "on-roster": {
    title: "填报的{form.programme}列入名录",
    description: "{form.school}、{form.cluster}、{form.programme}的组合应在名录中。",
    why: "名录以外的填报可能是选错了{form.cluster}或者{form.programme}；现有名录尚不完整，所以先核实，不直接认定有误。",
    messages: {
      notListed: {
        message: "现有名录中没有“{school}”以“{programme}”对接“{cluster}”这一项。",
        cure: "请核对{form.cluster}和{form.programme}，选错的改正；后续批次确已列入的，在{where}写明文件依据。",
        brief: "未见于现有名录",
      },
      unlisted: {
        message: "名录中没有“{school}”以“{programme}”对接“{cluster}”这一项。",
        cure: "请从下拉列表中选择{form.cluster}和{form.programme}。",
        brief: "不在名录中",
      },
    },
  },
  "part-at-most-whole": {
    title: "其中项不大于总项",
    description: "“其中”项的本期数不大于它所属的总项。",
    why: "一部分不可能比全部还多，两项中必有一项有误。",
    messages: {
      exceeds: {
        message: "{code} {name}填报 {found} {unit}，大于 {whole} {wholeName}的 {limit} {unit}。",
        cure: "请核对 {code} 和 {whole}，改正填错的一项，使 {code} 不大于 {whole}。",
        brief: "不应大于{whole}的{limit}",
      },
    },
  },
  "partner-names": {
    title: "数量与所列名称相符",
    description: "数量大于 0 的，应列出名称；不足规定个数的，全部列出。",
    why: "只有数量而无名称，审核时无从核对。",
    messages: {
      tooFew: {
        message: "{code} {name}填报 {found} {unit}，“{label}”只列出 {names} 个名称，至少应列出 {least} 个。",
        cure: "请在“{label}”中补列全称，用顿号隔开；不便列出的，在{where}写明原因。",
        brief: "应列出至少{least}个名称",
      },
    },
  },
  "parts-sum-to-total": {
    title: "合计等于各分项之和",
    description: "合计指标的本期数等于各分项本期数之和。",
    why: "手工填写的合计容易与分项脱节，汇总时会重复计算或漏算人数。",
    messages: {
      differs: {
        message: "{code} {name}填报 {found} {unit}，各分项 {parts} 之和为 {sum} {unit}，相差 {difference} {unit}。",
        cure: "请核对 {parts}，改正填错的分项；分项无误的，将 {code} 改为 {sum}。",
        brief: "应为{parts}＝{sum}",
      },
    },
  },
  "programme-reported-twice": {
    title: "同一{form.programme}不重复填报",
    description: "同一{form.cluster}的同一{form.programme}只填报一张表。",
    why: "重复填报的数据会重复计入汇总。",
    messages: {
      twice: {
        message: "“{programme}”对接“{cluster}”已在“{sheet}”填报，本表重复。",
        cure: "本表选错{form.programme}的，请改正；确实重复的，请只保留一张表。",
        brief: "与{sheet}重复",
      },
    },
  },
  "ratio-in-range": {
    title: "两项数据的比值合理",
    description: "两项指标的比值应在规定范围内。",
    why: "比值过大或者过小，多半是计量单位有误，或者多输、少输了一位数字。",
    messages: {
      outside: {
        message:
          "{code} {name}填报 {found} {unit}，{per} {perName}填报 {perFound} {perUnit}，平均每{perUnit} {ratio} {unit}，不在 {min}～{max} {unit}之间。",
        cure: "请核对计量单位是否为{unit}，有误的改正；无误的，在{where}写明原因。",
        brief: "平均每{perUnit}{ratio}{unit}",
      },
    },
  },
  relation: {
    title: "数据符合审核关系",
    description: "各项数据之间应符合表中规定的关系式。",
    why: "关系式由表的制定机关规定，不符合的多半是填写有误。",
    messages: {
      compared: {
        message: "{code} {name}填报 {found} {unit}，不符合“{relation}”：左边为 {left}，右边为 {right}，相差 {difference}（{numbers}）。",
        cure: "请核对关系式中的各项数据，改正填错的一项；情况确实如此的，在{where}写明原因。",
        brief: "不符合：{short}",
      },
      beside: {
        message: "{code} {name}填报 {found} {unit}，{other} {otherName}填报 {otherFound} {otherUnit}，不符合“{relation}”。",
        cure: "请核对 {code} 和 {other}，改正填错的一项；情况确实如此的，在{where}写明原因。",
        brief: "不符合：{short}",
      },
      strict: {
        message: "{code} {name}填报 {found} {unit}，不符合“{relation}”：左边为 {left}，右边为 {right}（{numbers}）。",
        cure: "请核对关系式中的各项数据，改正填错的一项；情况确实如此的，在{where}写明原因。",
        brief: "不符合：{short}",
      },
      fails: {
        message: "{code} {name}填报 {found} {unit}，不符合“{relation}”（{numbers}）。",
        cure: "请核对关系式中的各项数据，改正填错的一项；情况确实如此的，在{where}写明原因。",
        brief: "不符合：{short}",
      },
    },
  },
  "required-text": {
    title: "必填内容填写齐全",
    description: "封面各项和规定必填的文字内容应填写；规定某项指标大于 0 时必填的，到时也应填写；上期带入的草稿须改写或核对后才算填写。",
    why: "缺少联系方式和文字内容，报表无法审核。",
    messages: {
      blank: {
        message: "“{label}”尚未填写。",
        cure: "请填写“{label}”。",
        brief: "必填，尚未填写",
      },
      draft: {
        message: "“{label}”还是上期带入的草稿。",
        cure: "请按本期情况改写；没有变化的，核对后删去“{mark}”。",
        brief: "上期草稿，尚未改写",
      },
      blankWhenPositive: {
        message: "{code} {name}填报 {found} {unit}，但“{label}”尚未填写。",
        cure: "请填写“{label}”；确实没有的，请把 {code} 改为 0。",
        brief: "{code}大于0时必填",
      },
    },
  },
  "result-overwritten": {
    title: "审核结果由公式得出",
    description: "审核结果、审核情况等单元格由统计表自己的公式得出，不应改为手工填写的内容。",
    why: "手工填写的“审核通过”等字样没有经过审核，打开或打印统计表的人会当成审核结果。",
    messages: {
      overwritten: {
        message: "{cells} 个显示审核结果的单元格已没有原来的公式，第一个现为“{found}”，不一定是审核得出的。",
        cure: "审核结果以本程序的检查为准。手工填写的，请清空，要补充的情况写在说明栏；只是以数值形式保存的，可以不改。",
        brief: "审核结果不是公式得出的",
      },
    },
  },
  "round-numbers-only": {
    title: "数据全为整十数",
    description: "一张表中较大的数据一般不会全是整十、整百的数。",
    why: "逐一统计得到的数据很少全是整数，全是整数的多半是估计数。",
    messages: {
      round: {
        message: "不小于 {from} 的 {count} 个数据全部是 {step} 的倍数，像是估计数。",
        cure: "请确认数据来自台账统计；是估计数的，请改填实际数。",
        brief: "数据全为{step}的倍数",
      },
    },
  },
  "same-as-previous": {
    title: "数据与上期完全相同",
    description: "各项指标的本期数一般不会与上期报表全部相同。",
    why: "全部相同的，多半是把上期报表原样复制过来。",
    messages: {
      same: {
        message: "{count} 项可比指标的本期数与上期报表全部相同。",
        cure: "请按本期实际情况重新填报；确无变化的，在{where}写明原因。",
        brief: "各项数据与上期全部相同",
      },
    },
  },
  "sheet-hidden": {
    title: "统计表没有隐藏的工作表",
    description: "封面和各{form.programme}的统计表都应显示，不应隐藏。",
    why: "隐藏的工作表照样计入汇总，却没有人看得到、核对得了。",
    messages: {
      hidden: {
        message: "工作表“{sheet}”被隐藏，其中的内容照样计入汇总。",
        cure: "请右击工作表标签，选“取消隐藏”，显示“{sheet}”并核对；列表中没有它的，请重新领取统计表填报。",
        brief: "工作表被隐藏",
      },
    },
  },
  "stale-explanation": {
    title: "数据改动后重新说明",
    description: "生成{form.seal}以后改动了数据的，该行的说明也应重新填写。",
    why: "原说明针对的是原来的数据，不能用来说明新的数据。",
    messages: {
      value: {
        message: "{code} {name}（{unit}）在生成{form.seal}以后改动过，说明仍是原来的“{text}”。",
        cure: "请针对现在的数据重新填写说明；不再需要说明的，删除说明。",
        brief: "数据已改，请重新说明",
      },
      line: {
        message: "{form.programme}信息在生成{form.seal}以后改动过，说明仍是原来的“{text}”。",
        cure: "请针对现在的内容重新填写说明；不再需要说明的，删除说明。",
        brief: "内容已改，请重新说明",
      },
    },
  },
  "stock-falls": {
    title: "期末数减少",
    description: "期末数一般不比上期减少。",
    why: "期末数通常逐期积累，减少多半是漏填，或者统计口径有变。",
    messages: {
      fell: {
        message: "{code} {name}本期 {found} {unit}，比上期的 {compared} {unit}减少 {difference} {unit}。",
        cure: "请核对本期数，有漏填的补上；确有减少的，在{where}写明具体原因。",
        brief: "比上期减少{difference}{unit}",
      },
    },
  },
  "text-copied": {
    title: "文字内容与上期相同",
    description: "文字内容应写本期的新进展，不照抄上期报表。",
    why: "照抄的内容反映不出本期进展。",
    messages: {
      copied: {
        message: "“{label}”与上期报表完全相同。",
        cure: "请补充本期的新进展、新成效。",
        brief: "与上期内容相同",
      },
    },
  },
  "text-length": {
    title: "文字不超过规定字数",
    description: "各项文字内容不超过表上规定的字数。",
    why: "超出的部分打印不全，审核人也看不到。",
    messages: {
      tooLong: {
        message: "“{label}”有 {found} 字，超过规定的 {most} 字。",
        cure: "请删减 {excess} 字以上，保留要点。",
        brief: "超出{excess}字",
      },
    },
  },
  "validation-removed": {
    title: "单元格的数据验证完好",
    description: "填报单元格应保留下发时的数据验证（下拉列表、取值范围）。",
    why: "从别处粘贴会覆盖数据验证，此后填错也不会提示。",
    messages: {
      removed: {
        message: "{cells} 个填报单元格的数据验证已丢失，多半是粘贴所致。",
        cure: "请恢复数据验证；以后粘贴时，请选择“只粘贴数值”。",
        brief: "数据验证已丢失",
      },
    },
  },
  "zero-forces-zero": {
    title: "某项为 0 时相关各项为 0",
    description: "某项指标为 0 时，以它为前提的各项指标都应为 0。",
    why: "没有前提，就不会有以它为前提的数据，其中必有一项填错。",
    messages: {
      positive: {
        message: "{whole} {wholeName}填报 0，{code} {name}却填报 {found} {unit}。",
        cure: "请核对 {whole} 和 {code}：漏填的，补填 {whole}；没有的，将 {code} 改为 0。",
        brief: "{whole}为0，此项应为0",
      },
    },
  },
  "zero-turned": {
    title: "数据从有到无、从无到有",
    description: "对比数大于 0 而本期数为 0，或者对比数为 0 而本期数大于 0 的，应核实。",
    why: "从有到无多半是漏填；从无到有多半是填错了行。",
    messages: {
      becameZero: {
        message: "{code} {name}的对比数为 {compared} {unit}，本期填报 {found}。",
        cure: "请核对本期数，有漏填的补上；确实没有了的，在{where}写明原因。",
        brief: "由{compared}变为0",
      },
      becamePositive: {
        message: "{code} {name}的对比数为 {compared}，本期填报 {found} {unit}。",
        cure: "请核对本期数，填错行的改正；确是新增的，在{where}写明新增的情况。",
        brief: "由0变为{found}",
      },
    },
  },
  "leader-differs": {
    title: "同一{form.cluster}所填名称一致",
    description: "服务同一{form.cluster}的各校，有关文字项中填报的名称应当一致。其中有一个名称相同，或一个是另一个的简称，即视为一致。",
    why: "说法不一的，多半有一校填错或情况已有变化。程序只比较文字，不知道哪一个是对的。",
    messages: {
      differs: {
        message: "“{cluster}”的“{label}”填为“{found}”，与服务同一{form.cluster}的其他学校不一致：{others}。",
        cure: "请与主管部门核对；填写无误的，请在答复中说明依据。",
        brief: "与他校不一致",
      },
    },
  },
  "line-of-two-schools": {
    title: "两校不报同一{form.programme}",
    description: "同一{form.cluster}的同一{form.programme}，名录未列给本校，却另有学校也填报了的，应核实。名录列给两校的不在此列。",
    why: "同一个{form.programme}由两校填报，省级合计就会重复计算；学校名称写错时也会这样。",
    messages: {
      shared: {
        message: "“{cluster}”的“{programme}”同时由{others}等 {count} 所其他学校填报，名录没有把它列给本校。",
        cure: "请核对学校名称和{form.programme}；确由两校分别建设的，请在答复中说明批准文件。",
        brief: "另有学校填报同一{form.programme}",
      },
    },
  },
  "ratio-far-from-others": {
    title: "两项数据的比值与他校相近",
    description: "两项指标的比值应与其他学校在同一水平（按各校比值的中位数和绝对中位差判断）。",
    why: "远高于或远低于其他学校的，往往是单位、口径或填报行有误。",
    messages: {
      far: {
        message:
          "{code} {name} {found} {unit}，{per} {perName} {perFound} {perUnit}，平均 {ratio}；{lines} 个{form.programme}的中位数为 {median}。",
        cure: "请核对 {code} 和 {per} 的口径，有误的改正。",
        brief: "平均{ratio}，各校为{median}",
      },
    },
  },
};
