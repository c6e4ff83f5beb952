import { type Findings, pathFromHere } from './rendering.js';

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Findings as workflow commands, which GitHub shows beside the lines of a change. */
export function renderGithub({ diagnostics, directory }: Findings): string {
  return diagnostics
    .map(({ code, severity, message, hint, place }) => {
      const sameLine = place.line === place.endLine && place.endColumn > place.column;
      const properties = [
        `file=${property(pathFromHere(directory, place.file))}`,
        `line=${place.line}`,
        `endLine=${place.endLine}`,
        `col=${place.column}`,
        // GitHub counts the last column in, and knows one only for places on a single line.
        ...(sameLine ? [`endColumn=${place.endColumn - 1}`] : []),
        `title=${property(code)}`,
      ];
      return `::${severity === 'advice' ? 'notice' : severity} ${properties.join(',')}::${data(hint === undefined ? message : `${message} ${hint}`)}\n`;
    })
    .join('');
}
