import type { DefinitionBookWords } from "../definition-book-words";

export const definitionBookWords: DefinitionBookWords = {
  mistakes: {
    "sheet-missing": { message: "The sheet “{sheet}” is missing.", cure: "Add it; form export writes one to compare with." },
    "sheet-twice": { message: "There are two sheets “{sheet}”: nobody knows which counts.", cure: "Keep one of them, called “{sheet}”." },
    "heading-missing": { message: "The column “{heading}” is missing.", cure: "Add its heading in row 1, and fill in the rows below." },
    "heading-twice": { message: "The column “{heading}” stands twice, first at {first}.", cure: "Keep one of them." },
    "too-many-rows": {
      message: "There are {count} rows, at most {most} are allowed.",
      cure: "Take some away; from this row on nothing was looked at.",
    },
    "item-missing": { message: "“{item}” is not filled in.", cure: "Fill it in." },
    "item-twice": { message: "“{item}” stands twice, first at {first}.", cure: "Keep one of the rows." },
    "no-such-item": { message: "There is no item “{found}”.", cure: "Check its name, or delete the row." },
    formula: {
      message: "This is the formula {formula}, no text and no number; its result was not taken.",
      cure: "Format the cell as text first, then type its content again, without = at its beginning.",
    },
    "error-value": { message: "The cell holds the error value {found}.", cure: "Enter what belongs there." },
    "turned-to-date": {
      message: "The cell holds a date or a time: a spreadsheet program may have changed what was typed.",
      cure: "Format the cell as text first, then type it again.",
    },
    "not-a-choice": { message: "“{found}” is none of the choices.", cure: "Choose one of: {choices}." },
    "bad-column": {
      message: "“{found}” cannot be the number of a column, or stands there twice, or has no name.",
      cure: "Write 1 to 8 letters or digits, each once, with a name beside.",
    },
    "bad-requirement": {
      message: "“{found}” does not say when the text is required.",
      cure: "Write 是, 否, or a condition such as 08>0 时.",
    },
    "relation-missing": { message: "The relation is not written.", cure: "Write it here, such as 20 = 21 + 22 + 23." },
    "units-differ": {
      message: "The relation adds or compares numbers of different units ({left}, {right}). It names: {items}.",
      cure: "Check the codes, and write a plain number as 10.0 or with its unit; if it is meant, write 是 in “单位已确认” of this row.",
    },
    "number-in-other-unit": {
      message: "“{number} {right}” is in another unit than what it is compared with ({left}).",
      cure: "Check it; if it was mistyped, write {number}{left}; if it is meant, fill in 是 under 单位已确认 in this row.",
    },
    "number-without-unit": {
      message: "“{number}” has no unit, and is taken for {unit}.",
      cure: "Nothing need be changed; where it reads {number}{unit}, a later change of the indicator's unit is told.",
    },
    "beyond-excel": {
      message:
        "On the row of “{code}” stand {count} {count, plural, one {check} other {checks}} ({refs}): a formula that Excel does not take. The longest is {longest}.",
      cure: "Put some of them on other rows in 落在; a single one is to be made shorter, or cut into several.",
    },
    "never-fails": {
      message: "No numbers were found that break this relation: it may always hold.",
      cure: "Check the relation; nothing need be changed where it is meant.",
    },
    "never-holds": {
      message: "No numbers were found that keep this relation: it may never hold, or never apply.",
      cure: "Check the relation; nothing need be changed where it is meant.",
    },
    "opposite-of": {
      message: "This relation asks for the opposite of {ref}: whatever is filled in, one of them is broken.",
      cure: "Check both, and correct or delete one.",
    },
    "same-as": {
      message: "This relation asks for the same as {ref}: what breaks it is told twice.",
      cure: "Nothing need be changed; delete it where it is too much.",
    },
    "hardly-equal": {
      message: "The two sides of the equals sign have unlike decimals, and hardly ever come to the same.",
      cure: "Fill in 允许误差 in this row, or write 舍入(…，0位); nothing need be changed where they must be exactly equal.",
    },
    "tolerance-unused": {
      message: "The tolerance {found} has no say in this relation: what must be more, less, or 0 together knows none.",
      cure: "Delete it; room to spare belongs into the numbers of the relation.",
    },
    "relation-of-rule": {
      message: "The rule “{rule}” takes no 关系式, 允许误差 or 落在.",
      cure: "Delete this; for a relation that is written out, choose 关系式 as 种类.",
    },
    "bad-parameter": { message: "“{found}” is no parameter.", cure: "Write name=value, with a semicolon between two of them." },
    "no-such-parameter": { message: "This rule has no parameter “{found}”.", cure: "It has: {choices}." },
    "no-parameters": { message: "The rule “{rule}” has no parameters.", cure: "Delete this." },
    "parameter-twice": { message: "The parameter “{name}” stands twice.", cure: "Keep one of them." },
    "parameter-missing": { message: "The parameter “{name}” is missing.", cure: "Add it: {name}=…." },
    "ends-before-start": { message: "The end {to} is before the start {from}.", cure: "Check both periods." },
    "not-a-period": { message: "“{found}” is no reporting period.", cure: "Write 2026-S1 (January to June) or 2026-S2." },
    "no-such-relation": { message: "审核关系 has no number “{found}”.", cure: "Check the number, or delete the row." },
    "no-such-message": { message: "This rule has no message “{found}”.", cure: "It has: {choices}." },
    "cell-blank": { message: "“{heading}” is not filled in.", cure: "Fill it in, or delete the row." },
    "message-missing": { message: "Which message these are the words of is not said.", cure: "Write in 情形 one of: {choices}." },
    "words-twice": { message: "These words stand at {first} already.", cure: "Keep one of them." },
    "no-texts": {
      message: "There is no sheet 文字项: the form has figures only, and no texts to fill in.",
      cure: "Nothing need be changed; where there are texts, add the sheet; form export writes one to compare with.",
    },
    "no-words": {
      message: "There is no sheet 关系用语: all checks speak in general words.",
      cure: "Nothing need be changed; where they had words of their own, add the sheet; form export writes one to compare with.",
    },
    "no-labels": {
      message: "There is no sheet 版式: what is printed on the form is in general words.",
      cure: "Nothing need be changed; where the words were others, add the sheet; form export writes one to compare with.",
    },
    "no-relations": {
      message: "No relations are listed: only what every form is judged by is judged, and nothing between its figures.",
      cure: "Nothing need be changed; to judge figures by each other, list relations on the sheet 审核关系.",
    },
    "version-taken": {
      message:
        "The program has version {version} of {id}, with other contents; nobody could tell by which of the two a form was filled in.",
      cure: "Raise 版次 above {version}; for a form of another kind, change 表式编号. Where only the roster changed, 版次 stays.",
    },
    "part-unbound": {
      message: "{part} is part of {whole}, and no relation holds it to be at most {whole}.",
      cure: "Nothing need be changed; to have that judged, add the relation [{part}] <= [{whole}] on 审核关系.",
    },
    "rule-not-listed": {
      message: "审核关系 does not list “{rule}”: what does not keep to this is not told.",
      cure: "Nothing need be changed; to have it judged, add a row on 审核关系 whose 种类 is “{rule}”.",
    },
    merged: {
      message: "{area} is merged: its rows were read as saying the same.",
      cure: "Nothing need be changed; where they should differ, unmerge them and fill in each row.",
    },
    "hidden-rows": {
      message: "From here on {count} rows are hidden or filtered out; what they say counts all the same.",
      cure: "Nothing need be changed; show and delete what is no longer wanted.",
    },
    "hidden-sheet": {
      message: "The sheet “{sheet}” is hidden; what it says counts all the same.",
      cure: "Nothing need be changed; show it and delete what is no longer wanted.",
    },
    "unknown-sheet": {
      message: "The sheet “{sheet}” is no part of a definition and was not read.",
      cure: "Nothing need be changed, unless its name is misspelt.",
    },
    "unused-sheet": {
      message: "The sheet “{sheet}” is not used yet.",
      cure: "Nothing need be changed; what it says has no effect for now.",
    },
    "unknown-heading": {
      message: "There is no column “{found}”; it was not read.",
      cure: "Nothing need be changed, unless its heading is misspelt.",
    },
    "unused-heading": {
      message: "The column “{heading}” is not used yet.",
      cure: "Nothing need be changed; what it says has no effect for now.",
    },
    "without-heading": {
      message: "“{found}” stands under no heading and was not read.",
      cure: "Delete it, or move it under the heading it belongs to.",
    },
    "rules-added": {
      message: "Rules that no form does without were not listed, and added: {rules}.",
      cure: "Nothing need be changed; to give them numbers of your own, list them on this sheet.",
    },
  },
  cures: {
    missing: "Fill it in.",
    "unknown-unit": "Check the spelling; if the unit is right, write 是 in “单位已确认” of this row.",
    "too-many": "Take some away.",
  },
  severity: { error: "error", question: "to confirm", notice: "notice" },
  status: { usable: "usable", faulty: "faulty", refused: "refused" },
  form: "{id}, version {version}, code {code}",
  counts: "{indicators} indicators · {texts} texts · {relations} relations · {roster} roster lines",
  refusal: {
    "not-a-definition":
      "This workbook defines no form: it has neither a sheet 基本信息 nor a sheet 指标. Start from what form export writes.",
    "too-large":
      "The file is too large for the definition of a form. Start from what form export writes, without pictures or whole sheets pasted in.",
  },
  usable: "No mistake was found: it can be used.",
  faulty: "Errors: {errors}; to confirm: {questions}. It can be used once they are put right.",
  difference: {
    from: "Before: {title}, {id} version {version}, code {code}",
    to: "After: {title}, {id} version {version}, code {code}",
    none: "The two definitions do not differ.",
    otherForm: "Their 表式编号 differ: these are two forms. Only what has the same code or number is compared.",
    sameVersion:
      "The version is the same, the contents are not: raise 版次 before forms are issued, or nobody can tell by which of the two a form was filled in.",
    backwards: "The version of the later definition is the lower one: were the two files given the wrong way round?",
    classes: {
      words: "Words alone: figures and checks stay as they are.",
      rules: "Checks: what is asked for, relations, thresholds or the roster have changed; the figures mean what they did.",
      figures:
        "Figures: indicators, units or measures have changed, or an indicator has quite another name; look at each before it is compared with earlier periods.",
    },
    kinds: {
      "indicator-added": "indicator added",
      renamed: "indicator renamed",
      moved: "indicator moved",
      retired: "indicator retired",
      unit: "unit",
      measure: "measure",
      subject: "subject",
      text: "words",
      "relation-added": "relation added",
      "relation-removed": "relation removed",
      "relation-tightened": "relation tightened",
      "relation-loosened": "relation loosened",
      "relation-changed": "relation changed",
      threshold: "threshold",
      "roster-added": "roster: added",
      "roster-removed": "roster: removed",
      "roster-moved": "roster: moved",
      "roster-asked": "roster: to be confirmed",
    },
    count: " Changes: {count}.",
    changed: "{heading}: “{before}” before, “{after}” now",
    filled: "{heading}: blank before, “{after}” now",
    emptied: "{heading}: “{before}” before, blank now",
    moved: "顺序: from place {before} to place {after}",
    came: "new: {after}",
    went: "gone: {before}",
    lineCame: "new, in {after}",
    lineWent: "gone, was in {before}",
    lineMoved: "from {before} to {after}",
    lineAsked: "“{before}” before? “{after}” now. The names are alike: please confirm whether it was renamed or is another line",
  },
  list: {
    "list-headings": {
      message: "Headings that a list needs were not found: {headings}.",
      cure: "Write a row of headings above the list, at least {headings}, and try again.",
    },
    "list-blank": {
      message: "“{heading}” is blank, and nothing above it can stand for it.",
      cure: "Fill it in, or delete the row if it is no part of the list.",
    },
    "list-error": { message: "The cell holds the error {found}.", cure: "Type the text." },
    "list-category": {
      message: "The roster has the cluster “{cluster}” in “{known}”; here it is in “{found}”.",
      cure: "A cluster is of one category: check and correct one of them.",
    },
    "list-empty": { message: "The list has no line.", cure: "Check whether it is the right one." },
    "list-long": {
      message: "The sheet has {count} rows (or merged areas); a list has {most} at most.",
      cure: "Check whether it is the right one, and delete what is no part of it.",
    },
    "list-near": {
      message: "{heading} “{found}” is not on the roster, “{known}” is like it.",
      cure: "If it is a slip, write “{known}” in the list; if it is another one, try again with --as-typed.",
    },
    "list-several": {
      message: "{heading} “{found}” looks like several names in one cell.",
      cure: "Write one a row; if it is one name, try again with --as-typed.",
    },
    "list-new": {
      message: "{heading} “{found}” is not on the roster and is taken as a new one.",
      cure: "Nothing needs to be done; if it is a slip, correct the list.",
    },
    "list-note": { message: "This row is no part of the list and was not read: {found}", cure: "Nothing needs to be done." },
    "list-filled": {
      message: "“{heading}” was blank or merged in {count} rows, and was taken as in the row above.",
      cure: "Nothing needs to be done; where it differs, fill in each row.",
    },
    "list-twice": { message: "{line} stands in row {row} as well; it counts once.", cure: "Nothing needs to be done." },
    "list-there": { message: "{line} is on the roster already.", cure: "Nothing needs to be done." },
    "list-sheet": {
      message: "The sheet “{sheet}” has the headings of a list, too; it was not read.",
      cure: "To add it, save it as a file of its own and try again.",
    },
  },
  rosterSaid: "roster version {version}, lines: {lines}",
};
