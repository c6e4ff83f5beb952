import type { KnowledgeBase } from '../../knowledge/index.js';
import { addressOf, type FaultStatus, isSettled, type State } from '../../session/index.js';
import { classOfUnsure, classOfValue } from './class-of-value.js';
import { type Readers, readersIn } from './readers.js';

/**
 * Gives each state a key. Two states with the same key go on in the same way: they wait at the same place for the same
 * thing, and of what they know differently nothing can be read any more. Inside a
 * visit only the visitor's own future counts, unless it looks `throughVisits`: a visited tree is walked from its own start too.
 */
export function stateKeys(kb: KnowledgeBase, throughVisits = false): (state: State) => string {
  const readersAt = readersIn(kb, throughVisits);
  const classes = new Map<Readers, Map<string, string>>();
  const numbers = new Map<string, string>();
  // What tells classes apart can be long, and stands in many keys.
  const shortened = (found: string): string => {
    const number = numbers.get(found) ?? String(numbers.size);
    numbers.set(found, number);
    return number;
  };
  const classOf = (readers: Readers, state: State, fact: string): string | undefined => {
    const reading = readers.facts.get(fact);
    const value = state.facts.get(fact)?.value;
    const unsure = state.unknown.get(fact);
    if (reading === undefined || (value === undefined && unsure === undefined)) return undefined;
    if (value === undefined && reading.asks.length === 0 && kb.facts.get(fact)?.ask === undefined) return undefined;
    let known = classes.get(readers);
    if (known === undefined) {
      known = new Map();
      classes.set(readers, known);
    }
    const name = value === undefined ? `${fact}?${unsure}` : `${fact}=${JSON.stringify(value)}`;
    let found = known.get(name);
    if (found === undefined) {
      found = shortened(
        value === undefined ? `? ${classOfUnsure(reading, unsure ?? '')}` : classOfValue(reading, value),
      );
      known.set(name, found);
    }
    return found;
  };
  return (state) => {
    const { tree, node, phase, stop, overtaken, issues } = state;
    if (phase.at === 'end') return `end ${addressOf(state)} ${JSON.stringify(phase.end)}`;
    const stack = throughVisits ? state.stack : state.stack.slice(0, 1);
    const readers = readersAt({ tree, node, stack, phase });
    const known = [...readers.facts.keys()].flatMap((fact) => {
      const of = classOf(readers, state, fact);
      return of === undefined ? [] : [fact, of];
    });
    const faults = [...state.faults].flatMap(([fault, status]) => judgement(readers, fault, status)).sort();
    const fired = [...state.fired].filter((rule) => readers.rules.has(rule)).sort();
    const place = [
      addressOf(state),
      stack.map(addressOf),
      Math.min(state.stack.length, 2),
      waitsFor(stop, phase),
      overtaken,
      [...issues],
    ];
    return JSON.stringify([...place, known, faults, fired]);
  };
}

function judgement(readers: Readers, fault: string, status: FaultStatus): readonly string[] {
  if (readers.judged.has(fault)) return [`${fault} ${status}`];
  return readers.faults.has(fault) && isSettled(status) ? [fault] : [];
}

/** What it waits for. The steps that are done are past; those that are left are all that counts. */
function waitsFor(stop: State['stop'], phase: State['phase']): readonly unknown[] {
  const left = phase.at === 'steps' ? [phase.steps.slice(phase.index), phase.agreed] : [];
  if (stop.type !== 'asking') return [stop.type, 'steps' in stop && stop.type === 'isolated' ? stop.steps : 0, ...left];
  const { question } = stop;
  const about = question.purpose === 'fact' ? question.fact : question.purpose === 'issue' ? question.issue : 0;
  return [phase.at, question.purpose, about, ...left];
}
