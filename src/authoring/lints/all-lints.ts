import { adviceCopied } from './advice-copied.js';
import { answersAlike } from './answers-alike.js';
import { branchShadowed } from './branch-shadowed.js';
import { callsMissing } from './calls-missing.js';
import { checkUnused } from './check-unused.js';
import { clickWithoutWhere } from './click-without-where.js';
import { collectMissing } from './collect-missing.js';
import { conditionUnused } from './condition-unused.js';
import { deskUnused } from './desk-unused.js';
import { effortMissing } from './effort-missing.js';
import { expectMissing } from './expect-missing.js';
import { factNeverRead } from './fact-never-read.js';
import { factNeverSet } from './fact-never-set.js';
import { faultDeep } from './fault-deep.js';
import { faultsAlike } from './faults-alike.js';
import { fixLate } from './fix-late.js';
import { glossaryUnused } from './glossary-unused.js';
import { hardToRead } from './hard-to-read.js';
import { ifConfusedMissing } from './if-confused-missing.js';
import { ifConfusedSame } from './if-confused-same.js';
import { issueOver } from './issue-over.js';
import { jargonUnexplained } from './jargon-unexplained.js';
import { labelLong } from './label-long.js';
import { likelihoodMissing } from './likelihood-missing.js';
import type { Lint } from './lint.js';
import { preventMissing } from './prevent-missing.js';
import { procedureUnused } from './procedure-unused.js';
import { questionDouble } from './question-double.js';
import { questionNegative } from './question-negative.js';
import { questionTwice } from './question-twice.js';
import { questionUnmarked } from './question-unmarked.js';
import { reviewDue } from './review-due.js';
import { reviewMissing } from './review-missing.js';
import { riskyFirst } from './risky-first.js';
import { riskyUncautioned } from './risky-uncautioned.js';
import { sentenceLong } from './sentence-long.js';
import { shouting } from './shouting.js';
import { sourcesMissing } from './sources-missing.js';
import { stepForAllBut } from './step-for-all-but.js';
import { stepTwoActions } from './step-two-actions.js';
import { stepsApart } from './steps-apart.js';
import { symptomForm } from './symptom-form.js';
import { symptomsFew } from './symptoms-few.js';
import { symptomsShared } from './symptoms-shared.js';
import { textSmallStart } from './text-small-start.js';
import { textUnended } from './text-unended.js';
import { textUntidy } from './text-untidy.js';
import { tooLongToSay } from './too-long-to-say.js';
import { treeLarge } from './tree-large.js';
import { unsureLeadsToRisk } from './unsure-leads-to-risk.js';
import { waitUnsaid } from './wait-unsaid.js';
import { whyMissing } from './why-missing.js';
import { wordDoubled } from './word-doubled.js';
import { wordsBelittling } from './words-belittling.js';
import { wordsOfAnother } from './words-of-another.js';

/** Every lint, by its name. */
export const allLints: readonly Lint[] = [
  adviceCopied,
  answersAlike,
  branchShadowed,
  callsMissing,
  checkUnused,
  clickWithoutWhere,
  collectMissing,
  conditionUnused,
  deskUnused,
  effortMissing,
  expectMissing,
  factNeverRead,
  factNeverSet,
  faultDeep,
  faultsAlike,
  fixLate,
  glossaryUnused,
  hardToRead,
  ifConfusedMissing,
  ifConfusedSame,
  issueOver,
  jargonUnexplained,
  labelLong,
  likelihoodMissing,
  preventMissing,
  procedureUnused,
  questionDouble,
  questionNegative,
  questionTwice,
  questionUnmarked,
  reviewDue,
  reviewMissing,
  riskyFirst,
  riskyUncautioned,
  sentenceLong,
  shouting,
  sourcesMissing,
  stepForAllBut,
  stepTwoActions,
  stepsApart,
  symptomForm,
  symptomsFew,
  symptomsShared,
  textSmallStart,
  textUnended,
  textUntidy,
  tooLongToSay,
  treeLarge,
  unsureLeadsToRisk,
  waitUnsaid,
  whyMissing,
  wordDoubled,
  wordsBelittling,
  wordsOfAnother,
];
