export { checkDefinitionBook, type BookProblem, type CheckedBook } from "./check";
export { BOOK_MISTAKES, type BookMistakeCode, type BookSeverity } from "./mistake";
export { definitionBook, type RelationReading } from "./write";
