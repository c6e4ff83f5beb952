import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answering, readings, takings } from './answers.js';
import { guard, type Refusal, refusal } from './gate.js';
import { jsonBody } from './json-body.js';
import type { Listeners } from './listeners.js';

/** A server of the preview that does not listen yet. It answers its own page and nobody else. */
export function previewServer(answering: Answering, listeners: Listeners): Server {
  const server: Server = createServer((request, response) => {
    const port = (server.address() as { readonly port: number } | null)?.port ?? 0;
    answer(request, response, port).catch((error: Error) => {
      if (response.headersSent) response.destroy();
      else put(response, { status: 500, reason: `The preview itself has failed: ${error.message}` });
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse, port: number): Promise<void> => {
    const refused = refusal(request, port);
    if (refused !== undefined) return put(response, refused);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'POST') {
      const taking = Object.hasOwn(takings, pathname) ? takings[pathname] : undefined;
      if (taking === undefined) return put(response, nothing);
      const body = await jsonBody(request);
      if ('reason' in body) return put(response, body);
      return put(response, { status: 200, value: await taking(answering, body.value) });
    }
    if (pathname === '/events') return listeners.add(request, response, answering.written.version());
    const reading = Object.hasOwn(readings, pathname) ? readings[pathname] : undefined;
    const found = await reading?.(answering, searchParams);
    return put(response, found === undefined ? nothing : { status: 200, ...found });
  };
  return server;
}

const nothing: Refusal = { status: 404, reason: 'There is nothing here.' };

type Put =
  | Refusal
  | { readonly status: number; readonly value: object }
  | { readonly status: number; readonly type: string; readonly text: string };

function put(response: ServerResponse, answer: Put): void {
  const isText = 'text' in answer;
  const value = 'value' in answer ? answer.value : 'reason' in answer ? { reason: answer.reason } : {};
  response.writeHead(answer.status, {
    ...guard,
    'content-type': isText ? answer.type : 'application/json; charset=utf-8',
    ...(answer.status === 405 ? { allow: 'GET, POST' } : {}),
    // What was not read of a request is not waited for.
    ...(answer.status === 200 ? {} : { connection: 'close' }),
  });
  response.end(isText ? answer.text : JSON.stringify(value));
}
