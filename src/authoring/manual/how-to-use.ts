import type { Block, Chapter, Line } from './document.js';

/** How one goes through a call with the manual in hand. */
export function howToUse(): Chapter {
  const items: readonly Line[] = [
    ['Find the chapter by what the caller says. Its charts begin at 1.'],
    ['What stands in quotation marks is read aloud. Everything else is for you.'],
    [
      'Give the answer that you hear, and go to the number that stands behind it. A number alone is one of the same chapter.',
    ],
    ['Not knowing is an answer: the last lines of each question say what happens then.'],
    ['What is in square brackets stands for something that you know: [Printer model] is the model of the printer.'],
    ['Where it says to go through another chapter, begin there at 1, and come back when that chapter is done.'],
    ['Do not ask again for what you have been told. Ask again only for what a step may have changed.'],
  ];
  const blocks: readonly Block[] = [{ kind: 'list', look: 'bullets', items: items.map((line) => [line]) }];
  return { id: 'how-to-use', title: 'How to use this manual', blocks };
}
