import type { DiagnosticKind } from './words/index.js';

/** Every kind of diagnostic that loading can give, by code. */
export async function diagnosticKinds(): Promise<readonly DiagnosticKind[]> {
  return (await import('./words/index.js')).diagnosticKinds;
}
