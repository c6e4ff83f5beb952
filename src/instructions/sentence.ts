/** Several things as one names them: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

// A name such as "Windows" keeps its capital letter wherever it stands, so only these lose it.
const small = new Set(
  `a after all an and any as at because before both but each every for from here how if in it its many more most much
   my no not nothing of often old on once one only or other our short so some somebody sometimes such than that the then there these they
   this those to too two under until up usually very we what when where whether which while who why with without you your`.split(
    /\s+/,
  ),
);

/**
 * Why something is so, as one sentence without its full stop: `start` and the author's reason after "because", or, where
 * the reason may begin with a name whose capital letter has to stay, after a colon.
 */
export function withReason(start: string, reason: string): string {
  const [first = '', ...others] = reason
    .trim()
    .replace(/\.$/, '')
    .split(/(?<=[a-z0-9)"'])\. (?=[A-Z"'])/);
  const rest = others.map((sentence) => `; ${beginsSmall(sentence) ? decapitalised(sentence) : sentence}`).join('');
  return beginsSmall(first)
    ? `${start} because ${decapitalised(first)}${rest}`
    : `${start} for this reason: ${first}${rest}`;
}

function beginsSmall(sentence: string): boolean {
  return small.has((/^[A-Za-z]+(?=[\s,])/.exec(sentence)?.[0] ?? '').toLowerCase());
}

function decapitalised(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** A question as it can be said to the caller: what the agent wants to know or, where that speaks of the caller, what is read aloud. */
export function questionSaid({ ask = '', say }: { readonly ask?: string; readonly say?: string }): string {
  if (!/\bthe caller\b/i.test(ask)) return ask;
  const questions = say?.match(/[^.?!]+\?/g) ?? [];
  return questions.length === 0 ? ask : questions.join('').trim();
}

/** A text written for the agent, turned to the caller as far as that can be done without changing a verb. */
export function toCaller(text: string): string {
  return text.replace(/\b(T|t)he caller's\b/g, (_, the: string) => (the === 'T' ? 'Your' : 'your'));
}
