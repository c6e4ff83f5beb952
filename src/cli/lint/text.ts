import { Chalk } from 'chalk';
import { type Diagnostic, excerpt, neutralised } from '../../index.js';
import { type Findings, pathFromHere } from './rendering.js';

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** Findings for people: place, code, message, the line with carets, the hint, and a summary at the end. */
export function renderText(findings: Findings): string {
  const paint = new Chalk({ level: findings.colour ? 1 : 0 });
  const where = ({ file, line, column }: Diagnostic['place']): string =>
    neutralised(`${pathFromHere(findings.directory, file)}:${line}:${column}`).replaceAll('\n', '\ufffd');
  const block = ({ place, severity, code, message, hint, related }: Diagnostic): string => {
    const mark = { error: paint.red, warning: paint.yellow, advice: paint.blue }[severity];
    const source = findings.sources.get(place.file);
    const lines = source === undefined || source === '' ? [] : excerpt(source, place).split('\n');
    return [
      `${paint.bold(where(place))}  ${mark(severity)}  ${paint.dim(code)}`,
      `  ${neutralised(message)}`,
      ...lines.map((line, index) => `  ${index === 1 ? mark(line) : line}`),
      ...(hint === undefined ? [] : [`  ${paint.cyan('hint:')} ${neutralised(hint)}`]),
      ...related.map((other) => `  ${paint.dim(`see ${where(other.place)}`)} ${neutralised(other.message)}`),
      '',
    ].join('\n');
  };
  const errors = findings.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.diagnostics.filter(({ severity }) => severity === 'warning').length;
  const advice = findings.diagnostics.length - errors - warnings;
  const found = `${count(errors, 'error')}${advice === 0 ? ' and' : ','} ${count(warnings, 'warning')}`;
  const counts = advice === 0 ? found : `${found} and ${count(advice, 'suggestion')}`;
  const files = new Set(findings.diagnostics.map(({ place }) => place.file)).size;
  const summary =
    findings.diagnostics.length === 0
      ? paint.green(`Nothing to mend: ${count(findings.trees, 'tree')} can be walked.`)
      : `${counts} in ${count(files, 'file')}; ${count(findings.trees, 'tree')} can be walked.`;
  const unshown =
    findings.unshown === 0
      ? []
      : [`${count(findings.unshown, 'suggestion')} more: "--advice" shows ${findings.unshown === 1 ? 'it' : 'them'}.`];
  return `${[...findings.diagnostics.map(block), summary, ...unshown].join('\n')}\n`;
}
