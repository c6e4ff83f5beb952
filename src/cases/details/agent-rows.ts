import type { Session } from '../../session/index.js';
import { keyText } from '../drivers/storable-text.js';
import type { AgentRow } from '../schema/tables.js';

/** What each agent had of a call. Without a name it is nobody's. */
export function agentRows(
  { agent, events }: Session,
  about: { readonly case_number: number; readonly day: string },
): readonly AgentRow[] {
  const rows = new Map<string, { events: number; took: number }>();
  let now = keyText(agent ?? '');
  for (const event of events) {
    if ('resumed' in event && event.resumed !== '') now = keyText(event.resumed);
    const row = rows.get(now) ?? { events: 0, took: 0 };
    rows.set(now, { events: row.events + 1, took: row.took + (event.took ?? 0) });
  }
  return [...rows].map(([name, { events: count, took }]) => ({
    ...about,
    agent: name,
    events: count,
    took: Math.round(took),
  }));
}
