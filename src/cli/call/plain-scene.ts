import type { Style } from '../style.js';
import type { Scene } from './scene.js';

/** A scene in sentences, for ears: what has not changed since the scene before is not said again. */
export function plainScene(scene: Scene, before: Scene | undefined, style: Style): string {
  const { title, step, caller, facts, open, warnings, heading, say, asides, notes } = scene;
  const about = caller === undefined ? title : `${caller}. ${title}`;
  const moved = before?.title !== title || before.caller !== caller;
  const same = (left: readonly unknown[], right: readonly unknown[] = []): boolean =>
    JSON.stringify(left) === JSON.stringify(right);
  return [
    '',
    style.dim(moved ? `${about}. ${capital(step)}.` : `${capital(step)}.`),
    ...(!moved || facts.length === 0 ? [] : [style.aside('Known', `${facts.join('; ')}.`)]),
    ...(same(open, before?.open) ? [] : open.map(({ name, text }) => style.aside(name, text))),
    ...warnings.map(style.warning),
    ...(heading === undefined ? [] : [style.heading(heading)]),
    '',
    ...say.map(style.say),
    ...asides.map(({ name, text }) => style.aside(name, text)),
    ...notes.map((note) => style.aside('Note', note)),
    '',
  ].join('\n');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
