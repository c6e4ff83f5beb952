import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  appendCall,
  type CallResult,
  loadTexts,
  recordCall,
  renderJunit,
  runCalls,
  type Session,
} from '../../src/index.js';
import { filesBelow } from '../knowledge/fixtures.js';

const office = filesBelow('test/fixtures/office');

/** The results of calls in the tree of the printer, which have to load. */
async function results(
  calls: string,
  change: (tree: string) => string = (tree) => tree,
): Promise<readonly CallResult[]> {
  const files = office.map((file) =>
    file.path === 'trees/printer.yaml' ? { ...file, text: change(String(file.text)) } : file,
  );
  const { knowledgeBase, diagnostics } = await loadTexts([
    ...files,
    { path: 'trees/printer.calls.yaml', text: `tree: printer\ncalls:\n${calls}` },
  ]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return runCalls(knowledgeBase);
}

/** What the one call has otherwise: line and message. */
async function differences(call: string): Promise<readonly string[]> {
  const [result] = await results(call);
  return (result as CallResult).differences.map(({ place, message, hint }) =>
    [place.line, message, hint].join(' ').trim(),
  );
}

const world = `  - name: The queue
    world: { lamp: on, plug: yes, paper: yes, os: windows, printer.model: X }
    fixed_by: paused
    ends: fixed
    fault: paused
`;

describe('a world', () => {
  test('holds where the questions come in another order, and where one is left away', async () => {
    const orders = [
      (tree: string) => tree,
      (tree: string) =>
        tree.replace('start: lamp', 'start: paper').replace('yes: model, no: empty', 'yes: model, no: lamp'),
      (tree: string) => tree.replace('start: lamp', 'start: plug'),
      (tree: string) => tree.replace('start: lamp', 'start: model'),
    ];
    for (const order of orders) expect((await results(world, order)).flatMap((each) => each.differences)).toEqual([]);
  });

  test('fails readably where it says nothing, unless it says what then', async () => {
    const little = '  - name: Little\n    world: { lamp: off }\n    ends: referred\n';
    expect(await differences(little)).toEqual([
      '4 After "lamp: off" (line 4) the call asks "plug" (trees/printer.yaml:13): Is the plug in? The world says nothing about "plug". Add "plug" to the world.',
    ]);
    expect(await differences(`${little}    otherwise: dont-know\n`)).toEqual([]);
  });

  test('answers the verification by the fault that its fix mends', async () => {
    const other = world.replace('fixed_by: paused', 'fixed_by: no-paper').replace('ends: fixed', 'ends: referred');
    expect(await differences(other)).toEqual([]);
  });
});

describe('a difference', () => {
  test.each([
    ['ends: closed', '9 The call ends "fixed" at "printer/unplugged" after "unplugged: yes" (line 7), not "closed".'],
    ['ends: fixed\n    fault: paused', '10 The fault found is "unplugged", not "paused".'],
    ['ends: fixed\n    desk: second-line', '10 The desk is "none", not "second-line".'],
    ['ends: fixed\n    within: 2', '10 The call asks 3 questions, not 2 at most: lamp, plug, unplugged.'],
    [
      'ends: fixed\n    asked: [plug, lamp]',
      '10 "lamp" is asked, but not after "plug". Asked are: lamp, plug, unplugged.',
    ],
    ['ends: fixed\n    asked: [paper]', '10 "paper" is never asked. Asked are: lamp, plug, unplugged.'],
    ['ends: fixed\n    ruled_out: [paused]', '10 The fault "paused" is not judged, not ruled out.'],
    ['ends: fixed\n    suspected: [paused]', '10 Nothing has made the fault "paused" suspected.'],
    [
      'ends: fixed\n    ends_at: paper',
      '10 The call ends at "printer/unplugged" after "unplugged: yes" (line 7), not at "paper".',
    ],
    ['ends: fixed\n    reads: [has no power, the tray]', '10 "the tray" is never read aloud in the call.'],
    [
      'ends: fixed\n    never_reads: [no power]',
      '10 After "plug: no" (line 6) the call reads "It has no power." "no power" should never be read.',
    ],
    [
      'ends: fixed\n    never_reads: [Put the plug]',
      '10 After "plug: no" (line 6) the call reads "Put the plug in." "Put the plug" should never be read.',
    ],
    [
      'ends: fixed\n    never_asked: [plug]',
      '6 The call asks "plug" (trees/printer.yaml:13): Is the plug in? "plug" should never be asked.',
    ],
  ])('for %j', async (expected, message) => {
    const call = `  - name: The plug\n    answers:\n      - lamp: off\n      - plug: no\n      - unplugged: yes\n    # What is expected:\n    ${expected}\n`;
    expect(await differences(call)).toEqual([message]);
  });

  test.each([
    ['nowhere', '7 unknown-node There is no node "nowhere" in the tree printer.'],
    ['screen/nowhere', '7 unknown-node There is no node "nowhere" in the tree screen.'],
    ['scren/plug', '7 unknown-tree There is no tree "scren".'],
  ])('an end at "%s" is no place', async (where, told) => {
    const text = `tree: printer\ncalls:\n  - name: The plug\n    answers:\n      - lamp: off\n    ends: fixed\n    ends_at: ${where}\n`;
    const { diagnostics } = await loadTexts([...office, { path: 'trees/printer.calls.yaml', text }]);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ place, code, message }) => `${place.line} ${code} ${message}`)).toEqual([told]);
  });

  test('is none where all of that is as expected', async () => {
    const call = `  - name: The plug
    answers: [lamp: off, plug: no, unplugged: no, paper: no, no-paper: no]
    ends: referred
    desk: second-line
    fault: printer/no-paper
    within: 5
    asked: [lamp, unplugged, printer/paper]
    ruled_out: [unplugged, printer/no-paper]
    never_asked: [os]
    ends_at: printer/second-line
    reads: [Put the plug in., whether the lamp is on, Put paper in]
    never_reads: [Choose Resume, 'The queue is']
`;
    // Where the plug did not help, the paper is not looked at: the tree goes to the desk.
    const ways = await results(call, (tree) =>
      tree.replace('fault: unplugged, unsolved: second-line', 'fault: unplugged, unsolved: paper'),
    );
    expect(ways.flatMap((each) => each.differences)).toEqual([]);
  });
});

