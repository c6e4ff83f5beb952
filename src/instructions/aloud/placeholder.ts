import type { Reading } from './reading.js';

/** `{fact.name}`: a gap that is still to be filled stays visible. */
export const placeholder: Reading = { pattern: /\{[^{}\n]{1,100}\}/uy, say: ([gap]) => gap };
