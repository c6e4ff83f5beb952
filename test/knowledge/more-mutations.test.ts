import { testParts } from './mutated-windows.js';

// A file of their own: files are what runs side by side.
testParts([4, 5, 6, 7]);
