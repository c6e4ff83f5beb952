import type { FactValue } from '../rules/index.js';
import { hostileCharacters, nearest } from '../source/index.js';
import type { Fact } from './model.js';

/** Either a value of the fact, or one sentence that says what would be right. */
export type FactValueResult = { readonly value: FactValue } | { readonly reason: string };

const list = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function choicesSentence(fact: Fact, given?: string): string {
  const ids = fact.choices.map((choice) => choice.id);
  const near = given === undefined ? undefined : nearest(given, ids);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return ids.length > 12 ? 'It has to be one of the choices of this fact.' : `It has to be one of ${list(ids)}.`;
}

function oneChoice(fact: Fact, input: unknown): FactValueResult {
  if (typeof input === 'string' && fact.choices.some((choice) => choice.id === input)) return { value: input };
  return { reason: choicesSentence(fact, typeof input === 'string' ? input : undefined) };
}

function severalChoices(fact: Fact, input: unknown): FactValueResult {
  const given = typeof input === 'string' ? [input] : input;
  if (!Array.isArray(given)) return { reason: `It has to be a list of choices. ${choicesSentence(fact)}` };
  const stranger = given.find((id) => !fact.choices.some((choice) => choice.id === id));
  if (stranger !== undefined)
    return { reason: choicesSentence(fact, typeof stranger === 'string' ? stranger : undefined) };
  return { value: fact.choices.map((choice) => choice.id).filter((id) => given.includes(id)) };
}

function rangeSentence(fact: Fact): string {
  const unit = fact.unit === undefined ? '' : ` ${fact.unit}`;
  if (fact.min !== undefined && fact.max !== undefined)
    return `It has to be a number from ${fact.min} to ${fact.max}${unit}.`;
  if (fact.min !== undefined) return `It has to be a number, at least ${fact.min}${unit}.`;
  if (fact.max !== undefined) return `It has to be a number, at most ${fact.max}${unit}.`;
  return fact.unit === undefined
    ? 'It has to be a number, such as 16.'
    : `It has to be a number, such as 16 or 16${unit}.`;
}

function numberOf(fact: Fact, input: unknown): FactValueResult {
  let given = input;
  if (typeof given === 'string' && given.length <= 50) {
    let text = given.trim();
    const unit = fact.unit;
    if (unit !== undefined && unit !== '' && text.toLowerCase().endsWith(unit.toLowerCase()))
      text = text.slice(0, -unit.length).trim();
    given = /^[-+]?[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : undefined;
  }
  const fits =
    typeof given === 'number' &&
    Number.isFinite(given) &&
    Math.abs(given) <= Number.MAX_SAFE_INTEGER &&
    given >= (fact.min ?? Number.NEGATIVE_INFINITY) &&
    given <= (fact.max ?? Number.POSITIVE_INFINITY);
  return fits ? { value: (given as number) + 0 } : { reason: rangeSentence(fact) };
}

function dateOf(input: unknown): FactValueResult {
  const text = typeof input === 'string' ? input.trim() : '';
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (match !== null) {
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    if (day >= 1 && day <= days) return { value: text };
  }
  return { reason: 'It has to be a day that exists, written year-month-day, such as 2026-11-01.' };
}

function textOf(input: unknown): FactValueResult {
  if (typeof input !== 'string') return { reason: 'It has to be text; put quotes round it.' };
  const text = input.trim();
  if (text === '') return { reason: 'It has to be a text that is not empty.' };
  if (text.length > 500) return { reason: 'It has to be a text of at most 500 characters.' };
  if (/[\t\r\n]/.test(text) || hostileCharacters(text, 1).length > 0)
    return { reason: 'It has to be one line of text, without control characters or invisible ones.' };
  return { value: text };
}

/**
 * Decides whether something is a value of a fact, and gives the value as it is kept: a choice's id, a list of ids in
 * the order of the choices, a number (also from text such as "16" or "16 GB"), `yes` or `no`, a day, or trimmed text.
 */
export function factValue(fact: Fact, input: unknown): FactValueResult {
  switch (fact.type) {
    case 'choice':
    case 'yes-no':
      return oneChoice(fact, input);
    case 'choices':
      return severalChoices(fact, input);
    case 'number':
      return numberOf(fact, input);
    case 'date':
      return dateOf(input);
    case 'text':
      return textOf(input);
  }
}
