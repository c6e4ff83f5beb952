import { isOrdinary } from './ordinary-words.js';
import type { Span } from './readable-text.js';
import type { SecretKind } from './secret-names.js';

/**
 * How a text leads to a secret. After "password is" or "password:" (`said`) any word can be one. After more words than
 * that (`aside`), or where nothing but the name stands before it (`beside`), it has to look like one.
 */
export type Manner = 'said' | 'aside' | 'beside';

/** Longer than this is a link or a pasted file. */
const longest = 128;
const fillers =
  /^(?:(?:now|still|just|simply|currently|always|again|also|actually|really|literally|like|um|uh|er|not|set to|changed to|reset to|jetzt|noch|immer|einfach|nicht|aktuell|toujours|maintenant|simplement|ahora|todavía|siempre),? ){1,3}/i;
/** Characters that are spelled: "capital S, u, m, 2, 4". */
const spelled =
  /^(?:(?:capital|upper ?case|lower ?case|small|big|groß|klein|majuscule|mayúscula) )?[\p{L}\p{N}](?:[ ,-]{1,2}(?:(?:capital|upper ?case|lower ?case|small|big|groß|klein) )?[\p{L}\p{N}]){3,40}(?![\p{L}\p{N}'])/iu;
/** Groups of digits of one length: "44 71", "482-913", "4 4 7 1". */
const digitGroups = /^([0-9]{1,3})(?:[ -][0-9]{1,3}){1,11}(?![\p{L}\p{N}])/u;
const joining = /^(?:[.,;:!?)\]"'\n-]| ?$| (?:and|but|or|und|aber|oder|et|mais|ou|y|pero|e|en|maar|-)(?!\p{L}))/iu;
const unit =
  /^ ?-?(?:characters?|chars?|digits?|letters?|symbols|times?|tries|attempts?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|zeichen|stellen|stellig\p{L}*|ziffern|buchstaben|mal|versuche?|sekunden|minuten|stunden|tage?n?|wochen|monate?n?|jahre?n?|caractères|chiffres|lettres|fois|jours|mois|ans|caracteres|cifras|dígitos|letras|veces|días|meses|años|or|to|bis|of)(?!\p{L})/iu;
/** What has digits and is a day, a time, a measure, an error, a page or the name of a product. */
const known: readonly RegExp[] = [
  /^[0-9]{1,4}([-./])[0-9]{1,2}\1[0-9]{1,4}$/,
  /^[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?(?:am|pm|h)?$/i,
  /^[0-9]+(?:[.,][0-9]+)?-?(?:st|nd|rd|th|x|h|m|s|min|ms|k|[kmg]b|bit|am|pm|%|°)$/i,
  /^[0-9]+-(?:character|char|digit|letter|day|week|month|hour|minute|bit|stellig)\p{L}*$/iu,
  /^(?:0x|https?:|www\.|[a-z]:\\|\\\\)/i,
  /^(?:kb|error|err|stop|v|version|ver|level|step|f|wpa|sha|md|aes|ntlmv|wep|usb|sim|web|ipv|tls|ssl|o|m|ms|win|windows|office|microsoft|outlook|exchange|sql|server|adobe|teams|ios|ipados|android|macos|keepass|firefox|chrome|edge|iphone|ipad|galaxy|fritz!?box|ps|xbox|laptop|desktop|pc)[-.]?[0-9.]+[a-z]?$/i,
  /^(?:[0-9]fa|[0-9]password|365|24\/7)$/i,
  /^[[<({][\p{L} -]*[\])>}]?$/u,
  /^(?:[*•●·.?_#-]+|x{3,})$/i,
];

/** The secret of this kind that begins at a place of a text, when what stands there is one. */
export function secretAt(letters: string, at: number, kind: SecretKind, manner: Manner): Span | undefined {
  const [skipped = ''] = (manner === 'beside' ? null : fillers.exec(letters.slice(at, at + 60))) ?? [];
  const careful: Manner = skipped === '' ? manner : 'aside';
  const [opening = ''] = /^[ ]?["'(<*`]{0,2}/.exec(letters.slice(at + skipped.length, at + skipped.length + 3)) ?? [];
  const start = at + skipped.length + opening.length;
  const ahead = letters.slice(start, start + longest + 1);
  const length =
    numberLength(ahead, kind, careful) ??
    (careful === 'beside' ? undefined : spelled.exec(ahead)?.[0].length) ??
    wordLength(ahead, kind, careful) ??
    (/["'`]$/.test(opening) && careful !== 'beside' ? quotedLength(ahead, opening.slice(-1)) : undefined);
  return length === undefined ? undefined : { start, end: start + length };
}

function numberLength(ahead: string, kind: SecretKind, manner: Manner): number | undefined {
  const [groups = '', first = ''] = digitGroups.exec(ahead) ?? [];
  const even = groups !== '' && groups.split(/[ -]/).every((group) => group.length === first.length);
  const [written = ''] = even ? [groups] : (/^[0-9]+(?![\p{L}\p{N}]|[-./:,%][\p{L}\p{N}])/u.exec(ahead) ?? []);
  const digits = written.replace(/[ -]/g, '').length;
  if (digits === 0 || unit.test(ahead.slice(written.length)) || /^ ?[%€$£]/.test(ahead.slice(written.length))) {
    return undefined;
  }
  const least = { password: manner === 'beside' ? 5 : 3, pin: manner === 'beside' ? 3 : 3, code: 4 }[kind];
  const most = { password: 32, pin: 12, code: 8 }[kind];
  if (digits < least || digits > most || (kind === 'code' && /^(?:8007|8024|0)/.test(written))) return undefined;
  return written.length;
}

function wordLength(ahead: string, kind: SecretKind, manner: Manner): number | undefined {
  const [run = ''] = /^[^\s\uE000]+/.exec(ahead) ?? [];
  if (run.length > longest) return undefined;
  const whole = run.replace(/[.,;:?)\]}"'`>*]+$/, '');
  const core = whole.replace(/!+$/, '');
  if (core === '' || /^[0-9]+$/.test(core) || known.some((pattern) => pattern.test(core))) return undefined;
  if (isStrong(core, manner)) return kind === 'code' && !/^[A-Z]-[0-9]{4,8}$/.test(core) ? undefined : whole.length;
  if (kind !== 'password' || manner !== 'said' || !/^[\p{L}'-]+$/u.test(core) || isOrdinary(core)) return undefined;
  const [number = ''] = /^ [0-9]{1,4}!?(?![\p{L}\p{N}])/u.exec(ahead.slice(core.length)) ?? [];
  return joining.test(ahead.slice(core.length + number.length)) ? core.length + number.length : undefined;
}

/** Whether a word has letters and digits, or a mark inside, as words of a sentence do not. */
function isStrong(word: string, manner: Manner): boolean {
  if (manner === 'beside' && word.length < 4) return false;
  if (/[0-9]/.test(word) && /\p{L}/u.test(word)) return true;
  return /[\p{L}0-9][!@#$%^&*+=~|_€£§]+[\p{L}0-9]/u.test(word) || /^[!@#$%&][\p{L}0-9]{4,}/u.test(word);
}

/** What is in quotes: all of it, when not all of its words are those with which a sentence goes on. */
function quotedLength(ahead: string, quote: string): number | undefined {
  const end = ahead.indexOf(quote);
  const quoted = ahead.slice(0, Math.max(0, end));
  const words = quoted.match(/[^\s.,;:!?]+/g) ?? [];
  return /[\n\uE000]/.test(quoted) || words.every(isOrdinary) ? undefined : end;
}
