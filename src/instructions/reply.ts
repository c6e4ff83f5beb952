import type { Answer, FactType, FactValue, KnowledgeBase, UnsureKind } from '../knowledge/index.js';
import { replyParts } from './reply-parts.js';
import type { WrittenQuestion } from './written-question.js';

/** What words mean as a reply to a question: what `listen` of the library does. Only the proposals count here. */
export type Listener = (
  kb: KnowledgeBase,
  words: string,
  to: {
    readonly question: { readonly expects: FactType; readonly answers: readonly Answer[]; readonly fact?: string };
  },
) => Promise<{ readonly answers: readonly { readonly answer: FactValue }[]; readonly unsure?: UnsureKind }>;

/** What is sure about one question: either `answer` or `unsure`, and the words that say it. */
export type ReplyAnswer = { readonly key: string; readonly words: string } & (
  | { readonly answer: FactValue; readonly unsure?: undefined }
  | { readonly unsure: UnsureKind; readonly answer?: undefined }
);

/** What a reply in writing says to the questions that it replies to. */
export interface ReplyRead {
  /** What is sure, in the order of the questions. */
  readonly answers: readonly ReplyAnswer[];
  /** What was written to a question and can be read in no way, or in several. */
  readonly unclear: readonly { readonly key: string; readonly words: string }[];
  /** What belongs to no question: for the agent to read. */
  readonly left: string;
}

/**
 * Takes a reply apart that was typed or pasted in: "1 b, 2 a", "1. yes 2. no", an answer below each quoted question, or
 * plain sentences where only one question has to be answered and they say nothing to another. Signatures and the letter below are left out. Nothing is guessed.
 * @param questions what was asked, in the order of the letter or message
 * @param listen what reads the words of one answer
 */
export async function readReply(
  kb: KnowledgeBase,
  questions: readonly WrittenQuestion[],
  reply: string,
  listen: Listener,
): Promise<ReplyRead> {
  const { parts, rest } = replyParts(questions, reply);
  const free = parts.length === 0 && rest !== '' ? await freeIn(kb, questions, rest, listen) : [];
  const answers: ReplyAnswer[] = [];
  const unclear: ReplyRead['unclear'][number][] = [];
  for (const [index, question] of questions.entries()) {
    const written = [...parts, ...free].filter((part) => part.question === index).map(({ words }) => words);
    const read = await Promise.all(written.map((words) => meaningOf(kb, question, words, listen)));
    const meant = read.flatMap((each) => (each === 'nothing' ? [] : [each]));
    const [first] = meant;
    if (first === undefined) continue;
    const words = written.join('\n');
    const isSure = first !== 'unclear' && meant.every((each) => same(each, first));
    if (isSure) answers.push({ key: question.key, ...first, words });
    else unclear.push({ key: question.key, words });
  }
  return { answers, unclear, left: free.length > 0 ? '' : rest };
}

/** A reply without numbers, where it can only belong to the one question that is always to be answered. */
async function freeIn(
  kb: KnowledgeBase,
  questions: readonly WrittenQuestion[],
  words: string,
  listen: Listener,
): Promise<readonly { readonly question: number; readonly words: string }[]> {
  const [only = -1, another] = questions.flatMap(({ onlyIf }, at) => (onlyIf === undefined ? [at] : []));
  if (another !== undefined) return [];
  if (questions.length === 1) return [{ question: only, words }];
  const read = await Promise.all(questions.map((question) => meaningOf(kb, question, words, listen)));
  const meant = read.flatMap((each, at) => (each === 'unclear' || each === 'nothing' ? [] : [at]));
  return meant.length === 1 && meant[0] === only ? [{ question: only, words }] : [];
}

type Meaning = { readonly answer: FactValue } | { readonly unsure: UnsureKind };

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Words that take back half of what is said. */
const hedges = /\b(?:maybe|perhaps|probably|possibly|might|either|or|but|except)\b/i;

