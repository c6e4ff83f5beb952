import type { CaseFormat } from './case-format.js';
import { csvFormat } from './csv.js';
import { jsonFormat, jsonLinesFormat } from './json.js';
import { markdownFormat } from './markdown.js';

/** The forms in which cases are written out, by the name under which one asks for them. */
export const caseFormats = {
  json: jsonFormat,
  jsonl: jsonLinesFormat,
  csv: csvFormat,
  markdown: markdownFormat,
} as const satisfies Readonly<Record<string, CaseFormat>>;
