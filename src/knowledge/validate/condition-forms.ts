import { keysOf } from './choose-option.js';
import type { Schema } from './schema-kind.js';

const forms = ['fact', 'all', 'any', 'not', 'condition'] as const;

/** Whether the options of a union are the forms of a condition. */
export function isConditionUnion(options: readonly Schema[]): boolean {
  return forms.every((form) => options.some((option) => keysOf(option).includes(form)));
}

/** The forms that a condition has, by its keys; it should be exactly one. */
export function conditionForms(value: object): readonly string[] {
  return forms.filter((form) => Object.hasOwn(value, form));
}
