import { z } from 'zod';
import { faultCauses } from '../fault-causes.js';
import { condition } from './condition.js';
import { day, duration, factName, id, language, sources, text, wordings } from './words.js';

/** The ways in which a caller can fail to know. */
export const unsureKinds = ['dont-know', 'cant-check', 'not-applicable', 'declined'] as const;

const policy = z.union([
  z.literal('skip').describe('Go on to `then` without an answer.'),
  z.strictObject({ treat_as: id.describe('The answer to go on with; the record keeps that it was not known.') }),
  z.strictObject({ go: id.describe('The node to go on at.') }),
  z.strictObject({ refer: id.describe('The desk to refer the call to.') }),
]);

/** What to do when the caller does not know. */
export const unsure = z
  .union([policy, z.partialRecord(z.enum(unsureKinds), policy)])
  .describe('What to do when the caller does not know: one way for all, or one for each kind of not knowing.');

const answer = z.union([
  id.describe('The node that this answer leads to.'),
  z.strictObject({
    label: text.optional().describe('What the agent sees for this answer.'),
    hear: z.array(text).min(1).max(50).optional().describe('Other words a caller may use for this answer.'),
    go: id.optional().describe('The node that this answer leads to; without it, `then`.'),
  }),
]);

const answers = z
  .record(id, answer.nullable())
  .describe('The possible answers, each with the node it leads to. An empty one leads to `then`.');

const words = {
  say: text.optional().describe('The words to read aloud. Without it, the question itself is read.'),
  why: text.optional().describe('Why this is asked, for the agent and for a sceptical caller.'),
  note: text.optional().describe('For the eyes of the agent only.'),
};

const otherWay = z
  .strictObject({ go: id.describe('The node that finds it out in a different way.') })
  .describe('A different way of finding it out, when no wording is understood. The last entry of the list.');

const triedText = text
  .optional()
  .describe('The one question, read aloud, that makes sure that it was done rightly when the caller has tried it.');

const asking = {
  ...words,
  if_confused: z
    .union([
      text,
      z
        .array(z.union([text, otherWay]))
        .min(1)
        .max(5),
    ])
    .optional()
    .describe(
      'What to say when the caller does not understand: a text, or up to five, each simpler than the one before. The last can be { go: node }.',
    ),
  fact: factName.optional().describe('The fact this answers. A fact that is known is never asked again.'),
  meanwhile: z.boolean().optional().describe('It can be asked while the caller waits for something else.'),
  answers: answers.optional(),
  then: id.optional().describe('Where to go on for answers that name no node of their own.'),
  unsure: unsure.optional(),
};

const say = z
  .strictObject({
    when: condition.optional().describe('Only then is this step read.'),
    say: text.describe('One action, as read aloud.'),
    expect: text.optional().describe('What the caller should then see or hear.'),
    wait: duration.optional().describe('How long it takes.'),
    if_confused: wordings.optional(),
    note: words.note,
    risky: z.boolean().optional().describe('The agent confirms that the caller agrees before this step.'),
  })
  .describe('One step: one action, what should then be seen, how long it takes.');

const use = z
  .strictObject({
    when: condition.optional().describe('Only then are these steps read.'),
    use: id.describe('The procedure whose steps are read here.'),
    with: z.record(id, text).optional().describe('A text for each parameter of the procedure.'),
  })
  .describe('The steps of a procedure.');

/** Steps to read aloud, in order. */
export const steps = z
  .array(z.union([say, use]))
  .min(1)
  .max(60);

