export type { AnswerHeard, OpenQuestion } from './heard-answers.js';
export type { FactHeard } from './heard-facts.js';
export { type Listened, listen } from './listen.js';
export type { Match } from './reasons.js';
export { type Found, openSearch, type Result, type Search, type SearchOptions, search } from './search.js';
export type { How } from './understand.js';
