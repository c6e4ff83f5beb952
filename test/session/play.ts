import {
  type Input,
  type KnowledgeBase,
  type Session,
  type Situation,
  situation,
  start,
  step,
} from '../../src/index.js';

/** Where a call stands after inputs, all of which have to be taken. */
export async function play(
  kb: KnowledgeBase,
  tree: string,
  ...inputs: readonly Input[]
): Promise<{ readonly session: Session; readonly now: Situation }> {
  return playOn(kb, start(kb, { tree }), ...inputs);
}

/** Goes on with a session. */
export async function playOn(
  kb: KnowledgeBase,
  from: Session,
  ...inputs: readonly Input[]
): Promise<{ readonly session: Session; readonly now: Situation }> {
  let session = from;
  for (const input of inputs) {
    const stepped = await step(kb, session, input);
    if (stepped.refused !== undefined) throw new Error(`${JSON.stringify(input)} refused: ${stepped.refused}`);
    session = stepped.session;
  }
  return { session, now: await situation(kb, session) };
}

/** What a situation is in a word or two: `asking power`, `asking fact:os`, `doing restart 2/3`, `referred second-line`. */
export function brief(now: Situation): string {
  switch (now.type) {
    case 'asking':
      return now.purpose === 'fact'
        ? `asking fact:${now.fact}`
        : now.purpose === 'verify'
          ? `verify ${now.fault}`
          : now.purpose === 'tried'
            ? `tried ${now.ask}`
            : now.purpose === 'consent'
              ? `consent ${now.node}`
              : now.purpose === 'issue'
                ? `issue ${now.issue}`
                : `asking ${now.node}`;
    case 'doing':
      return `doing ${now.node} ${now.index + 1}/${now.steps.length}`;
    case 'isolated':
      return `isolated ${now.fault}`;
    case 'referred':
      return `referred ${now.desk}`;
    default:
      return now.type;
  }
}
