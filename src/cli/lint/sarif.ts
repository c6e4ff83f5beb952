import type { Diagnostic } from '../../index.js';
import { type Findings, pathFromHere } from './rendering.js';

/** Findings as SARIF 2.1.0, which code hosts and editors read. */
export function renderSarif({ diagnostics, kinds, directory }: Findings): string {
  const location = (place: Diagnostic['place']) => ({
    physicalLocation: {
      artifactLocation: { uri: uriOf(pathFromHere(directory, place.file)) },
      region: {
        startLine: place.line,
        startColumn: place.column,
        endLine: place.endLine,
        endColumn: place.endColumn,
      },
    },
  });
  const used = kinds.filter(({ code }) => diagnostics.some((found) => found.code === code));
  const rules = used.map(({ code, severity, summary }) => ({
    id: code,
    shortDescription: { text: summary },
    help: { text: `${summary} The page ${code} of the documentation says why it matters, with an example.` },
    defaultConfiguration: { level: levelOf(severity) },
  }));
  const results = diagnostics.map(({ code, severity, message, hint, place, related }) => ({
    ruleId: code,
    ruleIndex: used.findIndex((kind) => kind.code === code),
    level: levelOf(severity),
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [location(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...location(other.place),
            message: { text: other.message },
          })),
        }),
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'faultline', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function levelOf(severity: Diagnostic['severity']): 'error' | 'warning' | 'note' {
  return severity === 'advice' ? 'note' : severity;
}

function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
