export { type HtmlPage, htmlPage } from './html-page.js';
export { htmlText } from './html-text.js';
export { markdownTable } from './markdown-table.js';
export { markdownText } from './markdown-text.js';
