import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharePostgres } from './cases/shared-postgres.js';

/**
 * Run by jest before the test files. Besides the PostgreSQL, they share what Faultline has read of knowledge bases: hundreds of
 * tests begin in a home of their own, and each would read the same files again (`FAULTLINE_TEST_CACHE`).
 */
// biome-ignore lint/style/noDefaultExport: jest calls what a setup file exports by default
export default async function setUp(): Promise<void> {
  await sharePostgres();
  const cache = mkdtempSync(join(tmpdir(), 'faultline-cache-'));
  process.env.FAULTLINE_TEST_CACHE = cache;
  process.once('exit', () => rmSync(cache, { recursive: true, force: true }));
}
