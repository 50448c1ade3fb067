export { checkDefinitionBook, type BookProblem, type CheckedBook } from "./check";
export { BOOK_MISTAKES, type BookMistakeCode, type BookSeverity } from "./mistake";
export { definitionBook, type RelationReading } from "./write";
export {
  CHANGE_CLASSES,
  definitionDifference,
  ORDER_HEADING,
  type ChangeClass,
  type ChangeKind,
  type DefinitionChange,
  type DefinitionDifference,
  type RosterLine,
} from "./difference";
export { LIST_MISTAKES, readRosterList, type BatchMode, type ListMistakeCode, type ListProblem, type RosterBatch } from "./roster-list";
