/** What to say when the caller does not understand, in order; a single text is a chain of one. */
export function wordingsOf(written: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof written === 'string' ? [written] : written && [...written];
}
