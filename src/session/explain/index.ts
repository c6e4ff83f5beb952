export type { Ground } from './ground.js';
export { type Account, howItCame } from './how-it-came.js';
export { hypotheses, type PossibleReply } from './hypotheses.js';
export { type Missing, missingPoints } from './missing-points.js';
export { outlookFrom } from './outlook-from.js';
export type { OpenPoint } from './questions-at.js';
export { type Telling, type Why, whyAsked } from './why-asked.js';
export { type WhyNot, whyNotFault } from './why-not-fault.js';
