export { chatMessages, questionInChat, stepsInOneMessage } from './chat.js';
export { conditionInWords } from './condition-in-words.js';
export { durationInWords } from './duration.js';
export { effortInWords } from './effort.js';
export { type Correspondents, emailLetter, type Letter } from './email.js';
export {
  type Explanation,
  howInWords,
  missingInWords,
  whatIfInWords,
  whyInWords,
  whyNotInWords,
} from './explanation-in-words.js';
export {
  type Clock,
  type HandOver,
  type HandOverAbout,
  type HandOverAnswer,
  type HandOverAttempt,
  type HandOverCollect,
  type HandOverDesk,
  type HandOverFact,
  type HandOverFound,
  type HandOverPossible,
  type HandOverProblem,
  type HandOverRuledOut,
  type HandOverStanding,
  type HandOverStep,
  type HandOverSuspect,
  type HandOverTimes,
  type HandOverUnknown,
  handOver,
  handOverNote,
  type LetterAfterCall,
  type LetterOptions,
  letterAfterCall,
  momentInWords,
  type NoteOptions,
} from './hand-over/index.js';
export { type Choice, faultName, type Instruction, type InstructOptions, instruct, type Term } from './instruction.js';
export { fill, valueInWords } from './placeholders.js';
export { type Recap, recap } from './recap.js';
export { type RecordLine, recordInWords } from './record-in-words.js';
export { type Listener, type ReplyAnswer, type ReplyRead, readReply } from './reply.js';
export { spoken } from './spoken.js';
export { type ExplainedTerm, explainTerm, termsIn } from './terms.js';
export { termsSaid } from './terms-said.js';
export { claimName, moveInWords, unsureWords } from './trail-in-words.js';
export type { WrittenQuestion } from './written-question.js';
