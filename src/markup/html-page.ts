import { htmlText } from './html-text.js';

/** What a browser may do with the page: show it. No script runs, and nothing is fetched, whatever stands in a text. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page is made of. */
export interface HtmlPage {
  readonly language: string;
  readonly title: string;
  /** A style sheet. */
  readonly look: string;
  /** HTML. */
  readonly body: string;
}

/** One page with everything in it, to be handed to somebody: it has no script, and fetches nothing. */
export function htmlPage({ language, title, look, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${htmlText(title)}</title>
<style>${look}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
