import type { Answer, Fault, Verify } from '../model.js';
import { entriesOf, isWritten, keyPlace, valuePlace } from '../read/index.js';
import { withoutUndefined } from '../without-undefined.js';
import type { FileValue } from './files.js';
import { linkSteps } from './steps.js';
import type { TreeLinking } from './tree-linking.js';
import { wordingsOf } from './wordings-of.js';

type FaultValue = NonNullable<FileValue<'tree'>['faults']>[string];
type VerifyValue = NonNullable<FaultValue['verify']>;

const usual: readonly Answer[] = [
  { id: 'yes', label: 'Yes', hear: [] },
  { id: 'no', label: 'No', hear: [] },
  { id: 'partly', label: 'Only partly', hear: [] },
];

/** Links the fault `id` of a tree's faults. */
export function linkFault(faults: object, id: string, context: TreeLinking): Fault {
  const value = (faults as Record<string, FaultValue>)[id] as FaultValue;
  const fix = value.fix === undefined ? [] : linkSteps(value, 'fix', context.names, context);
  if (fix === undefined) context.block();
  if (value.fix !== undefined && value.verify === undefined)
    context.report('verify-missing', keyPlace(value, 'fix'), { fault: id });
  return withoutUndefined({
    id,
    name: value.name,
    cause: value.cause,
    likelihood: value.likelihood,
    explain: value.explain,
    caution: value.caution,
    fix: fix ?? [],
    verify: value.verify && linkVerify(value.verify, value, context),
    tried: value.tried,
    effort: value.effort,
    prevent: value.prevent,
    at: keyPlace(faults, id),
  });
}

function linkVerify(value: VerifyValue, parent: object, { report }: TreeLinking): Verify {
  const own = value.answers === undefined ? undefined : entriesOf(value.answers);
  const answers = own === undefined ? usual : own.map(([id, label]) => ({ id, label, hear: [] }));
  const solved = value.solved ?? 'yes';
  const partly = value.partly ?? (own === undefined ? 'partly' : undefined);
  const known = answers.map((answer) => answer.id);
  for (const key of ['solved', 'partly'] as const) {
    const name = key === 'solved' ? solved : partly;
    if (name === undefined || known.includes(name)) continue;
    const place = isWritten(value, key) ? valuePlace(value, key) : keyPlace(parent, 'verify');
    report('unknown-answer', place, { name, among: known });
  }
  return withoutUndefined({
    ask: value.ask,
    say: value.say,
    ifConfused: wordingsOf(value.if_confused),
    answers,
    solved,
    partly,
  });
}
