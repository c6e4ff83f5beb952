import type { IncomingMessage } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/**
 * Whether a request may not have come from the preview's own page. A page from elsewhere reaches a server of this machine by a name
 * of its own that leads here, or by a form; neither can say that it is us.
 */
export function refusal({ headers, method = '' }: IncomingMessage, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (!hosts.includes((headers.host ?? '').toLowerCase()))
    return { status: 403, reason: `This is the preview of Faultline: it answers at http://${hosts[0]}/ only.` };
  if (method === 'GET') return undefined;
  if (method !== 'POST') return { status: 405, reason: 'Only GET and POST are answered.' };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    return { status: 403, reason: 'That page is not the preview.' };
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') return { status: 415, reason: 'What is sent has to be JSON.' };
  return undefined;
}

/** What goes out with every answer: the browser does nothing with it but what the page needs, and keeps nothing. */
export const guard: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
