/** A line of a reply; quoted when it stands for what had been written before. */
export interface ReplyLine {
  readonly text: string;
  readonly quoted: boolean;
}

/** More than this of a pasted text is not read. */
const mostCharacters = 20_000;

/** Where the letter that is replied to begins, below what was written above it. */
const headOfLetter = [
  /^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht)\s*-{2,}$/i,
  /^_{10,}$/,
  /^from:\s.*\S@\S/i,
];

/** "On Saturday, the support wrote:"; long ones go over two lines. */
const introduction = /^(?:on|am)\b.{0,200}\b(?:wrote|schrieb\b.{0,80}):$/i;
const beginning = /^(?:on|am)\b.{0,200}$/i;
const ending = /^.{0,120}\b(?:wrote|schrieb\b.{0,80}):$/i;

const signature = /^(?:--\s*|sent from my \S.{0,40}|get outlook for \S.{0,20}|von meinem \S.{0,20} gesendet)$/i;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b(?:[ ,]+[\p{L}.'-]+){0,4}?(?:[\s,.!]*$|[,!.]\s+(?=\(?\d))/iu;
const closing =
  /^(?:(?:with )?(?:kind|best|warm|many)?\s*(?:regards|wishes)|(?:many |best )?thanks(?: (?:a lot|again|so much|very much|in advance|for your help))?|thank you(?: (?:again|so much|very much|in advance|for your help))?|cheers|(?:yours )?(?:sincerely|faithfully)|yours|bye)(?:[\s,]+[\p{L}.'-]+){0,3}[\s,.!]*$/iu;

/**
 * The lines of a reply without what is no reply: greeting, closing and signature, and the letter that it replies to when
 * that hangs below. Quoted lines between the answers stay, since they say what is answered.
 */
export function replyLines(reply: string): readonly ReplyLine[] {
  const written = reply
    .slice(0, mostCharacters)
    .replaceAll('\u00a0', ' ')
    .split(/\r\n|\r|\n/);
  const lines: ReplyLine[] = [];
  for (let at = 0; at < written.length; at += 1) {
    const line = (written[at] ?? '').trim();
    const next = (written[at + 1] ?? '').trim();
    if (line.startsWith('>')) {
      lines.push({ text: line.replace(/^[>\s]+/, ''), quoted: true });
      continue;
    }
    if (introduction.test(line)) continue;
    if (next !== '' && beginning.test(line) && ending.test(next)) {
      at += 1;
      continue;
    }
    // Without anything above it, the answers stand in the letter itself.
    if (headOfLetter.some((head) => head.test(line)) && lines.some(({ text, quoted }) => text !== '' && !quoted)) break;
    lines.push({ text: line, quoted: false });
  }
  return withoutGreeting(withoutClosing(withoutSignature(lines)));
}

function withoutGreeting(lines: readonly ReplyLine[]): readonly ReplyLine[] {
  const first = lines.findIndex(({ text, quoted }) => !quoted && text !== '');
  return lines.map((line, at) => (at === first ? { ...line, text: line.text.replace(greeting, '') } : line));
}

/** A signature ends with the next quoted line: somebody may go on answering below. */
function withoutSignature(lines: readonly ReplyLine[]): readonly ReplyLine[] {
  const from = lines.findIndex(({ text, quoted }) => !quoted && signature.test(text));
  if (from < 0) return lines;
  const after = lines.findIndex(({ quoted }, at) => at > from && quoted);
  return after < 0 ? lines.slice(0, from) : [...lines.slice(0, from), ...lines.slice(after)];
}

/** "Kind regards" and the few short lines below it, which are a name and an address. */
function withoutClosing(lines: readonly ReplyLine[]): readonly ReplyLine[] {
  const own = lines.flatMap(({ text, quoted }, at) => (quoted || text === '' ? [] : [at]));
  for (const at of own.slice(-6)) {
    const below = own.filter((each) => each > at);
    const isName = below.every(
      (each) => (lines[each]?.text.length ?? 0) <= 50 && !/^\d{1,2}\s*[.):]/.test(lines[each]?.text ?? ''),
    );
    if (closing.test(lines[at]?.text ?? '') && isName) {
      const gone = new Set([at, ...below]);
      return lines.filter((_, index) => !gone.has(index));
    }
  }
  return lines;
}
