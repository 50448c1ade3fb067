export {
  decimalsOf,
  hasTolerance,
  isHardlyEqual,
  precisionOf,
  valueOf,
  verdictsOf,
  type Decimals,
  type Lookup,
  type Verdict,
} from "./evaluate";
export { knownRelation, type KnownRelation } from "./known";
export { RELATION_MISTAKES, type RelationMistake, type RelationMistakeCode } from "./mistake";
export { normalConditions } from "./normal";
export { parseRelation, RELATION_LIMITS, type RelationForm } from "./parse";
export { generalMessage, shortText } from "./row";
export { samplesOf, type Sample, type Samples } from "./sample";
export { codesOf, shapeOf, SHAPES, type Shape, type ShapeId } from "./shape";
export { strengthOf, type Strength } from "./strength";
export {
  comparisonsIn,
  refText,
  refsIn,
  refsOf,
  refsOfRelation,
  type Comparator,
  type Condition,
  type Expression,
  type FunctionName,
  type Ref,
  type Relation,
  type RelationOptions,
} from "./tree";
export { impliedUnits, unitQuestions, type UnitQuestion } from "./units";
