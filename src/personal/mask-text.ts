import { bankAccounts } from './bank-accounts.js';
import { cardNumbers } from './card-numbers.js';
import { emailAddresses } from './e-mail-addresses.js';
import { passwords } from './passwords.js';
import { phoneNumbers } from './phone-numbers.js';
import { hide, type ReadableText, readable, type Span } from './readable-text.js';

/** What kind of personal thing was found in a text. */
export type MaskedKind = 'card' | 'iban' | 'email' | 'password' | 'phone';

/** A part of a text that was masked: what it was, and where it stood in the text as it was given. */
export interface Masked extends Span {
  readonly kind: MaskedKind;
}

/** What is put in the place of each kind of thing that is masked. */
export const tags: Readonly<Record<MaskedKind, string>> = {
  card: '[card number]',
  iban: '[bank account]',
  email: '[e-mail address]',
  password: '[password]',
  phone: '[phone number]',
};
const allTags = new Set(Object.values(tags));

/** How each kind is found. A number is first looked at as that which it is most surely. */
const finders: readonly (readonly [MaskedKind, (letters: string) => readonly Span[]])[] = [
  ['card', cardNumbers],
  ['iban', bankAccounts],
  ['email', emailAddresses],
  ['password', passwords],
  ['phone', phoneNumbers],
];

/** Reading again after something was masked finds what it hid; a text in which that goes on for longer is made up. */
const mostReadings = 8;

/**
 * Masks what must not be stored of a free text: card numbers, bank accounts, e-mail addresses, passwords and codes that are
 * said, telephone numbers. Each is replaced by a text that tells what it was, such as "[card number]"; everything else
 * stays as it is, and a masked text masks to itself. Takes time that grows with the length of the text and no faster.
 */
export function maskText(text: string): { readonly text: string; readonly masked: readonly Masked[] } {
  const masked = findPersonal(text);
  if (masked.length === 0) return { text, masked };
  let at = 0;
  const parts: string[] = [];
  for (const { kind, start, end } of masked) {
    parts.push(text.slice(at, start), tags[kind]);
    at = end;
  }
  return { text: parts.join('') + text.slice(at), masked };
}

function findPersonal(text: string): readonly Masked[] {
  const masked: Masked[] = [];
  let read: ReadableText = readable(text, allTags);
  for (let reading = 0; reading < mostReadings; reading++) {
    const before = masked.length;
    for (const [kind, find] of finders) {
      const found = find(read.letters);
      if (found.length === 0) continue;
      for (const { start, end } of found) {
        masked.push({ kind, start: read.starts[start] ?? 0, end: read.ends[end - 1] ?? 0 });
      }
      read = hide(read, found);
    }
    if (masked.length === before) break;
  }
  return masked.sort((one, other) => one.start - other.start);
}
