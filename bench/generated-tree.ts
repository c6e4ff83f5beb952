import { random } from './random.js';

const systems = ['windows', 'macos', 'linux'] as const;
/** Trees visit only trees of their own block, so that the first trees are the same whether few or many are made. */
const block = 12;

/** The name of the tree with a number. */
export function generatedTreeId(number: number): string {
  return `subject-${number}`;
}

/**
 * The text of a tree with 12 to 30 nodes of all kinds: the same one for the same number, whatever the number of
 * trees, but for the very last one. Every node can be reached, every way goes forward, and the last two end the call.
 */
export function generatedTree(number: number, trees: number): string {
  const next = random(number * 7919 + 1);
  const size = 12 + Math.floor(next() * 19);
  const visits = number % block < block - 1 && number + 1 < trees ? generatedTreeId(number + 1) : undefined;
  const lines = [
    `tree: ${generatedTreeId(number)}`,
    `title: Subject ${number} does not work as it should`,
    'symptoms:',
    ...['is broken', 'does nothing', 'shows an error', 'was fine yesterday'].map(
      (words) => `  - my subject ${number} ${words}`,
    ),
    'reviewed: 2026-11-01',
    'start: n0',
    'nodes:',
  ];
  const faults: string[] = [];
  let visited = false;
  for (let index = 0; index < size - 2; index += 1) {
    const later = (): string => `n${Math.min(size - 1, index + 1 + Math.floor(next() * 6))}`;
    const on = `n${index + 1}`;
    const kind = next();
    if (index === 0 || kind < 0.55) lines.push(...question(index, on, later, next));
    else if (kind < 0.67) lines.push(`  n${index}:`, '    decide:', ...branches(later, on, next));
    else if (kind < 0.78) lines.push(`  n${index}:`, '    do:', ...steps(index, 2), `    then: ${on}`);
    else if (kind < 0.83 && visits !== undefined && !visited) {
      lines.push(`  n${index}: { visit: ${visits}, then: ${on} }`);
      visited = true;
    } else {
      lines.push(`  n${index}: { fault: f${index}, unsolved: ${on} }`);
      faults.push(...fault(index));
    }
  }
  lines.push(`  n${size - 2}:`, '    refer: second-line', '    because: All that can be tried on the phone was tried.');
  lines.push(`  n${size - 1}: { close: unresolved }`);
  if (!lines.some((line) => line.includes(`go: n${size - 1}`) || line.includes(`: n${size - 1}`))) lines.splice(-1, 1);
  return `${[...lines, ...(faults.length > 0 ? ['faults:', ...faults] : [])].join('\n')}\n`;
}

function question(index: number, on: string, later: () => string, next: () => number): readonly string[] {
  const words = [
    `  n${index}:`,
    `    ask: Is part ${index} in order?`,
    `    say: Please look at part ${index}. Does it look as it should, or is anything strange about it?`,
    `    if_confused: Part ${index} is the one beside part ${index + 1}, and it has a small label with its number.`,
    '    why: This part fails more often than the others, and it is quick to look at.',
    '    answers:',
    `      fine: { label: It is in order, hear: [all good, looks normal], go: ${on} }`,
    `      strange: { label: Something is strange, hear: [odd, not right], go: ${later()} }`,
  ];
  if (next() < 0.4)
    words.push(`      missing: { label: It is not there, hear: [gone, cannot find it], go: ${later()} }`);
  return [...words, `    unsure: { go: ${on} }`];
}

function branches(later: () => string, on: string, next: () => number): readonly string[] {
  const system = systems[Math.floor(next() * systems.length)];
  return [
    `      - when: { fact: os, operator: equal, value: ${system} }`,
    `        go: ${later()}`,
    `      - otherwise: ${on}`,
  ];
}

function steps(index: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, step) => [
    `      - say: Please switch part ${index} off and on again, and count to ${step + 5}.`,
    '        expect: Its lamp goes out and comes on again.',
  ]).flat();
}

function fault(index: number): readonly string[] {
  return [
    `  f${index}:`,
    `    name: Part ${index} is worn`,
    '    cause: hardware',
    '    likelihood: common',
    `    explain: Part ${index} does not do its work any more, and has to be set again.`,
    '    fix:',
    ...steps(index, 2),
    '      - { when: { fact: os, operator: equal, value: windows }, say: Please close the window with the settings. }',
    '    verify:',
    '      ask: Does everything work now?',
    '      answers: { yes: It works, no: It still does not work }',
    '      solved: "yes"',
  ];
}
