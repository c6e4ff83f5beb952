import { sentencesOf } from './aloud.js';
import type { Lint } from './lint.js';
import { writtenSteps } from './written-steps.js';

const actions =
  'click|tap|press|choose|select|open|close|switch|turn|unplug|plug|pull|push|type|enter|restart|remove|delete|hold|lift|take|put|disconnect|connect|log|sign|install|uninstall|go|drag|swipe|move|empty|clean|save|print|start|stop|shut';
const doing = new RegExp(`^(?:(?:please|now|then|next|and|after that|first|again),? )*(?:${actions})\\b`, 'i');
const joined = new RegExp(`(?:,? and then|, then|; then) (?:please )?(?:${actions})\\b`, 'i');

/** A step asks for more than one action. */
export const stepTwoActions: Lint = {
  code: 'step-two-actions',
  level: 'advice',
  summary: 'A step asks for more than one action.',
  *look(subject) {
    for (const { say, sayAt } of writtenSteps(subject)) {
      const acting = sentencesOf(say).filter((sentence) => doing.test(sentence)).length;
      if (acting > 1 || joined.test(say))
        yield {
          place: sayAt,
          message: 'This step asks for two actions; the caller does the last one, or asks again.',
          hint: 'Make a step of each.',
        };
    }
  },
};
