import type { CaseFormat } from './case-format.js';

/** One list of all cases. */
export const jsonFormat: CaseFormat = {
  before: '[\n',
  between: ',\n',
  after: '\n]\n',
  write: ({ exported }) => JSON.stringify(exported),
};

/** One case a line. */
export const jsonLinesFormat: CaseFormat = {
  before: '',
  between: '',
  after: '',
  write: ({ exported }) => `${JSON.stringify(exported)}\n`,
};
