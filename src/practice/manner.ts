/**
 * How a caller who is played speaks:
 * - plain: answers what is asked - confused: asks back first - impatient: says how long it takes, and what was tried
 * - talkative: tells more than was asked, and wraps it up - wrong: takes one thing for another, and says so later
 */
export const manners = ['plain', 'confused', 'impatient', 'talkative', 'wrong'] as const;

/** One of the manners of a caller. */
export type Manner = (typeof manners)[number];
