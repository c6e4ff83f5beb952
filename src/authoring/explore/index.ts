export {
  type Exploration,
  type ExplorationFinding,
  type ExplorationKind,
  type ExploreOptions,
  explorationKinds,
  type FaultReached,
  type LongCall,
  type TreeExplored,
} from './exploration.js';
export { explore } from './explore.js';
export { waysToEnds } from './ways-to-ends.js';
