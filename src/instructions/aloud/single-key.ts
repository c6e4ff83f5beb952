import { reading } from './reading.js';

const alone: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  PgUp: 'Page Up',
  PgDn: 'Page Down',
  PrtScn: 'Print Screen',
  PrtSc: 'Print Screen',
  'Del key': 'Delete key',
  'Ins key': 'Insert key',
  'Cmd key': 'Command key',
  'Opt key': 'Option key',
  'Win key': 'Windows key',
};

/** The short name of a single key in full. Those that can be something else only before the word key. */
export const singleKey = reading(
  Object.keys(alone)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  ([name]) => alone[name],
);
