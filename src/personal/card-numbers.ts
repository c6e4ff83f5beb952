import { digitGroups, follows } from './digit-groups.js';
import type { Span } from './readable-text.js';

/** What can stand between two groups of a card's number. */
const between = /^[ \n.,\-/_|]{1,3}$/;
/** How the numbers begin that issuers give out, by their length. A device's number (IMEI) of 15 digits begins otherwise. */
const issued: ReadonlyMap<number, RegExp> = new Map([
  [13, /^[456]/],
  [14, /^(?:3[0689]|5[0-9]|6)/],
  [15, /^(?:3[47]|1800|2131|5|6)/],
  [16, /^(?:2[2-7]|3|4|5|6|81|82|9792)/],
  [17, /^[56]/],
  [18, /^[56]/],
  [19, /^(?:2|4|5|6)/],
]);
/** What is named like this is the number of a thing. */
const thing =
  /(?:imei|iccid|imsi|meid|serial|s\/n|sn|ean|isbn|upc|tracking|asset|barcode)(?: (?:number|no|nr|code|is|of|the|device|sim))*[.:# ]*$/i;

/** The numbers of payment cards in a text: 13 to 19 digits as an issuer numbers them, alone or in groups, that pass Luhn's check. */
export function cardNumbers(letters: string): readonly Span[] {
  const groups = digitGroups(letters);
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    const begin = groups[first];
    if (begin === undefined || !begin.free) continue;
    let digits = '';
    let last = -1;
    for (let next = first; next < groups.length && digits.length < 20; next++) {
      const group = groups[next];
      if (group === undefined) break;
      if (next > first && !between.test(letters.slice(groups[next - 1]?.end, group.end - group.digits.length))) break;
      digits += group.digits;
      if (isCard(digits) && follows(letters, group.end)) last = next;
    }
    const end = groups[last]?.end;
    if (end === undefined || thing.test(letters.slice(Math.max(0, begin.start - 40), begin.start))) continue;
    found.push({ start: begin.start, end });
    first = last;
  }
  return found;
}

function isCard(digits: string): boolean {
  return issued.get(digits.length)?.test(digits) === true && passesLuhn(digits) && !/^(\d)\1*$/.test(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
