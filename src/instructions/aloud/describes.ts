const article = /\b(?:an?|another|each|every) (?:\p{L}{2,20} )?$/iu;
const pronoun = /\b(?:the|this|that|your|my|our|its) $/i;
const described =
  /^[ \u00a0](?!(?:of|or|and|are|is|was|were|in|on|at|to|for|from|with|than|that|free|left|more|less|long|wide|high|bigger|larger|smaller|longer|faster|slower)\b)\p{L}/iu;

/** Whether a number with its unit says of what kind something is: then the unit has no plural (a 12 volt adapter). */
export function describes({ 0: found, index, input }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - 40), index);
  const after = input.slice(index + found.length, index + found.length + 40);
  return described.test(after) && (article.test(before) || pronoun.test(before));
}
