export { maskInput } from './mask-input.js';
export { maskSession } from './mask-session.js';
export { type Masked, type MaskedKind, maskText } from './mask-text.js';
export { personalWords } from './personal-words.js';
export { redactSession } from './redact-session.js';
export { redactText } from './redact-text.js';
