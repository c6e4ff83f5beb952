import { error, oneOf, quoted, warning } from './wording.js';

/** What can be wrong with the meaning of knowledge whose names are all right. */
export const meaningWords = {
  'answer-no-way': error('An answer leads nowhere.', ({ answer }: { answer: string }) => ({
    message: `The answer ${quoted(answer)} leads nowhere.`,
    hint: 'Name a node after it, or give the question a "then" for answers without a node.',
  })),
  'choice-no-way': error(
    'A choice of a fact leads nowhere.',
    ({ fact, choices }: { fact: string; choices: readonly string[] }) => ({
      message: `Nothing is said about ${oneOf(choices, 'and')} of the fact ${quoted(fact)}.`,
      hint: 'Add an answer for each, or give the question a "then" for all others.',
    }),
  ),
  'companion-missing': error(
    'A key says nothing without another one.',
    ({ key, needed }: { key: string; needed: string }) => ({
      message: `The key ${quoted(key)} says nothing without ${quoted(needed)}.`,
      hint: `Add ${quoted(needed)}, or delete ${quoted(key)}.`,
    }),
  ),
  'skip-no-way': error('A question is to be skipped, but nothing says to where.', (_: object) => ({
    message: 'With "skip" the call has to go on somewhere, but this question has no "then".',
    hint: 'Give the question a "then", or write { go: node } in place of skip.',
  })),
  'then-missing': error('A question does not say where to go on.', ({ fact }: { fact: string }) => ({
    message: `The question for ${quoted(fact)} does not say where to go on.`,
    hint: 'Add "then" with the node that follows.',
  })),
  'hear-misfit': error(
    'What is heard for a fact does not go with its type.',
    ({ type, wanted }: { type: string; wanted: 'values' | 'placeholder' }) =>
      wanted === 'values'
        ? {
            message: `For a fact of type ${quoted(type)} it has to be said which value each phrase means.`,
            hint: 'Write the phrases under their value, such as windows: [on windows, a windows pc].',
          }
        : {
            message: `A phrase in the list of a ${quoted(type)} has to hold {value} once, where the ${type} is said.`,
            hint: 'Write it such as "windows {value}", or write the phrases under the value that they mean.',
          },
  ),
  'answers-missing': error('A question has neither answers nor a fact.', (_: object) => ({
    message: 'This question has neither answers nor a fact.',
    hint: 'List its answers under "answers", or name the fact that it asks for.',
  })),
  'answers-misplaced': error(
    'Answers are listed for a fact whose values cannot be listed.',
    ({ fact, type }: { fact: string; type: string }) => ({
      message: `The fact ${quoted(fact)} is of type ${quoted(type)}, so its answers cannot be listed.`,
      hint: 'Delete "answers", write "then", and let a "decide" node look at the value.',
    }),
  ),
  'answers-too-many': warning(
    'A question has more answers than there are single keys.',
    ({ count }: { count: number }) => ({
      message: `This question has ${count} answers, but an agent can choose only nine with one key.`,
      hint: 'Divide it into two questions.',
    }),
  ),
  'unsure-missing': warning('A question does not say what to do when the caller does not know.', (_: object) => ({
    message: 'Nothing is said about a caller who does not know.',
    hint: 'Add "unsure" with { treat_as: answer }, { go: node }, { refer: desk } or skip.',
  })),
  'go-misplaced': error('Something follows the other way of a question, and is never said.', (_: object) => ({
    message: 'What stands after this "go" is never said.',
    hint: 'Move { go: node } to the end of the list; there can be only one.',
  })),
  'meanwhile-fades': warning(
    'A question is to be asked while the caller waits, and its answer would not last.',
    ({ fact }: { fact: string }) => ({
      message: `The fact ${quoted(fact)} fades, so it is not asked while the caller waits for a step.`,
      hint: 'Delete "meanwhile" here; a step that is done makes the answer stale.',
    }),
  ),
  'issue-never-shown': error('A known issue does not say when it is shown.', ({ id }: { id: string }) => ({
    message: `Nothing says when the known issue ${quoted(id)} is shown.`,
    hint: 'Name the trees under "trees", faults under "faults", or a condition under "when".',
  })),
  'days-reversed': error('A known issue ends before it begins.', (_: object) => ({
    message: 'The day under "until" comes before the one under "from".',
    hint: 'Exchange them, or correct the year.',
  })),
  'unreachable-node': warning('A node can never be reached.', ({ node }: { node: string }) => ({
    message: `No way leads from the start to the node ${quoted(node)}.`,
    hint: 'Lead an answer or "then" to it, or delete it.',
  })),
  'unused-fault': warning('A fault is described but never isolated.', ({ fault }: { fault: string }) => ({
    message: `No node of this tree isolates the fault ${quoted(fault)}.`,
    hint: `Add a node { fault: ${fault}, unsolved: ... }, or delete it.`,
  })),
  'loop-without-question': error(
    'A call can go round for ever without anybody being asked.',
    ({ nodes }: { nodes: readonly string[] }) => ({
      message: `A call can go round ${oneOf(nodes, 'and')} for ever without a question being asked.`,
      hint: 'Put a question of its own or a step that is always read into the loop, or lead it out.',
    }),
  ),
  'operator-misfit': error(
    'An operator does not fit the type of the fact.',
    ({
      operator,
      fact,
      type,
      fitting,
    }: {
      operator: string;
      fact: string;
      type: string;
      fitting: readonly string[];
    }) => ({
      message: `${quoted(operator)} says nothing about ${quoted(fact)}, which is of type ${quoted(type)}.`,
      hint: `Use ${oneOf(fitting)}.`,
    }),
  ),
  'value-misfit': error(
    'A value is not a value of its fact or question.',
    ({ value, of, reason }: { value: string; of: string; reason: string }) => ({
      message: `${quoted(value)} is not a value of ${quoted(of)}.`,
      hint: reason,
    }),
  ),
  'condition-cycle': error('A named condition depends on itself.', ({ names }: { names: readonly string[] }) => ({
    message:
      names.length === 1
        ? `The condition ${oneOf(names)} depends on itself.`
        : `The conditions ${oneOf(names, 'and')} depend on each other.`,
    hint: 'Write out what is meant in one of them.',
  })),
  'procedure-loop': error('A procedure uses itself.', ({ names }: { names: readonly string[] }) => ({
    message:
      names.length === 1
        ? `The procedure ${oneOf(names)} uses itself.`
        : `The procedures ${oneOf(names, 'and')} use each other.`,
    hint: 'Write out the steps that are meant in one of them.',
  })),
  'steps-too-many': error('With its procedures a list of steps is too long.', ({ limit }: { limit: number }) => ({
    message: `With the steps of its procedures this has more than ${limit} steps.`,
    hint: 'Nobody follows so many steps on the phone: divide it, with a question between.',
  })),
  'choices-missing': error('A fact with choices does not list them.', ({ type }: { type: string }) => ({
    message: `A fact of type ${quoted(type)} needs "choices".`,
    hint: 'List the choices, each with what the agent sees: choices: { usb: By a cable }',
  })),
  'key-misplaced': error(
    'A key does not go with the type of the fact.',
    ({ key, type }: { key: string; type: string }) => ({
      message: `The key ${quoted(key)} says nothing about a fact of type ${quoted(type)}.`,
      hint: `Delete ${quoted(key)}, or change the type.`,
    }),
  ),
  'range-reversed': error('The smallest number is larger than the largest.', (_: object) => ({
    message: 'The number under "min" is larger than the one under "max".',
    hint: 'Exchange them.',
  })),
  'otherwise-missing': error('A decision does not say what to do when nothing is true.', (_: object) => ({
    message: 'The last entry of this decision is not "otherwise".',
    hint: 'End the list with: - otherwise: node. A fact can be unknown, and then no condition is true.',
  })),
  'otherwise-misplaced': error('Something follows "otherwise" that can never be reached.', (_: object) => ({
    message: 'What stands after this "otherwise" is never looked at.',
    hint: 'Move "otherwise" to the end of the list.',
  })),
  'verify-missing': error('A fix has no question that shows whether it helped.', ({ fault }: { fault: string }) => ({
    message: `The fix of ${quoted(fault)} has no "verify".`,
    hint: 'Add verify: { ask: ... } with the question that shows whether the fault is gone.',
  })),
} as const;