/** One schema for each kind of node, by the key that makes it that kind. */
export const nodeSchemas = {
  ask: z.strictObject({ ask: text.describe('What the agent wants to know.'), ...asking }),
  check: z.strictObject({
    check: text.describe('What is measured; a person can always answer it.'),
    run: id.optional().describe('The check declared in checks.yaml that can find it out.'),
    with: z.record(id, text).optional().describe('A text for each parameter of that check.'),
    ...asking,
  }),
  do: z.strictObject({
    do: steps.describe('What the caller is asked to do, one action a step.'),
    tried: triedText,
    why: words.why,
    note: words.note,
    then: id.describe('Where to go on when it is done.'),
  }),
  decide: z.strictObject({
    decide: z
      .array(
        z.union([
          z.strictObject({ when: condition, go: id.describe('Where to go when it is the first true one.') }),
          z.strictObject({ otherwise: id.describe('Where to go when none is true.') }),
        ]),
      )
      .min(2)
      .max(60)
      .describe('Conditions in order; the first true one leads on. The last entry is `otherwise`.'),
  }),
  visit: z.strictObject({
    visit: id.describe('The tree to walk before coming back.'),
    why: words.why,
    then: id.describe('Where to go on after coming back.'),
  }),
  fault: z.strictObject({
    fault: id.describe('A fault declared under `faults` in this tree.'),
    unsolved: id.describe('Where to go when the fix did not help, could not be done, or helped only partly.'),
    partly: id.optional().describe('Where to go when the fix helped only partly; without it, `unsolved`.'),
  }),
  refer: z.strictObject({
    refer: id.describe('The desk, declared in knowledge-base.yaml.'),
    because: text.describe('Why this desk, for the record and for the caller.'),
    say: words.say,
    note: words.note,
    collect: z.array(factName).min(1).max(40).optional().describe('Facts the desk will ask for.'),
  }),
  close: z.strictObject({
    close: z.enum(['resolved', 'unresolved']).describe('How the call ends here.'),
    say: words.say,
    note: words.note,
  }),
} as const;

/** The kinds of node, in the order they are explained. */
export const nodeKinds = Object.keys(nodeSchemas) as (keyof typeof nodeSchemas)[];

/** Any node. Which kind it is shows in its first key. */
export const node = z.union([
  nodeSchemas.ask,
  nodeSchemas.check,
  nodeSchemas.do,
  nodeSchemas.decide,
  nodeSchemas.visit,
  nodeSchemas.fault,
  nodeSchemas.refer,
  nodeSchemas.close,
]);

/** A cause that a tree can isolate, with how to explain, mend and verify it. */
export const fault = z.strictObject({
  name: text.describe('What is wrong, in a few words.'),
  cause: z.enum(faultCauses).describe('The kind of cause, for reports.'),
  likelihood: z
    .union([z.enum(['common', 'occasional', 'rare']), z.number().gt(0).max(1)])
    .optional()
    .describe('How often this is the cause: a word, or a share between 0 and 1.'),
  explain: text.describe('The fault in words the caller understands, as read aloud.'),
  caution: text.optional().describe('Read before the steps: what could be lost or go wrong.'),
  fix: steps.optional().describe('The steps that mend it. Without them the agent goes on at `unsolved`.'),
  verify: z
    .strictObject({
      ask: text.describe('How one sees that it is mended.'),
      say: words.say,
      if_confused: wordings.optional(),
      answers: z.record(id, text).optional().describe('Answers with labels; without it yes, no and partly.'),
      solved: id.optional().describe('The answer that means it is mended; without it, yes.'),
      partly: id.optional().describe('The answer that means it helped but is not all.'),
    })
    .optional()
    .describe('The question after the fix. Needed where there is a fix.'),
  tried: triedText,
  effort: z
    .union([z.enum(['quick', 'minutes', 'long', 'visit']), duration])
    .optional()
    .describe('How long the fix takes.'),
  prevent: text.optional().describe('How to keep it from coming back, as read aloud.'),
});

/** One tree: one YAML file, one subject that a caller could name. */
export const tree = z.strictObject({
  tree: id.describe('The name of this tree, unique in the knowledge base.'),
  title: text.describe('What is wrong, in a line.'),
  symptoms: z.array(text).min(1).max(100).describe("What callers say, in callers' words, several and different."),
  language: language.optional().describe('The language of this tree, where it is not that of the knowledge base.'),
  reviewed: day.optional().describe('When a person last read this tree against the real thing.'),
  sources: sources.optional(),
  start: id.describe('The node where the tree starts.'),
  nodes: z.record(id, node).describe('The nodes of this tree, by name.'),
  faults: z.record(id, fault).optional().describe('The faults this tree can isolate, by name.'),
});

/** Steps shared by several trees and faults. One file, one procedure. */
export const procedure = z.strictObject({
  procedure: id.describe('The name of this procedure, unique in the knowledge base.'),
  title: text,
  parameters: z.array(id).max(20).optional().describe('Names written {parameter} in the steps.'),
  tried: triedText,
  steps,
});
