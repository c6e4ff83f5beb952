import {
  type CallResult,
  type KnowledgeBase,
  loadFolder,
  nearest,
  type Picture,
  type PictureWeights,
  pictureOf,
  runCalls,
  toDot,
  toHtml,
  toMermaid,
  toSvg,
  wayOf,
  weightsOf,
} from '../../index.js';
import { withStore } from '../cases/with-store.js';
import type { Environment } from '../environment.js';
import { exit, Misuse } from '../exit.js';
import { knowledgeFolder } from '../knowledge-folder.js';
import { placesOf } from '../places.js';
import { shared, writeWhole } from '../write-whole.js';
import { type GraphFormat, graphFormat } from './graph-format.js';
import { storedTrails } from './stored-trails.js';

/** What was given on the command line. */
export interface GraphCommandOptions {
  readonly format?: GraphFormat;
  readonly out?: string;
  readonly calls?: boolean;
  readonly fromStore?: boolean;
  readonly kb?: string;
}

/** Prints or writes the picture of a tree. @returns the exit code. @throws Misuse */
export async function runGraphCommand(
  tree: string,
  options: GraphCommandOptions,
  environment: Environment,
): Promise<number> {
  const format = graphFormat(options.format, options.out);
  if (options.calls === true && options.fromStore === true)
    throw new Misuse('Give --calls or --from-store, not both: a picture counts one kind of calls.');
  const folder = knowledgeFolder(options.kb);
  const { cache } = placesOf(environment.variables);
  const { knowledgeBase: kb } = await loadFolder(folder, { cache });
  if (!kb.trees.has(tree)) throw new Misuse(noSuchTree(kb, tree, folder));
  // Also calls that begin in other trees can come here: then all are counted.
  const results = options.calls === true ? await runCalls(kb) : format === 'html' ? await runCalls(kb, tree) : [];
  const weights = await weightsFor(kb, tree, options, results, environment);
  const picture = await pictureOf(kb, tree, weights === undefined ? {} : { weights });
  const text = await rendered(kb, format, picture, weights, results);
  if (options.out === undefined) environment.stdout.write(text);
  else writePicture(options.out, text, options.fromStore === true);
  return exit.fine;
}

function rendered(
  kb: KnowledgeBase,
  format: GraphFormat,
  picture: Picture,
  weights: PictureWeights | undefined,
  results: readonly CallResult[],
): string | Promise<string> {
  switch (format) {
    case 'svg':
      return toSvg(picture);
    case 'mermaid':
      return toMermaid(picture);
    case 'dot':
      return toDot(picture);
    case 'html': {
      const own = results.filter(({ example }) => example.tree === picture.tree);
      const calls = own.map(({ example, trail }) => ({ name: example.name, steps: wayOf(picture.tree, trail) }));
      return toHtml(kb, picture, { calls, ...(weights === undefined ? {} : { weights }) });
    }
  }
}

async function weightsFor(
  kb: KnowledgeBase,
  tree: string,
  { calls, fromStore }: GraphCommandOptions,
  results: readonly CallResult[],
  environment: Environment,
): Promise<PictureWeights | undefined> {
  if (calls === true) {
    const trails = results.map(({ trail }) => trail);
    if (!trails.some((moves) => moves.some((move) => move.tree === tree)))
      throw new Misuse(`No example call comes into the tree "${tree}": there is nothing to count.`);
    return weightsOf('calls', tree, trails);
  }
  if (fromStore !== true) return undefined;
  const { trails, passedOver } = await withStore(environment, (store) => storedTrails(store, kb, tree));
  const others =
    passedOver === 0
      ? ''
      : ` ${passedOver} ${passedOver === 1 ? 'call' : 'calls'} came into another version of it, and cannot be counted.`;
  if (trails.length === 0)
    throw new Misuse(
      `No call in the case store came into the tree "${tree}" as it is now.${others} Without --from-store it is drawn without counts.`,
    );
  if (others !== '') environment.stderr.write(`${others.trim()}\n`);
  return weightsOf('cases', tree, trails);
}

function noSuchTree(kb: KnowledgeBase, tree: string, folder: string): string {
  const near = nearest(tree, kb.trees.keys());
  const meant = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `There is no tree "${tree}" that can be drawn.${meant} A tree with a mistake cannot be: "faultline lint ${folder}" tells them.`;
}

function writePicture(path: string, text: string, tellsOfCases: boolean): void {
  try {
    writeWhole(path, text, tellsOfCases ? undefined : shared);
  } catch (error) {
    throw new Misuse(`"${path}" cannot be written: ${(error as Error).message}`);
  }
}
