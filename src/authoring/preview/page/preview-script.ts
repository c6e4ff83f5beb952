import { viewerScript } from '../../picture/page/viewer-script.js';
import { callScript } from './script/call.js';
import { connectionScript } from './script/connection.js';
import { drawnScript } from './script/drawn.js';
import { elementsScript } from './script/elements.js';
import { examplesScript } from './script/examples.js';
import { repliesScript } from './script/replies.js';
import { treesScript } from './script/trees.js';

/**
 * What the preview's page does, as a script that runs in the author's browser. It keeps which tree is chosen (in the address) and what
 * was said and done in the call; all else it asks its server for. Texts are only ever shown; the one thing that is read as
 * markup is the picture, whose texts its server has escaped.
 */
export const previewScript = `'use strict';
(() => {
${elementsScript}${viewerScript}${treesScript}${drawnScript}${repliesScript}${callScript}${examplesScript}${connectionScript}})();
`;
