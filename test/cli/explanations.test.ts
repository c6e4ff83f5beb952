import { expect, test } from '@jest/globals';
import type { Call } from '../../src/cli/call/call.js';
import { explain } from '../../src/cli/call/explanations.js';
import type { Front, Menu } from '../../src/cli/call/front.js';
import { styleFor } from '../../src/cli/style.js';
import { loadFolder, situation } from '../../src/index.js';
import { play } from '../session/play.js';

const nobody = (): never => {
  throw new Error('Nothing of this kind is asked.');
};

/** A front that chooses by label, and keeps what it was shown and offered. */
function scripted(choices: readonly string[]): { readonly front: Front; readonly shown: readonly string[] } {
  const left = [...choices];
  const shown: string[] = [];
  const take = (options: Menu['options']): string => {
    const wanted = left.shift() ?? 'go back';
    const found = options.find(({ label }) => label === wanted);
    if (found === undefined) throw new Error(`"${wanted}" is none of: ${options.map(({ label }) => label).join('; ')}`);
    return found.id;
  };
  const front: Front = {
    show: (text) => {
      shown.push(text);
    },
    choose: async ({ options, commands }) => take([...options, ...commands]),
    pick: async (_, options) => take(options),
    find: nobody,
    type: nobody,
    scene: () => undefined,
    copy: nobody,
    close: () => undefined,
  };
  return { front, shown };
}

async function asking(inputs: Parameters<typeof play>[2][], ...choices: readonly string[]): Promise<string> {
  const { knowledgeBase: kb } = await loadFolder('test/fixtures/office');
  const { session, now } = await play(kb, 'printer', ...inputs);
  const call: Call = {
    kb,
    letters: '',
    session: () => session,
    now: () => situation(kb, session),
    take: () => Promise.reject(new Error('An explanation takes nothing.')),
    takeBack: () => Promise.resolve(false),
  };
  const { front, shown } = scripted(choices);
  const { stdout } = process;
  const environment = { variables: {}, stdout } as unknown as Parameters<typeof styleFor>[0];
  await explain({ call, front, style: styleFor(environment, true), cache: '', clock: () => '' }, now);
  expect(call.session()).toBe(session);
  return shown.join('\n').replace(/\n(?=\S)/g, ' ');
}

test('every explanation can be asked for, one after another, and nothing is changed', async () => {
  const shown = await asking(
    [{ answer: 'on' }],
    'Why this question?',
    'How did we come here?',
    'Why not a certain fault?',
    'Not plugged in',
    'What if the answer is ...?',
    'No',
    'What is missing?',
    'go back',
  );
  expect(shown).toMatch(/Say: I ask this because .*"No paper"/);
  expect(shown).toMatch(/Yes.*: leaves The queue is paused/);
  expect(shown).toMatch(/Say: We are at this point because you answered "On"/);
  expect(shown).toMatch(/Say: I do not think that it is "Not plugged in"/);
  expect(shown).toMatch(/Say: If you answer "No", the likely cause is "No paper"\. Next: No paper/);
  expect(shown).toMatch(/Say: Before I can be sure/);
});

test('where no question is open there is no answer to suppose', async () => {
  const inputs = [{ answer: 'on' }, { answer: 'no' }];
  expect(await asking(inputs, 'Why are we doing this?')).toMatch(/Say: I explain this because .*"No paper"/);
  await expect(asking(inputs, 'What if the answer is ...?')).rejects.toThrow('is none of');
});
