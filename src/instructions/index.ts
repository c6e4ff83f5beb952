export { durationInWords } from './duration.js';
export { type Choice, faultName, type Instruction, instruct } from './instruction.js';
export { fill, valueInWords } from './placeholders.js';
export { spoken } from './spoken.js';
export { moveInWords, unsureWords } from './trail-in-words.js';
