import type { DefinitionWords } from "../definition-words";

export const definitionWords: DefinitionWords = {
  missing: { message: "This is missing.", cure: "Add it." },
  "unknown-key": { message: "There is no such item.", cure: "Check its name; delete what is not needed." },
  "not-text": { message: "A text is expected, not {found}.", cure: "Make it a text; keep programs from turning a code into a number." },
  "not-number": { message: "A number is expected, not “{found}”.", cure: "Enter digits alone." },
  "not-list": { message: "A list is expected, not “{found}”.", cure: "Make it a list, even of one." },
  "not-object": { message: "Several items are expected, not “{found}”.", cure: "Enter them one by one." },
  "not-boolean": { message: "Yes or no is expected, not “{found}”.", cure: "Make it yes (true) or no (false)." },
  "not-one-of": { message: "“{found}” is not one of the choices.", cure: "Choose among: {choices}." },
  blank: { message: "There is nothing here.", cure: "Fill it in; spaces and punctuation alone do not count." },
  "outer-spaces": { message: "“{found}” begins or ends with a space.", cure: "Delete these spaces." },
  "forbidden-character": { message: "There is a line break or an invisible control character.", cure: "Delete it, and write one line." },
  separator: { message: "“{found}” holds |, which names are joined with.", cure: "Use another character." },
  "too-long": { message: "There are {count} characters, at most {most} are allowed.", cure: "Shorten it." },
  "too-few": { message: "There are {count} items, at least {least} are needed.", cure: "Add the others." },
  "too-many": {
    message: "There are {count} items, at most {most} are allowed.",
    cure: "Take some away; they were not looked at one by one.",
  },
  "too-small": { message: "{found} is below {least}.", cure: "Enter a number of at least {least}." },
  "too-large": { message: "{found} is above {most}.", cure: "Enter a number of at most {most}." },
  "not-whole": { message: "{found} is no whole number.", cure: "Enter a whole number." },
  "bad-code": {
    message: "“{found}” cannot be the code of an indicator.",
    cure: "A code has letters, digits, points and hyphens, begins with a letter or digit, and has at most 20 characters; names that the program keeps for itself are taken.",
  },
  "bad-id": {
    message: "“{found}” cannot be an id.",
    cure: "An id has letters, digits, points and hyphens, and at most 40 characters; names that the program keeps for itself are taken.",
  },
  "bad-ref": {
    message: "“{found}” is no reference of a relation.",
    cure: "A reference is a capital letter with two digits, such as A06.",
  },
  "bad-period": { message: "“{found}” is no reporting period.", cure: "Write 2026-S1 (January to June) or 2026-S2." },
  "bad-email": { message: "“{found}” is no mail address.", cure: "Write one address alone, such as name@example.edu.cn." },
  "bad-sheet-name": {
    message: "“{found}” cannot be the name of a sheet.",
    cure: "A name holds none of [ ] : * ? / \\, neither begins nor ends with ', does not begin with _, and is not that of a programme sheet such as 表1.",
  },
  "bad-numbering": {
    message: "The numbering “{found}” does not fit the eight columns.",
    cure: "Write eight of them with one space between, such as 甲 乙 丙 丁 1 2 3 4.",
  },
  "without-max": { message: "“{found}” does not say how many characters.", cure: "Where the number belongs, write max in braces." },
  "unknown-unit": {
    message: "“{found}” is no usual unit.",
    cure: "Check the spelling; a unit that is right is confirmed when the definition is read.",
  },
  "no-such-code": { message: "The form has no indicator with the code “{found}”.", cure: "Check the code, and zeros at its beginning." },
  "no-such-text": { message: "The form has no text with the id “{found}”.", cure: "Check the id." },
  "no-such-rule": { message: "There is no rule called “{found}”.", cure: "Check the name of the rule." },
  "no-such-fact": { message: "This sentence cannot use “{found}”.", cure: "In braces it may use only: {choices}." },
  repeated: { message: "“{found}” stands twice, first at {first}.", cure: "Change one of them, or delete it." },
  alike: {
    message: "“{found}” differs from “{other}” ({first}) in spaces, punctuation or case alone: a reader cannot tell them apart.",
    cure: "Use different words.",
  },
  "not-before": {
    message: "The indicator “{found}”, of which this is a part, does not stand before it.",
    cure: "Put the total before its parts.",
  },
  interrupted: { message: "The group “{found}” is interrupted by another one.", cure: "Put the indicators of a group together." },
  "programme-of-school": {
    message: "Reports are about schools as a whole, but here stands a programme, “{found}”.",
    cure: "Clear it; where reports are about programmes, say so in 填报对象.",
  },
  "two-categories": {
    message: "The cluster “{found}” stood under “{other}” before.",
    cure: "A cluster belongs to one category: make them the same.",
  },
  "wrong-kind": {
    message: "The item of the cover for {role} is of the kind {expected}, not {found}.",
    cure: "Make it {expected}, or change what it is for.",
  },
  overlap: {
    message: "“{found}” and “{other}” overlap: a formula would count what they share twice.",
    cure: "Delete one, or use words that do not overlap.",
  },
  "out-of-order": { message: "{found} stands behind {before}.", cure: "Put the relations in the order of their references." },
  "before-queries": {
    message: "The rule about old explanations stands before the query {before}.",
    cure: "Move it behind all relations that begin with B.",
  },
  "rule-left-out": { message: "The rule “{found}” is left out: mistakes would pass unseen.", cure: "Add it; it cannot be left out." },
  "fixed-severity": { message: "The severity of the rule “{found}” cannot be changed.", cure: "Delete the severity here." },
  "other-shape": { message: "This relation is a “{expected}”; “{found}” is written here.", cure: "Change it to “{expected}”." },
  "relation-too-many-parts": { message: "The relation has more than {most} parts.", cure: "Split it into several." },
  "relation-too-deep": {
    message: "Brackets are nested more than {most} deep.",
    cure: "Leave out those that are not needed, or split the relation.",
  },
  "relation-unexpected": {
    message: "“{found}”, character {at}, does not belong here.",
    cure: "Check the signs and brackets here and before.",
  },
  "relation-unfinished": { message: "The relation is not finished.", cure: "Complete it: 若 needs 则, and brackets come in pairs." },
  "relation-no-such-indicator": {
    message: "“{found}”, character {at}, is no code of an indicator.",
    cure: "Check the code, its leading zeros too.",
  },
  "relation-number-or-code": {
    message: "“{found}”, character {at}, is no code of an indicator.",
    cure: "Write [{code}] for the indicator, or {found}.0 for the number, or the number with its unit, such as {found}{unit}.",
  },
  "relation-decimal-or-code": {
    message: "“{found}”, character {at}, is a number and the code of an indicator.",
    cure: "Write [{found}] for the indicator, or the number with its unit.",
  },
  "relation-range-backwards": { message: "“{found}” does not begin before it ends.", cure: "Write the first or smaller one first." },
  "relation-product": { message: "Two indicators are multiplied at character {at}.", cure: "Use a ratio, or a limit for each." },
  "relation-without-then": {
    message: "There is 若 without 则.",
    cure: "Write: 若 a condition，则 what must hold, such as 若 08=0，则 09=0.",
  },
  "relation-name-for-code": {
    message: "Character {at}, “{found}”, is the name of an indicator.",
    cure: "Write the code {code}, not the name.",
  },
  "relation-word-for-sign": {
    message: "Character {at}, “{found}”, is a word where a sign belongs.",
    cure: "Write {sign} in place of “{found}”.",
  },
  "relation-thousands": { message: "Character {at}, “{found}”, has thousands separators.", cure: "Write {plain}." },
  "relation-unit-of-none": {
    message: "Character {at}, “{found}”: no indicator of the form counts in this unit.",
    cure: "Write it in the unit of the indicator that it is compared with, such as {example}.",
  },
  "relation-stop-at-end": { message: "The relation ends with “{found}”.", cure: "Delete it." },
  "relation-no-indicator": {
    message: "The relation names no indicator.",
    cure: "Name one by its code; put a code of one digit in brackets.",
  },
  "relation-not-on-the-form": {
    message: "The form holds no such earlier figure of “{found}”: stocks are compared with 上期, flows with 上年同期.",
    cure: "The form prints 对比数 alone: write 对比[{found}] for it; where something else is meant, delete the relation.",
  },
};
