import { error, type Missed, quoted, suggestion, warning } from './wording.js';

const unknown = (what: string, otherwise: string) => {
  const article = /^[aeiou]/.test(what) ? 'an' : 'a';
  return error<Missed>(`Something refers to ${article} ${what} that does not exist.`, (missed) => ({
    message: `There is no ${what} ${quoted(missed.name)}.`,
    hint: suggestion(missed) ?? otherwise,
  }));
};
const named = (what: string, otherwise: string) =>
  error<Missed & { readonly where: string }>(`A ${what} that does not exist is referred to.`, (missed) => ({
    message: `There is no ${what} ${quoted(missed.name)} in ${missed.where}.`,
    hint: suggestion(missed) ?? otherwise,
  }));

/** What can be wrong with the names by which things refer to each other. */
export const linkWords = {
  'unknown-node': named('node', 'Add a node of this name under "nodes", or correct the name.'),
  'unknown-fault': named('fault', 'Describe it under "faults", or correct the name.'),
  'unknown-tree': unknown('tree', 'Write a tree of this name, or correct the name.'),
  'unknown-fact': unknown('fact', 'Declare it in facts.yaml, or correct the name.'),
  'unknown-procedure': unknown('procedure', 'Write it in the folder procedures, or correct the name.'),
  'unknown-desk': unknown('desk', 'Declare it under "desks" in knowledge-base.yaml, or correct the name.'),
  'unknown-rule': unknown('rule', 'Write it in rules.yaml, or correct the name.'),
  'unknown-check': unknown('check', 'Declare it in checks.yaml, or correct the name.'),
  'unknown-condition': unknown('condition', 'Declare it under "conditions" in rules.yaml, or correct the name.'),
  'unknown-address': error(
    'A rule or a known issue refers to a place that does not exist.',
    ({ address, part, missed }: { address: string; part: 'tree' | 'node' | 'fault'; missed: Missed }) => ({
      message: `${quoted(address)} leads nowhere: there is no ${part} ${quoted(missed.name)}.`,
      hint: suggestion(missed) ?? `Write it as tree/${part === 'fault' ? 'fault' : 'node'}.`,
    }),
  ),
  'unknown-question': error('A call file names a question that does not exist.', (missed: Missed) => ({
    message: `${quoted(missed.name)} is no question of this call.`,
    hint:
      suggestion(missed) ??
      'Name a node of the tree, a fact, a fault for its verification, or write tree/node for a visited tree.',
  })),
  'unknown-placeholder': error(
    'A text has something in braces that cannot be filled in.',
    ({ name, among }: Missed) => ({
      message: `Nothing can be filled in for "{${name}}".`,
      hint: suggestion({ name, among: [...among] }) ?? `Declare the fact ${quoted(name)} in facts.yaml, or correct it.`,
    }),
  ),
  'unknown-choice': error(
    'An answer is not one of the choices of its fact.',
    ({ fact, ...missed }: Missed & { readonly fact: string }) => ({
      message: `The fact ${quoted(fact)} has no choice ${quoted(missed.name)}.`,
      hint: suggestion(missed),
    }),
  ),
  'unknown-answer': error('Something names an answer that does not exist.', (missed: Missed) => ({
    message: `There is no answer ${quoted(missed.name)}.`,
    hint: suggestion(missed) ?? 'Name one of the answers that are listed.',
  })),
  'duplicate-id': error(
    'Two files have the same name for a tree or procedure.',
    ({ what, id }: { what: 'tree' | 'procedure'; id: string }) => ({
      message: `There is already a ${what} ${quoted(id)}.`,
      hint: 'Give one of the two another name.',
    }),
  ),
  'duplicate-rule': error('Two rules have the same name.', ({ id }: { id: string }) => ({
    message: `There is already a rule ${quoted(id)}.`,
    hint: 'Give one of the two another name.',
  })),
  'duplicate-issue': error('Two known issues have the same name.', ({ id }: { id: string }) => ({
    message: `There is already a known issue ${quoted(id)}.`,
    hint: 'Give one of the two another name.',
  })),
  'parameter-missing': error(
    'A procedure or check is not told what it needs.',
    ({ owner, name }: { owner: string; name: string }) => ({
      message: `${quoted(owner)} has to be told ${quoted(name)}.`,
      hint: `Add it: with: { ${name}: ... }`,
    }),
  ),
  'parameter-unknown': error(
    'A procedure or check is told something it does not ask for.',
    ({ owner, ...missed }: Missed & { readonly owner: string }) => ({
      message: `${quoted(owner)} has no parameter ${quoted(missed.name)}.`,
      hint: suggestion(missed) ?? 'It has no parameters: leave "with" away.',
    }),
  ),
  'parameter-unused': warning('A procedure declares a parameter that it never uses.', ({ name }: { name: string }) => ({
    message: `No step contains "{${name}}".`,
    hint: 'Use the parameter in a step, or do not declare it.',
  })),
} as const;
