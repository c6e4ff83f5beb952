/** A text with a full stop at its end, unless a sentence ends there already. */
export function ended(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
