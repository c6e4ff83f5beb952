import { fileURLToPath } from 'node:url';

/** The root of the package. The benchmarks run from dist/bench. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The knowledge base that comes with Faultline. */
export const shippedKnowledgeBase = fileURLToPath(new URL('../../knowledge-base', import.meta.url));
