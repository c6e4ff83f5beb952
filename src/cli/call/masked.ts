/** What is masked before it is kept. In a file of its own, so that the first question does not wait for it. */
export { maskInput, maskText } from '../../index.js';
