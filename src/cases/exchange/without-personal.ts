import { type KnowledgeBase, withoutUndefined } from '../../knowledge/index.js';
import { personalWords, redactSession, redactText } from '../../personal/index.js';
import type { Session } from '../../session/index.js';
import type { ExportedCase, ExportedQuestion } from './exported-case.js';

/**
 * An exported case without what tells who was calling; its knowledge base says which facts do.
 * @param tied the calls of the cases it is tied to: the reason of a tie can name their callers
 */
export function withoutPersonal(kb: KnowledgeBase, exported: ExportedCase, tied: readonly Session[]): ExportedCase {
  const words = personalWords(kb, exported.session);
  const allWords = new Map([...tied.flatMap((session) => [...personalWords(kb, session)]), ...words]);
  const hidden = (text: string): string => redactText(text, words);
  const { standing } = exported;
  const known = (value: string | undefined, place: string): string | undefined => (value === undefined ? value : place);
  return {
    ...exported,
    personal: false,
    standing: {
      ...standing,
      ...withoutUndefined({
        name: known(standing.name, '[caller]'),
        contact: known(standing.contact, '[contact]'),
        account: known(standing.account, '[account]'),
        device: known(standing.device, '[device]'),
        reason: standing.reason === undefined ? undefined : hidden(standing.reason),
      }),
    },
    session: redactSession(kb, exported.session),
    links: exported.links.map((link) => ({ ...link, why: redactText(link.why, allWords) })),
    facts: exported.facts.map((each) => {
      const fact = kb.facts.get(each.fact);
      const value = fact === undefined || fact.personal ? `[${each.fact}]` : hidden(each.value);
      return { ...each, value };
    }),
    questions: exported.questions.map((each) => {
      if (each.answer === undefined) return each;
      const personal = personalFact(kb, each);
      return { ...each, answer: personal === undefined ? hidden(each.answer) : `[${personal}]` };
    }),
    steps: exported.steps.map((each) => (each.why === undefined ? each : { ...each, why: hidden(each.why) })),
  };
}

/** The personal fact that a question asks for. */
function personalFact(kb: KnowledgeBase, { tree, question }: ExportedQuestion): string | undefined {
  const node = kb.trees.get(tree)?.nodes.get(question);
  const asked = node !== undefined && 'fact' in node ? node.fact : undefined;
  const name = question.startsWith('fact:') ? question.slice(5) : asked;
  return name !== undefined && kb.facts.get(name)?.personal === true ? name : undefined;
}
