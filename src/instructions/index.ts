export { durationInWords } from './duration.js';
export {
  type Explanation,
  howInWords,
  missingInWords,
  whatIfInWords,
  whyInWords,
  whyNotInWords,
} from './explanation-in-words.js';
export { type Choice, faultName, type Instruction, instruct } from './instruction.js';
export { fill, valueInWords } from './placeholders.js';
export { moveInWords, unsureWords } from './trail-in-words.js';
