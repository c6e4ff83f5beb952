import type { Tables } from './tables.js';

/** The columns by which each table tells its rows apart. A table comes after those that its rows refer to. */
export const tableKeys: { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] } = {
  knowledge: ['hash'],
  cases: ['number'],
  events: ['case_number', 'sequence'],
  texts: ['case_number'],
  links: ['one', 'other'],
  faults: ['case_number', 'tree', 'fault'],
  questions: ['case_number', 'sequence'],
  steps: ['case_number', 'sequence', 'step'],
  facts: ['case_number', 'fact', 'value'],
  sayings: ['case_number', 'sequence'],
  agents: ['case_number', 'agent'],
  erasures: ['erasure'],
};
