import type { KnowledgeBase } from '../../knowledge/index.js';
import type { Block, Chapter } from './document.js';
import { deskName, places, withGaps } from './refer-to.js';

/** Whom a call can be referred to, and the subjects that no tree covers with the desk that looks after each. */
export function desksChapter(kb: KnowledgeBase): readonly Chapter[] {
  const desks = [...kb.desks.values()].map(
    ({ id, name, say, visit }): Block => ({
      kind: 'entry',
      id: places.desk(id),
      number: '',
      blocks: [
        line(id === kb.defaultDesk ? `${name}, where nothing else is said` : name, true),
        ...(visit === true ? [line('Somebody comes to the caller.')] : []),
        ...(say === undefined ? [] : [{ kind: 'line', line: [{ said: withGaps(kb, say) }] } as const]),
      ],
    }),
  );
  const rows = [...kb.notCovered.values()].map(({ name, symptoms, desk }) => ({
    cells: [[[name]], [[{ soft: symptoms.slice(0, 3).join('; ') }]], [[deskName(kb, desk ?? kb.defaultDesk)]]],
  }));
  const subjects: readonly Block[] =
    rows.length === 0
      ? []
      : [
          { kind: 'heading', text: 'What this manual does not cover' },
          { kind: 'table', head: ['Subject', 'Callers say', 'Desk'], rows },
        ];
  return [{ id: 'desks', title: 'Desks', blocks: [...desks, ...subjects] }];
}

function line(text: string, strong = false): Block {
  return { kind: 'line', line: [strong ? { strong: text } : text] };
}
