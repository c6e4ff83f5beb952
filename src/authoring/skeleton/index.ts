export { type AnswerOnTheWay, answersTo, newCall } from './example-call.js';
export type { FaultText } from './fault-lines.js';
export { idOf, isId } from './id-of.js';
export { type FaultPlace, newFault } from './new-fault.js';
export { type NewKnowledgeBase, newKnowledgeBase } from './new-knowledge-base.js';
export { type NewProcedure, newProcedure } from './new-procedure.js';
export { type NewTree, newTree } from './new-tree.js';
