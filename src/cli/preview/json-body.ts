import type { IncomingMessage } from 'node:http';
import type { Refusal } from './gate.js';

/** So many bytes of what is sent are read. */
const mostBytes = 256 * 1024;

/** The JSON object that was sent, or why it cannot be taken. */
export async function jsonBody(
  request: IncomingMessage,
): Promise<{ readonly value: Readonly<Record<string, unknown>> } | Refusal> {
  const tooLong = { status: 413, reason: `What is sent has at most ${mostBytes} bytes.` };
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLong;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) return tooLong;
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Readonly<Record<string, unknown>> };
  } catch {
    // It is no JSON.
  }
  return { status: 400, reason: 'What is sent has to be a JSON object.' };
}
