import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  how,
  howInWords,
  type Input,
  type KnowledgeBase,
  loadFolder,
  missing,
  missingInWords,
  whatIf,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../src/index.js';
import { play } from '../session/play.js';

let kb: KnowledgeBase;
beforeAll(async () => {
  ({ knowledgeBase: kb } = await loadFolder('test/fixtures/office'));
});

const at = (...inputs: readonly Input[]) => play(kb, 'printer', ...inputs);
const empty: readonly Input[] = [{ answer: 'on' }, { answer: 'no' }];

describe('an explanation that can be said to a caller', () => {
  test('why a question is asked: the reason of its author, and what the answer is good for', async () => {
    const { session, now } = await at();
    const { say, lines } = whyInWords(kb, now, await why(kb, session));
    expect(say).toBe(
      'I ask this because without power nothing else matters, and your answer tells me whether it can be "Not plugged in".',
    );
    expect(lines).toEqual([
      "On, It is blinking, doesn't know, can't check, says it does not apply, would rather not say: leaves No paper; The queue is paused",
      'Off: leaves Not plugged in; No paper; The queue is paused',
      'Still possible: No paper; Not plugged in; The queue is paused',
    ]);
  });

  test('why steps are read, and why a fix is verified', async () => {
    const steps = await at(...empty, { done: true });
    expect(whyInWords(kb, steps.now, await why(kb, steps.session)).say).toBe(
      'We do this because the likely cause is "No paper", and these steps can put it right.',
    );
    const verify = await at(...empty, { done: true }, { done: true });
    expect(whyInWords(kb, verify.now, await why(kb, verify.session)).say).toBe(
      'I ask this because your answer tells me whether the fix has helped.',
    );
  });

  test('how it came to a fault', async () => {
    const { session, now } = await at(...empty);
    const { say, lines } = howInWords(kb, now, await how(kb, session));
    expect(say).toBe(
      'I believe it is "No paper" because you answered "On" when I asked "Is the lamp on?" and you answered "No" when I asked "Is there paper in the tray?".',
    );
    expect(lines).toEqual(['For: Is the lamp on? On', 'For: Is there paper in the tray? No']);
  });

  test('how, with a doubt', async () => {
    const { session, now } = await at({ unsure: 'cant-check' }, { answer: 'no' });
    expect(howInWords(kb, now, await how(kb, session)).say).toBe(
      'I believe it is "No paper" because you answered "No" when I asked "Is there paper in the tray?", although you could not check when I asked "Is the lamp on?".',
    );
  });

  test('why not: turned away from, still possible, of another tree, reached, mended', async () => {
    const { session, now } = await at(...empty);
    const said = async (fault: string) => whyNotInWords(kb, now, await whyNot(kb, session, fault)).say;
    expect(await said('printer/unplugged')).toBe(
      'I do not think that it is "Not plugged in", because you answered "On" when I asked "Is the lamp on?".',
    );
    expect(await said('screen/loose')).toBe(
      'We have not looked at "A loose cable", because it belongs to another trouble, "The screen stays dark".',
    );
    expect(await said('printer/no-paper')).toBe('It may well be "No paper", for that is what we have come to.');
    const begun = await at();
    const possible = await whyNot(kb, begun.session, 'printer/paused');
    expect(whyNotInWords(kb, begun.now, possible).say).toBe(
      'It can still be "The queue is paused", but for that I still have to ask "Is the lamp on?".',
    );
    const fixed = await at(...empty, { done: true }, { done: true }, { answer: 'yes' });
    const mended = await whyNot(kb, fixed.session, 'printer/no-paper');
    expect(whyNotInWords(kb, fixed.now, mended).say).toBe('It was "No paper", and that is mended.');
    const failed = await at(...empty, { done: true }, { done: true }, { answer: 'no' });
    const tried = await whyNot(kb, failed.session, 'printer/no-paper');
    expect(whyNotInWords(kb, failed.now, tried).say).toBe(
      'I do not think that it is "No paper", because the fix for "No paper" did not help.',
    );
  });

  test('what if: each answer, and one change', async () => {
    const { session, now } = await at({ answer: 'on' });
    expect(whatIfInWords(kb, now, await whatIfEach(kb, session)).say).toBe(
      'If you answer "Yes", I ask you next "Which model is it?"; if you answer "No", the likely cause is "No paper".',
    );
    const seen = await whatIf(kb, session, { revise: { node: 'lamp', answer: 'off' } });
    if ('refused' in seen) throw new Error(seen.refused);
    expect(whatIfInWords(kb, now, seen)).toEqual({
      say: 'Then I ask you next "Is the plug in?".',
      lines: ['Next: Is the plug in?', 'Earlier replies: 0 stay, 0 are asked again, 0 no longer matter'],
    });
    const all = await whatIfEach(kb, session);
    const unsure = all.filter(({ reply }) => 'unsure' in reply).slice(0, 1);
    expect(whatIfInWords(kb, now, unsure).say).toBe('If you cannot tell me, I ask you next "Which model is it?".');
  });

  test('what is missing', async () => {
    const { session, now } = await at({ answer: 'on' });
    const { say, lines } = missingInWords(kb, now, await missing(kb, session));
    expect(say).toMatch(
      /^Before I can be sure, I have to find out up to 3 more things, such as "Is there paper in the tray\?"\.$/,
    );
    expect(lines).toContain('Question: Is there paper in the tray?');
  });

  test('a reason that may begin with a name keeps its capital letter', async () => {
    const { session, now } = await at();
    const found = { ...(await why(kb, session)), why: 'Windows forgets printers. The lamp says more.' };
    expect(whyInWords(kb, now, found).say).toBe(
      'I ask this for this reason: Windows forgets printers; the lamp says more, and your answer tells me whether it can be "Not plugged in".',
    );
  });
});
