import { testParts } from './mutated-windows.js';

testParts([0, 1, 2, 3]);
