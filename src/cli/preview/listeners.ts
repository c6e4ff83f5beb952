import type { IncomingMessage, ServerResponse } from 'node:http';
import { guard } from './gate.js';

/** The pages that are open, each on a line that is kept open so that they can be told of a change. */
export interface Listeners {
  /** Adds a page, and tells it the version that there is. */
  add(request: IncomingMessage, response: ServerResponse, version: string): void;
  /** Tells all pages of another version. */
  tell(version: string): void;
}

/** No page yet. */
export function openListeners(): Listeners {
  const pages = new Set<ServerResponse>();
  const event = (version: string): string => `event: knowledge\ndata: ${version}\n\n`;
  return {
    add: (request, response, version) => {
      response.writeHead(200, { ...guard, 'content-type': 'text/event-stream; charset=utf-8' });
      // So long a page waits before it looks again for a preview that has gone, in milliseconds.
      response.write(`retry: 1000\n\n${event(version)}`);
      pages.add(response);
      request.on('close', () => pages.delete(response));
      response.on('error', () => pages.delete(response));
    },
    tell: (version) => {
      for (const page of pages) page.write(event(version));
    },
  };
}
