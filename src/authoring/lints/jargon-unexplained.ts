import { termsIn } from '../../instructions/index.js';
import { piecePlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

/** What stands on the device itself, or is known to everybody who has one. */
const everyday = new Set(
  'PC PCs USB TV OK ID PIN CD DVD HP AM PM FAQ IT A B C D E F X USA UK EU GB MB TB KB HD UPS PDF SMS QR I ESC CTRL ALT DEL F1 F2 F8 F12 LED LEDs HDMI II ON OFF AC DC GHz MHz Hz'.split(
    ' ',
  ),
);

const jargon =
  /\b(?:DNS|DHCP|IP address|SSID|firmware|spooler|BIOS|UEFI|proxy|bandwidth|registry|protocol|IMAP|SMTP|POP3|subnet|gateway|kernel|daemon|partition|bootloader|mount|hash|certificate authority|two-factor authentication|multi-factor authentication|MFA|SSO|VPN client|network adapter|device manager|command prompt|safe mode|driver|cache|cookies?)\b/gi;
/** What stands before a word that is only to be found or typed, not understood. */
const asWritten =
  /(?:called|marked|named?|names?|words?|lines?|headings?|says|saying|labell?ed|like|look for|types?:?|click|choose|tap|see|buttons?|field|letters, such as|menu|entry|from|that (?:has|begins with))\b[^.?!]{0,60}$/i;
const acronym = /\b[A-Z][A-Z0-9]{1,5}s?\b/g;

/** A technical word is read aloud, and the glossary does not explain it. */
export const jargonUnexplained: Lint = {
  code: 'jargon-unexplained',
  level: 'warning',
  summary: 'A technical word is read aloud, and the glossary does not explain it.',
  *look({ kb, texts }) {
    for (const { isSpoken, text, holder, key } of texts) {
      if (!isSpoken) continue;
      const plain = text.replace(/\{[^}]*\}/g, '').replace(/"[^"]*"|“[^”]*”|'[^' ]*'/g, '');
      const words = new Set([...(plain.match(jargon) ?? []), ...(plain.match(acronym) ?? [])]);
      for (const word of words) {
        if (everyday.has(word) || termsIn(kb, word).length > 0) continue;
        // "IP address" is one word to be explained, not two.
        if ([...words].some((longer) => longer !== word && longer.split(' ').includes(word))) continue;
        const before = text.slice(0, text.indexOf(word));
        if (asWritten.test(before)) continue;
        // A term that the word is a part of explains it too.
        if (termsIn(kb, text).some((term) => term.toLowerCase().includes(word.toLowerCase()))) continue;
        yield {
          place: piecePlace(holder, key, word),
          message: `"${word}" is read aloud, and the glossary does not say what it means.`,
          hint: 'Put it into glossary.yaml with plain words and what it looks like, or say it in everyday words.',
        };
      }
    }
  },
};
