import type { RuleWords } from "../locale";

const asText = "the cell holds text, which no sum counts";
const typeDigits = "enter a number, not text";

export const rules: RuleWords = {
  "activity-without-partners": {
    title: "Activities need what they rest on",
    description: "Where an indicator is 0, the figures that rest on it are usually 0 too.",
    why: "None of these can be without it: it was most likely left out by mistake.",
    messages: {
      active: {
        message: "{code} {name} says 0 {unit}, but {active} are above 0.",
        cure: "Check {code} and enter what was left out; if there are none, check {active}, or explain in {where}.",
        brief: "0, yet activities reported",
      },
    },
  },
  "both-or-neither": {
    title: "Two figures that go together",
    description: "Two related indicators are both 0 or both above 0.",
    why: "Only one of two related figures is 0: most likely it was left out.",
    messages: {
      alone: {
        message: "{code} {name} says 0 {unit}, but {other} {otherName} says {otherFound} {otherUnit}.",
        cure: "Check {code} and {other} and enter the one left out; if it is so, explain in {where}.",
        brief: "0, but {other} is not",
      },
    },
  },
  "comparison-altered": {
    title: "Comparison values are as issued",
    description: "The locked comparison values are those the form was issued with.",
    why: "Changes are judged by them: alter them, and no result can be trusted.",
    messages: {
      altered: {
        message: "The comparison value of {code} {name} should be {issued} {unit}; it now reads “{found}”.",
        cure: "Restore {issued}; if the earlier report was wrong, ask the department to correct it rather than changing it here.",
        brief: "comparison should be {issued}",
      },
      removed: {
        message: "The comparison value of {code} {name} should be {issued} {unit}; it was deleted.",
        cure: "Restore {issued}; if the earlier report was wrong, ask the department to correct it rather than changing it here.",
        brief: "comparison should be {issued}",
      },
      added: {
        message: "{code} {name} has no comparison value, yet “{found}” ({unit}) was entered.",
        cure: "Clear the comparison cell.",
        brief: "comparison should be blank",
      },
      otherwise: {
        message: "{code} {name} was issued with the comparison value {issued} {unit}; the reviewer's earlier files say {given} {unit}.",
        cure: "The school changed nothing. Where the earlier report was sent again after this form was issued, changes are counted by the earlier files; settle which of the two holds.",
        brief: "earlier files say {given}",
      },
    },
  },
  "contact-well-formed": {
    title: "Contacts and date are well formed",
    description:
      "At most two telephone numbers, landline with area code (extension allowed) or mobile; a valid e-mail address; a report date that is a day, not before the period begins and not after the next one ends.",
    why: "Reviewers must be able to reach the person who filled in the form; a wrong date misstates when it was reported.",
    messages: {
      phone: {
        message: "{label} “{text}” is not a valid telephone number.",
        cure: "Enter a landline with area code (such as 027-00000000, or 027-00000000-123 with an extension) or an 11-digit mobile number; separate two numbers by 、.",
        brief: "not a telephone number",
      },
      landline: {
        message:
          "{label} “{text}” is not a valid telephone number: behind its area code, a landline begins with 2 to 9, never with 0 or 1.",
        cure: "Check area code and number; where there is no landline, enter an 11-digit mobile number.",
        brief: "no landline begins with 0 or 1",
      },
      email: {
        message: "{label} “{text}” is not a valid e-mail address.",
        cure: "Enter one complete address, such as zhangsan@example.edu.cn.",
        brief: "not an e-mail address",
      },
      notADay: {
        message: "{label} “{text}” is not a date.",
        cure: "Enter year-month-day, such as 2026-12-20.",
        brief: "enter a date: 2026-12-20",
      },
      tooEarly: {
        message: "{label} is {day}, before the period begins on {first}.",
        cure: "Check {label} and enter {first} or a later day.",
        brief: "before the period begins",
      },
      tooLate: {
        message: "{label} is {day}, after the next period ends on {last}; the year may be wrong.",
        cure: "Check {label} and enter the day on which the form is reported.",
        brief: "too late: check the year",
      },
    },
  },
  "date-in-number-cell": {
    title: "No date or time in a number cell",
    description: "The figure of an indicator is a number, shown neither as a date nor as a time.",
    why: "Spreadsheet programs turn inputs such as 3-5 and 3:05 into dates and times; the number behind has nothing to do with what was meant.",
    messages: {
      date: {
        message: "The cell of {code} {name} ({unit}) holds the date “{found}”, not a number.",
        cure: "Clear the date format of the cell and enter the number again.",
        brief: "a date: enter a number",
      },
      time: {
        message: "The cell of {code} {name} ({unit}) shows a time ({found}): what people see is not the number.",
        cure: "Give the cell the format General or Number and enter the number again.",
        brief: "a time: enter a number",
      },
    },
  },
  "error-value": {
    title: "No error values",
    description: "No input cell holds an error value such as #REF! or #N/A, or a logical value.",
    why: "An error value is no data, and makes every sum over it an error.",
    messages: {
      fault: {
        message: "The cell holds “{found}”, which is no input.",
        cure: "Delete it and enter the content again.",
        brief: "error value: enter again",
      },
    },
  },
  "figures-repeated": {
    title: "No two sheets with the same figures",
    description:
      "Two programmes of a school seldom have the same figures throughout; with fewer figures above 0 than set, nothing is compared. Where one programme serves two clusters, the reviewer alone decides whether totals count it twice: the school has nothing to explain.",
    why: "Where all are the same, one sheet was most likely copied to the other; one programme with the same figures in two clusters is counted twice in the totals of the province.",
    messages: {
      repeated: {
        message: "All figures of this sheet are those of “{sheet}” ({programme}), {count} of them above 0.",
        cure: "Check whether the figures of “{sheet}” were copied to this sheet, and enter those of its own programme; if they are right, say why in {where}.",
        brief: "same figures as {sheet}",
      },
      countedTwice: {
        message:
          "Counted twice: “{programme}” serves “{cluster}” and “{otherCluster}”; all figures of this sheet are those of “{sheet}” ({count} above 0), and the totals of the province hold them twice.",
        cure: "The reviewer decides whether totals count them once or twice; where both lines are on the roster, the school made no mistake.",
        brief: "counted twice: same figures as {sheet}",
      },
    },
  },
  "definition-altered": {
    title: "The file carries the definition that was issued",
    description: "A form carries the definition it was issued with (the hidden sheet “_表式”): that of the reviewer.",
    why: "Forms are judged by the reviewer's definition, whatever a file carries; where the two differ, the school may have seen other demands.",
    messages: {
      altered: {
        message: "The definition in the file is not the reviewer's: {rows}. It changes no result.",
        cure: "Check whether the school was issued the same definition; it is no fault of the school.",
        brief: "another definition",
      },
      missing: {
        message: "The form was issued with its definition (the hidden sheet “_表式”), which is gone. It changes no result.",
        cure: "Most likely another program dropped it when saving; it is no fault of the school.",
        brief: "definition gone",
      },
      sealed: {
        message: "The seal was made under another definition (code {code}). It changes no result.",
        cure: "Check by which definition the school filled in the form; it is no fault of the school.",
        brief: "sealed by another definition",
      },
    },
  },
  "foreign-sheet": {
    title: "One workbook, one school, one period",
    description:
      "A workbook reports for one school and one period: no cover and no sheet of another. A cover is judged by what it says, a sheet by the school it was issued for, which its own result formulas name; renaming it changes nothing.",
    why: "Figures of another school or period would be counted for this one.",
    messages: {
      school: {
        message: "This is the form of “{issued}” ({sheets}), but the workbook also has sheets of “{other}” ({otherSheets}).",
        cure: "Delete the sheets that are not of “{issued}”; “{other}” sends its own form, in the file that was issued for it.",
        brief: "sheets of {other}",
      },
      period: {
        message: "This is the form of {issued} ({sheets}), but the workbook also has sheets of {other} ({otherSheets}).",
        cure: "Delete the sheets of {other} and keep those of {issued}.",
        brief: "sheets of {other}",
      },
      cover: {
        message: "There is a second cover, “{other}”; what it says is not used, “{cover}” counts.",
        cure: "Delete the sheet “{other}” if it is not needed.",
        brief: "a second cover",
      },
    },
  },
  "formula-in-input": {
    title: "No formulas in input cells",
    description: "Input cells hold what was typed, not formulas; a form with formulas is not sealed.",
    why: "A formula may refer to another file on your computer; opened elsewhere it changes or fails.",
    messages: {
      formula: {
        message: "The cell holds the formula “={formula}”, now “{found}”.",
        cure: "Check the result and replace the formula by its value (copy, then paste values).",
        brief: "replace formula by value",
      },
      sealed: {
        message: "The cell holds the formula “={formula}”, now “{found}”; a sealed form has no formulas in input cells.",
        cure: "Check the result and replace the formula by its value (copy, then paste values), then seal.",
        brief: "replace formula by value",
      },
      unsaved: {
        message: "The cell holds the formula “={formula}”, whose result is not saved in the file: it cannot count.",
        cure: "Open the file in Excel or WPS, check the result, replace the formula by its value (copy, then paste values), and save.",
        brief: "replace formula by value",
      },
    },
  },
  "identification-valid": {
    title: "School, period and programme are valid",
    description: "School, period, category, cluster and programme are filled in, agree with the roster, and fit each other.",
    why: "The consolidation sorts by these names: a wrong one puts the figures in the wrong place, or nowhere.",
    messages: {
      blank: {
        message: "{label} is blank.",
        cure: "Choose {label} from the list.",
        brief: "blank",
      },
      unreadable: {
        message: "{label} “{text}” cannot be read.",
        cure: "Choose {label} from the list; it is written like “2026年下半年”.",
        brief: "write it as 2026年下半年",
      },
      unknown: {
        message: "{label} “{text}” is not on the roster.",
        cure: "Choose {label} from the list rather than typing a name.",
        brief: "not as on the roster",
      },
      nearMiss: {
        message: "{label} “{text}” is not written as on the roster: “{known}”.",
        cure: "Change it to “{known}”; if it is another name indeed, ask the department about the roster.",
        brief: "not as on the roster",
      },
      elsewhere: {
        message: "The cluster “{text}” belongs to “{expected}”, not to the chosen category “{category}”.",
        cure: "Check category and cluster, and correct the one chosen wrongly.",
        brief: "not in this category",
      },
    },
  },
  "identity-changed": {
    title: "School and period are as issued",
    description: "School and period on the cover are those the form was issued for.",
    why: "The comparison values belong to that school and period; with another, no comparison holds.",
    messages: {
      school: {
        message: "The form was issued for “{issued}”, but {label} on the cover says “{found}”.",
        cure: "Change it back to “{issued}”; another school uses the form issued for it.",
        brief: "should be {issued}",
      },
      period: {
        message: "{label} of this form is {issued}, but the cover says {found}.",
        cure: "Change it back to “{issued}”; for another period use the form of that period.",
        brief: "should be {issued}",
      },
    },
  },
  "indicator-filled": {
    title: "Every indicator is filled in",
    description: "Every indicator has a figure; where there is none, 0, not a blank.",
    why: "A blank may mean none or forgotten: the consolidation cannot tell.",
    messages: {
      blank: {
        message: "{code} {name} ({unit}) is blank.",
        cure: "Enter the figure; 0 if there is none.",
        brief: "blank: enter 0 if none",
      },
    },
  },
  "label-altered": {
    title: "Printed words are unchanged",
    description: "Names and units of the indicators are those of the form issued.",
    why: "With another name or unit it is another indicator, and cannot be added up.",
    messages: {
      altered: {
        message: "In row {code} the form says “{issued}”; it now reads “{found}”.",
        cure: "Restore “{issued}”; remarks belong in the explanation column.",
        brief: "printed words changed",
      },
      unit: {
        message: "Row {code} counts in {issued}; the sheet says {found}.",
        cure: "First make sure in which unit the figure was entered: convert it where that was {found}, then put {issued} back. Where the form was issued with {found}, ask the department which form is meant.",
        brief: "unit must be {issued}, check the figure",
      },
      carried: {
        message: "Row {code} says “{found}”, as does the definition that the file carries; the one it is judged by says “{issued}”.",
        cure: "Find out whether the school was sent the same definition, and whether the figure counts; it is no mistake of the school's.",
        brief: "as the file's own definition has it",
      },
    },
  },
  "large-change": {
    title: "A large change",
    description: "A figure that changed against its comparison value by the set percentage and the set number, or more, is to be verified.",
    why: "Large changes are often a digit too many or too few, or another way of counting.",
    messages: {
      rose: {
        message:
          "{code} {name}: {found} {unit} against {compared} {unit}, {difference} {unit} more, a rise of {percent}% (limit {limit}%).",
        cure: "Check the figure and correct it; if it is right, give the reason for the rise in {where}.",
        brief: "up {percent}%",
      },
      fell: {
        message:
          "{code} {name}: {found} {unit} against {compared} {unit}, {difference} {unit} less, a fall of {percent}% (limit {limit}%).",
        cure: "Check the figure and correct it; if it is right, give the reason for the fall in {where}.",
        brief: "down {percent}%",
      },
    },
  },
  "needs-one-of": {
    title: "A figure rests on others",
    description: "Where an indicator is above 0, at least one of those it rests on is above 0.",
    why: "Where all it rests on are 0, something was most likely put in the wrong row.",
    messages: {
      none: {
        message: "{code} {name} says {found} {unit}, but {of} are all 0.",
        cure: "Check {code} and {of} and correct what is in the wrong row; if it is so, explain in {where}.",
        brief: "{of} are 0",
      },
    },
  },
  "number-as-text": {
    title: "Figures are numbers",
    description: "The figure of an indicator is a number in its cell, not text, without units, words or separators.",
    why: "Text looks like a number, but no sum and no consolidation counts it.",
    messages: {
      width: {
        message: `{code} {name}: “{text}” is in full-width digits; ${asText}.`,
        cure: "Enter {value} ({unit}) in ordinary digits.",
        brief: typeDigits,
      },
      separators: {
        message: `{code} {name}: “{text}” has thousands separators; ${asText}.`,
        cure: "Enter {value} ({unit}) without separators.",
        brief: typeDigits,
      },
      spaces: {
        message: `{code} {name}: “{text}” has spaces around it; ${asText}.`,
        cure: "Enter {value} ({unit}) without spaces.",
        brief: typeDigits,
      },
      storedAsText: {
        message: `{code} {name}: “{text}” is a number stored as text; ${asText}.`,
        cure: "Set the cell to a number format and enter {value} ({unit}).",
        brief: typeDigits,
      },
      unit: {
        message: `{code} {name}: “{text}” includes the unit; ${asText}.`,
        cure: "The unit is printed on the form: enter {value} ({unit}) only.",
        brief: typeDigits,
      },
      magnitude: {
        message: `{code} {name}: “{text}” includes 万, 元 or the like; ${asText}. In {unit} it is {value}.`,
        cure: "Check the conversion and enter {value} ({unit}).",
        brief: typeDigits,
      },
      outOfType: {
        message: `{code} {name}: “{text}” reads as {value}, which this indicator ({unit}) cannot be; ${asText}.`,
        cure: "Check it and enter a number this indicator can have.",
        brief: typeDigits,
      },
      approximate: {
        message: "{code} {name}: “{text}” is an approximation or a range, not a number.",
        cure: "Find out the exact number ({unit}) and enter it.",
        brief: typeDigits,
      },
      unreadable: {
        message: "{code} {name}: “{text}” is not a number.",
        cure: "Enter a number in digits ({unit}); remarks belong in the explanation column.",
        brief: typeDigits,
      },
    },
  },
  "number-in-range": {
    title: "Figures are possible",
    description: "Figures are not negative, have at most 15 digits and no more decimals than their type, and counts are whole.",
    why: "A negative figure or a fraction of a person cannot be: it was mistyped.",
    messages: {
      negative: {
        message: "{code} {name} says {found} {unit}, below 0.",
        cure: "Check it and enter 0 or more.",
        brief: "must not be below 0",
      },
      notInteger: {
        message: "{code} {name} says {found} {unit}; it must be a whole number.",
        cure: "Check it and enter a whole number; the decimal point may be misplaced.",
        brief: "must be whole",
      },
      tooManyDecimals: {
        message: "{code} {name} says {found} {unit}, with more than {decimals} decimals.",
        cure: "Round it to {decimals} decimals at most.",
        brief: "{decimals} decimals at most",
      },
      tooLarge: {
        message: "{code} {name} says {found} {unit}: more than 15 digits, which no spreadsheet holds exactly.",
        cure: "Check it and enter it in the unit of the form.",
        brief: "15 digits at most",
      },
    },
  },
  "on-roster": {
    title: "The programme is on the roster",
    description: "The combination of school, cluster and programme is on the roster.",
    why: "What is not on it may be a wrong choice; as the roster at hand is incomplete, it is a question, not an error.",
    messages: {
      notListed: {
        message: "The roster at hand does not list “{school}” serving “{cluster}” with “{programme}”.",
        cure: "Check cluster and programme and correct a wrong choice; if a later batch lists it, name the document in {where}.",
        brief: "not on the known roster",
      },
      unlisted: {
        message: "The roster does not list “{school}” serving “{cluster}” with “{programme}”.",
        cure: "Choose cluster and programme from the lists.",
        brief: "not on the roster",
      },
    },
  },
  "part-at-most-whole": {
    title: "A part is at most its whole",
    description: "The figure of a part (其中) is no larger than that of its whole.",
    why: "A part cannot exceed the whole: one of the two is wrong.",
    messages: {
      exceeds: {
        message: "{code} {name} says {found} {unit}, more than the {limit} {unit} of {whole} {wholeName}.",
        cure: "Check {code} and {whole} and correct the wrong one, so that {code} is no larger than {whole}.",
        brief: "more than {whole} ({limit})",
      },
    },
  },
  "partner-names": {
    title: "What is counted is named",
    description: "Where the number is above 0, names are given; all of them where there are fewer than the set number.",
    why: "A number without names cannot be verified.",
    messages: {
      tooFew: {
        message: "{code} {name} says {found} {unit}, but “{label}” names {names}; at least {least} are due.",
        cure: "Add full names to “{label}”, separated by 、; if they cannot be named, explain in {where}.",
        brief: "name at least {least}",
      },
    },
  },
  "parts-sum-to-total": {
    title: "A total equals the sum of its parts",
    description: "The total of this period equals the sum of its parts.",
    why: "A total typed by hand drifts from its parts, and the consolidation would count people twice or not at all.",
    messages: {
      differs: {
        message: "{code} {name} says {found} {unit}, but its parts {parts} add up to {sum} {unit}: a difference of {difference} {unit}.",
        cure: "Check {parts} and correct the part that is wrong; if the parts are right, enter {sum} for {code}.",
        brief: "{parts} = {sum}",
      },
    },
  },
  "programme-reported-twice": {
    title: "No programme is reported twice",
    description: "A programme that serves a cluster is reported on one sheet only.",
    why: "Figures reported twice are counted twice.",
    messages: {
      twice: {
        message: "“{programme}” for “{cluster}” is already reported on “{sheet}”.",
        cure: "If the programme was chosen wrongly, correct it; if it is a duplicate, keep one sheet only.",
        brief: "same as {sheet}",
      },
    },
  },
  "ratio-in-range": {
    title: "A plausible ratio of two figures",
    description: "The ratio of two indicators lies within the set range.",
    why: "Outside of it, units were most likely confused, or a digit is too many or too few.",
    messages: {
      outside: {
        message:
          "{code} {name} says {found} {unit}, {per} {perName} says {perFound} {perUnit}: {ratio} {unit} each, not within {min} to {max} {unit}.",
        cure: "Check that the amount is in {unit}; if it is right, explain in {where}.",
        brief: "{ratio} {unit} per {perUnit}",
      },
    },
  },
  relation: {
    title: "Figures agree with the relation",
    description: "Figures agree with the relation that the form states.",
    why: "The relation is set by whoever issues the form; where it does not hold, something was most likely mistyped.",
    messages: {
      compared: {
        message:
          "{code} {name} is {found} {unit}, against “{relation}”: {left} on the left, {right} on the right, a difference of {difference} ({numbers}).",
        cure: "Check the figures of the relation and correct the wrong one; if they are right, explain in {where}.",
        brief: "against {short}",
      },
      beside: {
        message: "{code} {name} is {found} {unit} and {other} {otherName} {otherFound} {otherUnit}, against “{relation}”.",
        cure: "Check {code} and {other} and correct the wrong one; if they are right, explain in {where}.",
        brief: "against {short}",
      },
      strict: {
        message: "{code} {name} is {found} {unit}, against “{relation}”: {left} on the left, {right} on the right ({numbers}).",
        cure: "Check the figures of the relation and correct the wrong one; if they are right, explain in {where}.",
        brief: "against {short}",
      },
      fails: {
        message: "{code} {name} is {found} {unit}, against “{relation}” ({numbers}).",
        cure: "Check the figures of the relation and correct the wrong one; if they are right, explain in {where}.",
        brief: "against {short}",
      },
    },
  },
  "required-text": {
    title: "Required texts are present",
    description:
      "Every item of the cover and every required text is filled in, also what is required where an indicator is above 0. A draft carried over counts once it is rewritten or checked.",
    why: "Without contacts and texts the report cannot be reviewed.",
    messages: {
      blank: {
        message: "“{label}” is blank.",
        cure: "Fill in “{label}”.",
        brief: "required, still blank",
      },
      draft: {
        message: "“{label}” is still the draft carried over from the last period.",
        cure: "Rewrite it for this period; where nothing changed, check it and delete “{mark}”.",
        brief: "draft of last period, not rewritten",
      },
      blankWhenPositive: {
        message: "{code} {name} says {found} {unit}, but “{label}” is blank.",
        cure: "Fill in “{label}”; if there are none, change {code} to 0.",
        brief: "required when {code} is above 0",
      },
    },
  },
  "result-overwritten": {
    title: "Results come from formulas",
    description: "The results of the check and the verdict on the cover come from the form's own formulas, not from typing.",
    why: "A typed “passed” was checked by nobody, and whoever opens or prints the form takes it for a result.",
    messages: {
      overwritten: {
        message:
          "{cells} cells that show results no longer hold their formula; the first says “{found}”, which no check need have found out.",
        cure: "What counts is the check of this program. Empty what was typed: what is to be added belongs into the explanation. A file that was saved as values alone may stay as it is.",
        brief: "result is not from a formula",
      },
    },
  },
  "round-numbers-only": {
    title: "Round numbers only",
    description: "The larger figures of a sheet are seldom all multiples of ten.",
    why: "Counted figures are seldom all round; estimated ones are.",
    messages: {
      round: {
        message: "All {count} figures of {from} or more are multiples of {step}: they look like estimates.",
        cure: "Make sure that they come from records; replace estimates by actual figures.",
        brief: "all multiples of {step}",
      },
    },
  },
  "same-as-previous": {
    title: "Identical to the previous report",
    description: "The figures of a period are seldom all the same as those of the period before.",
    why: "If all are the same, the previous report was most likely copied.",
    messages: {
      same: {
        message: "All {count} comparable figures equal those of the previous report.",
        cure: "Report the figures of this period; if nothing changed, explain in {where}.",
        brief: "all equal to last report",
      },
    },
  },
  "sheet-hidden": {
    title: "No sheet of the form is hidden",
    description: "The cover and the sheets of all programmes are visible.",
    why: "A hidden sheet is counted all the same, but nobody sees it and nobody can check it.",
    messages: {
      hidden: {
        message: "The sheet “{sheet}” is hidden; what it holds is counted all the same.",
        cure: "Right-click a sheet tab, choose Unhide, show “{sheet}” and check it; if it is not in the list, fill in a fresh form.",
        brief: "the sheet is hidden",
      },
    },
  },
  "stale-explanation": {
    title: "A changed figure is explained anew",
    description: "Where a figure was changed after sealing, its explanation is written anew.",
    why: "The old explanation was about the old figure.",
    messages: {
      value: {
        message: "{code} {name} ({unit}) was changed after sealing, but its explanation still reads “{text}”.",
        cure: "Explain the present figure; delete the explanation if none is needed any more.",
        brief: "changed: explain anew",
      },
      line: {
        message: "The programme's line was changed after sealing, but its explanation still reads “{text}”.",
        cure: "Explain the present line; delete the explanation if none is needed any more.",
        brief: "line changed: explain anew",
      },
    },
  },
  "stock-falls": {
    title: "A stock falls",
    description: "Figures in existence at the end of the period seldom fall.",
    why: "Such figures add up over time; a fall is most likely an omission or another way of counting.",
    messages: {
      fell: {
        message: "{code} {name}: {found} {unit}, {difference} {unit} less than the {compared} {unit} of the previous period.",
        cure: "Check the figure and add what was left out; if it did fall, give the reason in {where}.",
        brief: "{difference} {unit} less than before",
      },
    },
  },
  "text-copied": {
    title: "Text copied from the previous report",
    description: "A text tells what is new, and is not copied from the previous report.",
    why: "A copied text says nothing about this period.",
    messages: {
      copied: {
        message: "“{label}” is the same as in the previous report.",
        cure: "Add what is new in this period.",
        brief: "same as last report",
      },
    },
  },
  "text-length": {
    title: "Texts keep to their length",
    description: "No text is longer than the form allows.",
    why: "What exceeds it is cut off in print, and no reviewer sees it.",
    messages: {
      tooLong: {
        message: "“{label}” has {found} characters, more than the {most} allowed.",
        cure: "Shorten it by {excess} characters or more; keep the essentials.",
        brief: "{excess} characters too long",
      },
    },
  },
  "validation-removed": {
    title: "Data validation is intact",
    description: "Input cells keep the data validation (lists, limits) they were issued with.",
    why: "Pasting wipes it, and mistakes then go unnoticed.",
    messages: {
      removed: {
        message: "The data validation of {cells} input cells is gone, most likely by pasting.",
        cure: "Restore it; from now on paste values only.",
        brief: "validation is gone",
      },
    },
  },
  "zero-forces-zero": {
    title: "Where one is 0, what rests on it is 0",
    description: "Where an indicator is 0, those that rest on it are 0, too.",
    why: "Nothing can rest on what is not there: one of them is wrong.",
    messages: {
      positive: {
        message: "{whole} {wholeName} says 0, but {code} {name} says {found} {unit}.",
        cure: "Check {whole} and {code}: enter {whole} if it was left out, or change {code} to 0.",
        brief: "{whole} is 0: enter 0",
      },
    },
  },
  "zero-turned": {
    title: "From some to none, or from none to some",
    description: "A figure of 0 with a comparison value above 0, or the reverse, is to be verified.",
    why: "From some to none is most likely an omission, from none to some the wrong row.",
    messages: {
      becameZero: {
        message: "{code} {name}: the comparison value is {compared} {unit}, the figure {found}.",
        cure: "Check the figure and add what was left out; if there are none any more, explain in {where}.",
        brief: "{compared} became 0",
      },
      becamePositive: {
        message: "{code} {name}: the comparison value is {compared}, the figure {found} {unit}.",
        cure: "Check the figure and its row; if they are new, explain in {where}.",
        brief: "0 became {found}",
      },
    },
  },
  "leader-differs": {
    title: "One cluster, one name",
    description:
      "The schools that serve a cluster name the same in a text. Compared are the names as typed: they agree where one of them is the same, or one is the other one shortened.",
    why: "Where schools differ, one of them is mistaken or things have changed. A program compares words: it cannot know who is right.",
    messages: {
      differs: {
        message: "“{label}” of “{cluster}” is given as “{found}”, unlike other schools that serve it: {others}.",
        cure: "Ask the department in charge; if the entry is right, say in the answer what it rests on.",
        brief: "differs from other schools",
      },
    },
  },
  "line-of-two-schools": {
    title: "No two schools report one programme",
    description:
      "A programme of a cluster that the roster does not give to the school, and that another school reports as well, is to be verified. Lines that the roster gives to both are none of this.",
    why: "Totals would count it twice; a mistyped name of a school has the same effect.",
    messages: {
      shared: {
        message:
          "“{programme}” for “{cluster}” is also reported by {count} other school(s), among them {others}, and the roster does not give it to this school.",
        cure: "Check the names of school and programme; if both schools run it, name the approval in the answer.",
        brief: "another school reports it too",
      },
    },
  },
  "ratio-far-from-others": {
    title: "A level like that of other schools",
    description: "The ratio of two indicators is about where it is for other schools (median and median absolute deviation of all ratios).",
    why: "A level far from everybody else's often comes from a wrong unit, scope or row.",
    messages: {
      far: {
        message:
          "{code} {name} {found} {unit}, {per} {perName} {perFound} {perUnit}: {ratio} on average; the median of {lines} programmes is {median}.",
        cure: "Check what {code} and {per} cover, and correct them if they are wrong.",
        brief: "{ratio} on average, others {median}",
      },
    },
  },
};
