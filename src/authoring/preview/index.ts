export { previewLook } from './page/preview-look.js';
export { previewPage } from './page/preview-page.js';
export { previewScript } from './page/preview-script.js';
export { type CallSoFar, type PlayedAgain, playAgain } from './play-again.js';
export { type FindingShown, type KnowledgePreview, previewKnowledge, type TreeShown } from './preview-knowledge.js';
