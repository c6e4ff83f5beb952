import { Document as FlexSearch } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { type Document, type JoinedDocument, joined, searched } from './document.js';

/** A search library that was given the trees as documents. */
export interface Peer {
  readonly name: string;
  /** The ids of what it found, best first. */
  readonly find: (words: string) => readonly string[];
}

/** minisearch with its default options. */
export function minisearch(documents: readonly Document[]): Peer {
  const index = new MiniSearch<JoinedDocument>({ fields: [...searched], storeFields: ['title'] });
  index.addAll(documents.map(joined));
  return { name: 'minisearch', find: (words) => index.search(words).map(({ id }) => String(id)) };
}

/** FlexSearch with its default options, which want every word; and with `suggest`, which does without some. */
export function flexsearch(documents: readonly Document[]): { readonly usual: Peer; readonly suggest: Peer } {
  const index = new FlexSearch<JoinedDocument>({ document: { id: 'id', index: [...searched] } });
  for (const document of documents) index.add(joined(document));
  const find =
    (suggest: boolean): Peer['find'] =>
    (words) =>
      index.search(words, { merge: true, suggest }).map(({ id }) => String(id));
  return {
    usual: { name: 'FlexSearch', find: find(false) },
    suggest: { name: 'FlexSearch, suggest', find: find(true) },
  };
}

const keys = [{ name: 'symptoms', weight: 2 }, { name: 'title', weight: 2 }, 'faults', 'questions'];

/** Fuse with its default options and weighed keys, looking at each text by itself. */
export function fuse(documents: readonly Document[]): Peer {
  const index = new Fuse([...documents], { keys });
  return { name: 'Fuse', find: (words) => index.search(words).map(({ item }) => item.id) };
}

/** Fuse with one text for each key, which finds less and takes a tenth of the time. */
export function fuseJoined(documents: readonly Document[]): Peer {
  const index = new Fuse(documents.map(joined), { keys });
  return { name: 'Fuse, one text for each key', find: (words) => index.search(words).map(({ item }) => item.id) };
}
