import { replyLines } from './reply-lines.js';
import type { WrittenQuestion } from './written-question.js';

/** A reply, taken apart by the questions it belongs to. */
export interface ReplyParts {
  /** By the place of the question, from 0, what was written to it; a question can have been answered more than once. */
  readonly parts: readonly { readonly question: number; readonly words: string }[];
  /** What belongs to no question in particular. */
  readonly rest: string;
}

/** A number with what makes it that of a question: a sign after it, or a reply as short as people give them. */
const marker =
  /(?<![\p{L}\p{N}.,:-])\(?(?:(?:question|answer|q|no\.|nr\.|#)\s*)?(\d{1,2})(?:\s*[.):=](?!\d)\s*|\s*[-–—]\s+|\s*(?=\(?[a-z]\)?(?:$|[\s,;.)&]))|\s+(?=(?:yes|no|yep|yeah|nope|not sure|no idea|unsure|do not know|don['’]?t know|i (?:do not|don['’]?t|can['’]?t|cannot))\b))/giu;

/** Takes a reply apart: by numbers, by the quoted questions above the answers, or not at all. */
export function replyParts(questions: readonly WrittenQuestion[], reply: string): ReplyParts {
  const parts: { question: number; words: string }[] = [];
  const rest: string[] = [];
  let current: { question: number; words: string } | undefined;
  let quotedLast = false;
  for (const { text, quoted } of replyLines(reply)) {
    const repeated = quoted ? undefined : repeatedIn(questions, text);
    if (quoted || repeated?.words === '') {
      const question = quoted ? questionQuoted(questions, text) : repeated?.question;
      // A quoted choice, or the second line of a quoted question, belongs to the question before it.
      if (question !== undefined) current = begin(parts, question);
      quotedLast = true;
      continue;
    }
    if (text === '') {
      // What comes after a blank line belongs to the question only where the answer has not begun.
      if (!quotedLast && current !== undefined && current.words !== '') current = undefined;
      continue;
    }
    quotedLast = false;
    const marked = markedIn(questions, text);
    if (repeated !== undefined) current = begin(parts, repeated.question, repeated.words);
    else if (marked.parts.length > 0) {
      if (marked.before !== '') rest.push(marked.before);
      for (const { question, words } of marked.parts) current = begin(parts, question, words);
    } else if (current !== undefined) current.words = `${current.words}\n${text}`.trim();
    else rest.push(text);
  }
  const answered = parts.filter(({ words }) => words !== '');
  return { parts: answered, rest: rest.join('\n') };
}

function begin(
  parts: { question: number; words: string }[],
  question: number,
  words = '',
): { question: number; words: string } {
  const part = { question, words };
  parts.push(part);
  return part;
}

/** The answers in a line that are marked with the number of their question, in growing order. */
function markedIn(
  questions: readonly WrittenQuestion[],
  line: string,
): { readonly before: string; readonly parts: readonly { readonly question: number; readonly words: string }[] } {
  if (questions.length < 2 && !/^\(?1\s*[.):=]?\s*\(?[a-z]\)?\b/i.test(line)) return { before: line, parts: [] };
  // "1b2a" is written without a gap.
  const spaced = /^(?:\s*\d{1,2}\s*[a-z])+\s*$/i.test(line) ? line.replaceAll(/(?<=[a-z])(?=\d)/gi, ' ') : line;
  const found: { number: number; from: number; to: number }[] = [];
  for (const { 0: all, 1: digits = '', index } of spaced.matchAll(marker)) {
    const number = Number(digits);
    const isNext = number >= 1 && number <= questions.length && number > (found.at(-1)?.number ?? 0);
    // In the middle of a sentence a number is what it says.
    const isFirst = found.length > 0 || /(?:^|[,:;.!?])\s*$/.test(spaced.slice(0, index));
    if (isNext && isFirst) found.push({ number, from: index, to: index + all.length });
  }
  const parts = found.map(({ number, to }, at) => ({
    question: number - 1,
    words: trimmed(spaced.slice(to, found[at + 1]?.from)),
  }));
  return { before: spaced.slice(0, found[0]?.from ?? spaced.length).trim(), parts };
}

function trimmed(words: string): string {
  return words.replace(/^[\s,;]+|[\s,;&]+$/g, '').replace(/[\s,;]+and$/i, '');
}

const wordsOf = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** The question that a quoted line is, or is the beginning of. */
function questionQuoted(questions: readonly WrittenQuestion[], line: string): number | undefined {
  const [, digits, after = line] = /^(\d{1,2})[.)]\s*(.*)$/.exec(line) ?? [];
  const number = Number(digits) - 1;
  const said = wordsOf(after.replace(/^Only if .*?:\s/, ''));
  const isPart = (text: string): boolean =>
    said.trim().split(' ').length >= 4 && wordsOf(text).startsWith(said.trimEnd());
  const begun = questions.findIndex(
    ({ text }) => wordsOf(text).startsWith(said) || isPart(text) || said.startsWith(wordsOf(text)),
  );
  if (said.trim() !== '' && begun >= 0) return begun;
  return digits !== undefined && number >= 0 && number < questions.length ? number : undefined;
}

/** A question that was written down once more, without a sign of quoting, and the answer behind it on the same line. */
function repeatedIn(
  questions: readonly WrittenQuestion[],
  line: string,
): { readonly question: number; readonly words: string } | undefined {
  const squeezed = line.replaceAll(/\s+/g, ' ');
  for (const [question, { text }] of questions.entries()) {
    const asks = text.replaceAll(/\s+/g, ' ');
    const at = squeezed.toLowerCase().indexOf(asks.toLowerCase());
    if (at >= 0 && asks.length > 12)
      return { question, words: squeezed.slice(at + asks.length).replace(/^[\s:–—-]+/, '') };
  }
  return undefined;
}
