/** How a case can end, or stand while it has not ended. */
export const outcomes = [
  'open',
  'resolved',
  'referred',
  'visit',
  'parked',
  'known-issue',
  'abandoned',
  'unresolved',
] as const;
