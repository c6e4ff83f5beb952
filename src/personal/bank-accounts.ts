import type { Span } from './readable-text.js';

/** How many characters an international account number has, by its country (ISO 13616). */
const lengths: ReadonlyMap<string, number> = new Map(
  [
    'AD24 AE23 AL28 AO25 AT20 AX18 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BL27 BR29 BY28 CF27 CG27 CH21',
    'CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GA27 GB22',
    'GE22 GF27 GI23 GL18 GP27 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KM27',
    'KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MF27 MG27 MK19 ML28 MN20 MQ27 MR27',
    'MT31 MU30 MZ25 NC27 NE28 NI28 NL18 NO15 OM23 PF27 PK24 PL28 PM27 PS29 PT25 QA29 RE27 RO24 RS22 RU33',
    'SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TF27 TG28 TL23 TN24 TR26 UA29 VA22 VG24',
    'WF27 XK20 YE30 YT27',
  ]
    .flatMap((line) => line.split(' '))
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);
const beginning = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?[0-9]{2}/giu;

/** The international bank account numbers (IBAN) of a text, alone or in groups: those whose check digits are right. */
export function bankAccounts(letters: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index } of letters.matchAll(beginning)) {
    const length = lengths.get(letters.slice(index, index + 2).toUpperCase());
    const end = length === undefined ? undefined : endOf(letters, index, length);
    if (end === undefined || (found.at(-1)?.end ?? 0) > index) continue;
    if (passesCheck(letters.slice(index, end))) found.push({ start: index, end });
  }
  return found;
}

/** Where so many letters and digits end, with at most one blank or mark between two of them, and no letter after them. */
function endOf(letters: string, start: number, length: number): number | undefined {
  let end = start;
  for (let seen = 0; seen < length; seen++) {
    if (seen > 0 && /[ \n.-]/.test(letters[end] ?? '')) end++;
    if (!/[A-Z0-9]/i.test(letters[end] ?? '')) return undefined;
    end++;
  }
  return /[\p{L}\p{N}]/u.test(letters[end] ?? '') ? undefined : end;
}

/** ISO 7064, modulo 97: the first four characters go to the end, and letters count from 10. */
function passesCheck(text: string): boolean {
  const account = text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
  let rest = 0;
  for (const letter of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