test('words are given to the search', async () => {
  const call = (words: string, found: string) => `  - name: Words\n    words: ${words}\n    found: ${found}\n`;
  expect(await differences(call('the paper is jammed', 'first'))).toEqual([]);
  expect(await differences(call('the paper is jammed', 'among-three'))).toEqual([]);
  expect(await differences(call('whatever else', 'nothing'))).toEqual([]);
  const [missed = ''] = await differences(call('whatever else', 'first'));
  expect(missed).toMatch(/^4 The words should find "printer", but nothing fits\./);
  const [found = ''] = await differences(call('the paper is jammed', 'nothing'));
  expect(found).toMatch(/^4 The words should fit no tree, but find "printer" \(/);
});

test('personal facts are not written, neither told nor answered', async () => {
  const files = office.map((file) =>
    file.path === 'facts.yaml'
      ? {
          ...file,
          text: String(file.text).replace(
            '{ name: Printer model, type: text',
            '{ name: Printer model, type: text, personal: true',
          ),
        }
      : file,
  );
  const { knowledgeBase: kb } = await loadTexts(files);
  const answered = [
    { answer: 'on', question: 'printer/lamp#1' },
    { answer: 'yes', question: 'printer/paper#1' },
  ];
  const name = 'Mrs Secret';
  for (const said of [
    { answer: name, question: 'fact:printer.model#1' },
    { tell: { 'printer.model': name }, source: 'caller' as const },
  ]) {
    const session: Session = {
      ...{ format: 1, tree: 'printer', knowledge: kb.hash },
      events: [...answered, said, { refer: 'second-line', question: 'fact:os#1' }],
    };
    const made = await recordCall(kb, session);
    expect(made).toHaveProperty('call');
    expect(JSON.stringify(made)).not.toContain('Secret');
  }
});

describe('appendCall', () => {
  const call = { name: 'New: one', answers: [{ lamp: 'off' }, { plug: { unsure: 'dont-know' } }], ends: 'referred' };
  test.each([
    ['# A head\ntree: printer\ncalls:\n  - name: Old # why\n    ends: fixed # so\n# The end.\n'],
    ['tree: printer\ncalls:\n- name: Old\n  ends: fixed'],
    ['calls:\n  - # a - b\n    name: Old\n    ends: fixed\n\n# Between.\ntree: printer\n'],
    ['tree: printer\r\ncalls:\r\n  - { name: Old, ends: fixed }\r\n'],
    ['tree: printer\ncalls: [{ name: Old, ends: fixed }] # all\n'],
  ])('keeps the lines of %j', async (text) => {
    const after = await appendCall(text, 'printer', call);
    if (!text.includes('calls: [')) for (const line of text.split(/\r?\n/)) expect(after).toContain(line);
    for (const comment of text.match(/#.*/g) ?? []) expect(after).toContain(comment.trim());
    const { knowledgeBase, diagnostics } = await loadTexts([
      ...office,
      { path: 'trees/printer.calls.yaml', text: after },
    ]);
    expect(diagnostics.filter(({ place }) => place.file.endsWith('.calls.yaml'))).toEqual([]);
    expect(knowledgeBase.calls.map(({ name }) => name)).toEqual(['Old', 'New: one']);
  });

  test('refuses what is no call file', async () => {
    await expect(appendCall('tree: printer\n', 'printer', call)).rejects.toThrow(TypeError);
    await expect(appendCall('calls: [\n', 'printer', call)).rejects.toThrow(TypeError);
  });
});

test('the XML of JUnit is well formed, whatever is in names and messages', async () => {
  const [passed] = await results(world);
  const example = (passed as CallResult).example;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, message) => {
      const place = example.at;
      const failed = {
        example: { ...example, name },
        differences: [{ message, place }],
        agreed: [],
        trail: [],
        inputs: [],
      };
      const xml = renderJunit([failed], 2);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
      const text = xml.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>/g, '').replace(/^<\?[^?]*\?>/, '');
      expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;|#10;)/);
      const opened = [...xml.matchAll(/<([a-z]+)(?: [a-z]+="[^"<]*")*>/g)].map(([, tag]) => tag);
      const closed = [...xml.matchAll(/<\/([a-z]+)>/g)].map(([, tag]) => tag);
      expect(opened.sort()).toEqual(closed.sort());
    }),
  );
});
