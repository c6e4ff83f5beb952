import { expect, test } from '@jest/globals';
import * as library from '../../src/index.js';

test('the library exports these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'addressOf',
    'asked',
    'diagnosticKinds',
    'durationInWords',
    'edgesFrom',
    'excerpt',
    'factValue',
    'faultName',
    'fill',
    'findLoops',
    'instruct',
    'jsonSchemas',
    'labelOf',
    'loadFolder',
    'loadTexts',
    'loopsWithoutQuestion',
    'moveInWords',
    'neutralised',
    'parseSession',
    'preview',
    'previewOf',
    'reachableNodes',
    'reopen',
    'runCall',
    'runCalls',
    'situation',
    'start',
    'step',
    'trail',
    'unsureKinds',
    'unsureWords',
    'valueInWords',
  ]);
});
