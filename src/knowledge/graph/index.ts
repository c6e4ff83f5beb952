export { edgesFrom } from './edges-from.js';
export { components, findLoops } from './find-loops.js';
export { loopsWithoutQuestion, type PlaceInTree } from './loops-without-question.js';
export { reachableNodes } from './reachable-nodes.js';
