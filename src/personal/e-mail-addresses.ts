import { apart, type Span } from './readable-text.js';

const before = /[\p{L}\p{N}._%+'=&~-]{1,64}$/u;
const behind = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,6}[\p{L}][\p{L}\p{N}-]{1,23}/u;
/** What looks like the end of an address and is the name of a file. */
const file = /\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|txt|log|zip|exe|msi|dll|sys|js|ts|json|ya?ml)$/i;

/** An address that is said: "anna dot miller at example dot com". What stands before "at" is read from its end. */
const at = / (?:at|@|arobase|arroba|klammeraffe) |[ ]?[([{](?:at|@|ät)[)\]}][ ]?/giu;
const saidBefore =
  /(?:^|[^\p{L}\p{N}._-])([\p{L}\p{N}]{1,40}(?:(?: dot | punkt | point | punto | underscore | unterstrich | dash | hyphen |[._-])[\p{L}\p{N}]{1,40}){0,4})$/iu;
const saidBehind =
  /^[\p{L}\p{N}]{1,40}(?:(?: dash | hyphen |-)[\p{L}\p{N}]{1,40}){0,3}(?:(?: dot | punkt | point | punto |[ ]?[([{]dot[)\]}][ ]?|\.)[\p{L}]{2,24}){1,3}(?![\p{L}\p{N}])/iu;
/** What makes it sure that an address is said, and no page is spoken of: these words right before it, */
const announced =
  /(?:e-?mail|mail|address|adresse|correo|courriel|contact|kontakt|write|reach)[a-z]*(?: address| adresse)?(?:'s| is| was| to| at| lautet| ist| an| es| est| à|:){1,3} ?$/iu;
/** or these somewhere before it, when the dot is said too. */
const mentioned = /(?:e-?mail|mail|address|adresse|correo|courriel)[^.!?\n\uE000]{0,40}$/iu;
const dotSaid = / (?:dot|punkt|point|punto) /i;
/** Words before "at" that are no name. */
const noName =
  /^(?:i|me|you|he|she|it|we|us|they|them|him|her|in|on|up|out|is|am|are|was|were|be|been|look\w*|log\w*|sign\w*|bought|buy|order\w*|shop\w*|stay\w*|work\w*|stuck|stop\w*|error|page|pages|site|account|password|mail|email|e-mail|address|everything|nothing|something|that|this|here|there|not|only|even|still|fails?|failed|arrive[ds]?|down)$/i;

/** The e-mail addresses of a text, written as such, or said word by word where nothing else can be meant. */
export function emailAddresses(letters: string): readonly Span[] {
  return apart([...written(letters), ...said(letters)]);
}

function written(letters: string): readonly Span[] {
  const found: Span[] = [];
  for (let sign = letters.indexOf('@'); sign >= 0; sign = letters.indexOf('@', sign + 1)) {
    const name = before.exec(letters.slice(Math.max(0, sign - 64), sign))?.[0].replace(/^[.'=&]+/, '') ?? '';
    const host = behind.exec(letters.slice(sign + 1, sign + 256))?.[0].replace(/-+$/, '') ?? '';
    if (name !== '' && host !== '' && !file.test(host)) {
      found.push({ start: sign - name.length, end: sign + 1 + host.length });
    }
  }
  return found;
}

function said(letters: string): readonly Span[] {
  const found: Span[] = [];
  for (const { 0: sign, index } of letters.matchAll(at)) {
    const name = saidBefore.exec(letters.slice(Math.max(0, index - 120), index))?.[1] ?? '';
    const end = index + sign.length;
    const host = saidBehind.exec(letters.slice(end, end + 200))?.[0] ?? '';
    if (name === '' || host === '' || noName.test(name) || file.test(host)) continue;
    const start = index - name.length;
    const sure =
      /[([{]|arobase|arroba|klammeraffe/i.test(sign) ||
      /[._0-9]| dot | punkt | punto | underscore | unterstrich /i.test(name) ||
      announced.test(letters.slice(Math.max(0, start - 60), start)) ||
      (dotSaid.test(host) && mentioned.test(letters.slice(Math.max(0, start - 60), start)));
    if (sure) found.push({ start, end: end + host.length });
  }
  return found;
}
