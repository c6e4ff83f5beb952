import { dangers } from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import { leave, numbered } from './menu.js';

/** Something dangerous was said: one key more, and the call is where it has to be. */
export async function danger(desk: Desk): Promise<Outcome> {
  const { call, front, style } = desk;
  const known = dangers(call.kb);
  if (known.length === 0) {
    front.show(style.problem('This knowledge base has no rules for danger. Refer the call with r.'));
    return 'stay';
  }
  front.show(style.warning('What is it?'));
  const choice = await front.choose(numbered(known.map(({ label }, at) => ({ id: String(at), label }))));
  const chosen = choice === leave ? undefined : known[Number(choice)];
  if (chosen === undefined) return 'stay';
  const { fact, value } = chosen;
  const before = (await call.now()).facts.get(fact)?.value;
  // Several dangers can come together: what was told before stays told.
  const all = typeof value === 'object' && typeof before === 'object' ? [...new Set([...before, ...value])] : value;
  return (await take(desk, { tell: { [fact]: all } })) ? 'moved' : 'stay';
}