async function meaningOf(
  kb: KnowledgeBase,
  question: WrittenQuestion,
  written: string,
  listen: Listener,
): Promise<Meaning | 'unclear' | 'nothing'> {
  const words = withoutChoices(question, written);
  if (words === '') return 'nothing';
  const { answers, expects } = question;
  const chosen = chosenIn(question, words);
  if (chosen === 'unclear') return 'unclear';
  if (chosen !== undefined && chosen.more === '') return { answer: chosen.answer };
  const said = chosen === undefined ? words : chosen.more;
  const heard = await heardIn(kb, question, said, listen);
  if (chosen !== undefined) {
    // "b) the green one": what is said beside the letter may add to it, and may not speak against it.
    const speaksAgainst = heard !== 'unclear' && !('answer' in heard && same(heard.answer, chosen.answer));
    return speaksAgainst || said.includes('?') ? 'unclear' : { answer: chosen.answer };
  }
  const isText = answers.length === 0 && expects === 'text';
  if (isText) return heard;
  const isAsking = said.includes('?');
  const isHalf = hedges.test(said) && !(heard !== 'unclear' && 'unsure' in heard);
  const isBoth = /\b(?:yes|yep|yeah)\b/i.test(said) && /\b(?:no|nope)\b/i.test(said);
  return isAsking || (isHalf && !isLabel(question, said)) || (isBoth && !isLabel(question, said)) ? 'unclear' : heard;
}

async function heardIn(
  kb: KnowledgeBase,
  { expects, answers, fact }: WrittenQuestion,
  said: string,
  listen: Listener,
): Promise<Meaning | 'unclear'> {
  const question = fact === undefined ? { expects, answers } : { expects, answers, fact };
  const heard = await listen(kb, said, { question });
  const [only, another] = heard.answers;
  const unsure = heard.unsure ?? (answers.length > 0 ? await unsureAlone(kb, said, listen) : undefined);
  if (only === undefined || unsure !== undefined) {
    // Of "no idea" the first word could be taken for an answer.
    const isPlain = only === undefined || /^\W*(?:\p{L}[\p{L}'’]*\s*){1,4}[.!]*$/u.test(said);
    return unsure === undefined || !isPlain ? 'unclear' : { unsure };
  }
  return another === undefined ? { answer: only.answer } : 'unclear';
}

const nothingFits = { id: '-', label: '-', hear: [] };

/** The way of not knowing that is in words, whatever the answers are. */
async function unsureAlone(kb: KnowledgeBase, said: string, listen: Listener): Promise<UnsureKind | undefined> {
  return (await listen(kb, said, { question: { expects: 'choice', answers: [nothingFits] } })).unsure;
}

function isLabel({ answers }: WrittenQuestion, said: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return answers.some(({ label }) => plain(label) === plain(said));
}

/** Without the list of the choices, where it was left standing; one choice alone is the answer. */
function withoutChoices({ answers }: WrittenQuestion, written: string): string {
  const choices = new Set(answers.flatMap(({ label }, at) => [`${letter(at)}) ${label}`, `${at + 1} ${label}`]));
  const lines = written.split('\n').filter((line) => !line.startsWith('Not sure? '));
  const listed = lines.filter((line) => choices.has(line)).length;
  return (listed > 1 ? lines.filter((line) => !choices.has(line)) : lines).join(' ').trim();
}

const letter = (index: number): string => String.fromCharCode(97 + index);

/** The choice that a reply names by its letter or number, and what is said beside it. */
function chosenIn(
  question: WrittenQuestion,
  words: string,
): { readonly answer: FactValue; readonly more: string } | 'unclear' | undefined {
  const { answers, expects } = question;
  const [, sign = '', mark = '', more = ''] =
    /^\(?([a-z]|\d{1,2})([).:,]|\s*[-–—](?=\s)|)(?:\s+(.*))?$/is.exec(words) ?? [];
  const several = severalIn(answers, words);
  if (several.length > 1 && /\bor\b/i.test(words)) return 'unclear';
  if (several.length > 1) return expects === 'choices' ? { answer: several, more: '' } : 'unclear';
  if (sign === '' || answers.length === 0) return undefined;
  const isNumber = /\d/.test(sign);
  const index = isNumber ? Number(sign) - 1 : sign.toLowerCase().charCodeAt(0) - 97;
  const id = answers[index]?.id;
  // "A light is on" begins with an article, "I see" with a person; a number may be how many.
  const isWord = mark === '' && more !== '' && (isNumber || /^[ai]$/i.test(sign));
  if (isWord) return undefined;
  if (id === undefined) return 'unclear';
  return { answer: expects === 'choices' ? [id] : id, more };
}

/** The choices of which nothing but letters are named: "a and c", "a/b". */
function severalIn(answers: readonly Answer[], words: string): readonly string[] {
  if (!/^\(?[a-z]\)?(?:\s*(?:,|\/|\+|&|;|\band\b|\bor\b|\s)\s*\(?[a-z]\)?)+\.?$/i.test(words)) return [];
  const letters = words.toLowerCase().match(/\b[a-z]\b/g) ?? [];
  return letters.flatMap((each) => answers[each.charCodeAt(0) - 97]?.id ?? []);
}
