export { maskInput } from './mask-input.js';
export { type Masked, type MaskedKind, maskText } from './mask-text.js';
