import { random } from '../random.js';

const characters = 100_000;
const ordinary = 'my printer says offline and nothing comes out';

/** An ordinary text to compare with, then long texts that were made to be slow, by name. */
export function hostileTexts(): ReadonlyMap<string, string> {
  return new Map([
    ['an ordinary text', ordinary],
    ['one letter', repeated('a')],
    ['random words', randomWords()],
    ['signs of regular expressions', repeated('(a+)+$')],
    ['emoji', repeated('😀👩‍👩‍👧‍👦')],
    ['right-to-left text', repeated('المدفأة لا تعمل \u202eשלום\u202c ')],
    ['control sequences', repeated('\u001b[31m\u001b]0;x\u0007\u009b2J\u0000\b')],
    ['letters joined by hyphens', repeated('a-')],
    ['marks on one letter', `a${repeated('\u0301')}`],
    ['misspelt words of the knowledge base', repeated('prinetr offlien conection pasword ')],
    ['2,000 characters of numbers in words', repeated('two hundred and fifty-one thousand ', 2_000)],
  ]);
}

function repeated(text: string, length = characters): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function randomWords(): string {
  const next = random(characters);
  const letter = (): string => String.fromCharCode(97 + Math.floor(next() * 26));
  let text = '';
  while (text.length < characters) text += `${Array.from({ length: 2 + Math.floor(next() * 10) }, letter).join('')} `;
  return text.slice(0, characters);
}
