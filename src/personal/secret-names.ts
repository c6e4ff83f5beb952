import type { Span } from './readable-text.js';

/**
 * What a secret is: a password can be any word, a PIN is digits, and a code is digits that can also be those of an error.
 */
export type SecretKind = 'password' | 'pin' | 'code';

/** The name of a secret in a text. */
export interface SecretName extends Span {
  readonly kind: SecretKind;
  /** Whether the words before it say whose it is: "my password". */
  readonly owned: boolean;
}

/** English, German, French and Spanish, and the word for it in Italian, Portuguese and Dutch. */
const names: Readonly<Record<SecretKind, readonly string[]>> = {
  password: [
    'pass ?words?',
    'pass ?phrases?',
    'passwd',
    'pwd|pws?',
    'pass(?= ?[:=])',
    '\\p{L}*(?:passwort|passwörter|passworte|kennwort|kennwörter)',
    "mots? de passe|mdp|contrase[ñn]as?|clave|senha|wachtwoord|parola d'ordine",
    '(?:wi-?fi|wlan|wpa|network|security|recovery) ?-?key',
    '(?:wlan-?|netzwerk|wiederherstellungs)schlüssel',
  ],
  pin: [
    '(?:sim-?|phone-?|handy-?)?pin(?:[ -]?(?:code|number|nummer))?',
    'puk|pass ?codes?|geheimzahl|geheimnummer|code (?:secret|pin)|cvv2?|cvc2?',
    '(?:verification|security|confirmation|access|login|log-in|sign-in|one-?time|sms|two-?factor|2fa|mfa|authenticator|authentication|unlock|reset|recovery|backup|door) codes?',
    '(?:sicherheits|bestätigungs|zugangs|einmal|anmelde|sms-?|entsperr)code',
    'otp|tan',
  ],
  code: ['code|código|codigo'],
};
const kinds: readonly SecretKind[] = ['password', 'pin', 'code'];
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_]|[0-9\\uE000]-)(?:${kinds.map((kind) => `(?<${kind}>${names[kind].join('|')})`).join('|')})(?![\\p{L}\\p{N}_]|-\\p{L})`,
  'giu',
);
const owner =
  /(?<!\p{L})(?:my|his|her|their|our|your|mein|dein|sein|ihr|unser|mon|ton|son|notre|votre|mi|tu|su|nuestra)(?: \p{L}{1,20}){0,2} $/iu;
/** A code that these words come with is that of an error, a product or a place. */
const other =
  /(?<!\p{L})(?:error|fehler\p{L}*|erreur|stop|status|exit|crash\p{L}*|fail\p{L}*|screen|bluescreen|bug|install\p{L}*|(?<!text )message|meldung|display|printer|lamps?|blink\p{L}*|beep\p{L}*|zip|postal|post|product|produkt|country|area|bar|qr|source|http|model|discount|voucher|promo|colour|color)(?!\p{L})[^.!?\n]{0,60}$/iu;

/** The names of secrets in a text, in order. What follows each says whether the secret itself is there. */
export function secretNames(letters: string): readonly SecretName[] {
  return [...letters.matchAll(pattern)].flatMap(({ 0: name, index, groups }) => {
    const kind = kinds.find((each) => groups?.[each] !== undefined) ?? 'password';
    const before = letters.slice(Math.max(0, index - 100), index);
    if (kind === 'code' && other.test(before)) return [];
    return [{ kind, start: index, end: index + name.length, owned: owner.test(before) }];
  });
}
