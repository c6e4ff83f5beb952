const verbs: Readonly<Record<string, string>> = { is: 'are', has: 'have', was: 'were', does: 'do', tries: 'try' };

/**
 * What an author wrote about the caller, for the agent's eyes, as it is said to the caller: "Does the caller" is "Do you".
 * Not for what is read aloud: a caller that is spoken of there is somebody else.
 */
export function addressed(text: string): string {
  return text
    .replaceAll(/\b(t)he ([a-z]+) of the caller\b/gi, (_, first: string, noun: string) => `${your(first)} ${noun}`)
    .replaceAll(/\b(is|has|was|does)( the caller)\b/gi, (_, verb: string, rest: string) => `${plural(verb)}${rest}`)
    .replaceAll(/\b(t)he caller's\b/gi, (_, first: string) => your(first))
    .replaceAll(/\b(t)he caller(?: ([a-z]+))?/gi, (_, first: string, verb?: string) => {
      const you = first === 'T' ? 'You' : 'you';
      return verb === undefined ? you : `${you} ${plural(verb)}`;
    });
}

function your(first: string): string {
  return first === 'T' ? 'Your' : 'your';
}

function plural(verb: string): string {
  const known = verbs[verb.toLowerCase()];
  if (known !== undefined) return /^\p{Lu}/u.test(verb) ? `${known[0]?.toUpperCase()}${known.slice(1)}` : known;
  // A word in -ss or -us is no verb in the singular.
  return verb.replace(/(?<=[^su])s$/, '');
}
