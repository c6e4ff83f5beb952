export { edgeName } from './edge-name.js';
export { type PageParts, pageParts } from './page/page-parts.js';
export { type PageOptions as PicturePageOptions, toHtml } from './page/to-html.js';
export type {
  Picture,
  PictureCall,
  PictureCount,
  PictureEdge,
  PictureLine,
  PictureNode,
  PictureOptions,
  PictureWeights,
  Point,
} from './picture.js';
export { pictureOf } from './picture-of.js';
export { toDot } from './to-dot.js';
export { toMermaid } from './to-mermaid.js';
export { toSvg } from './to-svg.js';
export { wayOf } from './way-of.js';
export { weightsOf } from './weights-of.js';
