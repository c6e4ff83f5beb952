import { apart, type Span } from './readable-text.js';
import { type SecretName, secretNames } from './secret-names.js';
import { type Manner, secretAt } from './secret-values.js';

const is = "(?:'s| is| was| are| were| used to be| ist| war| lautet| lautete| sind| est| était| sont| es| era| son| é)";
/** "password: x", "password = x" */
const assigned = /^["')]?(?: ?[:=]| ?[-=]>) {0,3}/;
/** "password is x" */
const said = new RegExp(`^["']?,?${is}:? `, 'i');
/** Words between the name and "is": "the code that they sent me is x" */
const aside =
  /^,? (?:for|of|to|on|in|at|with|from|that|which|i|we|he|she|they|you|it|got|received|sent|given|set|used|für|von|zum|zur|beim|vom|das|den|der|die|ich|wir|er|sie|de|du|des|pour|que|qui|j'ai|reçu|para|del|della|per|do|da|voor|van)(?![\p{L}\p{N}])/iu;
const link = new RegExp(`(?:${is}:?|:|=) `, 'gi');
/** Words after "is" that only say how it is sent, so that another "is" follows. */
const onward = /^(?:shown|sent|given|displayed|used|on|in|for|from|by|angezeigt|affiché)(?!\p{L})/iu;
/** "changed the password to x" */
const towards = /^ (?:to|into|from|as|auf|in|zu|von|en|à|a|por) /i;
const change =
  /(?:chang|set|reset|updat|renew|änder|setz|gesetzt|wechsel|stell|chang|modifi|réinitialis|cambi|restablec)\p{L}*/iu;
/** "got the code x", "typed in the code x" */
const handedOver =
  /(?<!\p{L})(?:got|get|receive[ds]?|sent|sends|texted|reads?|told|gave|sms|text|typed?|enter(?:ed)?|erhalten|bekommen|geschickt|reçu|recibido)(?!\p{L})[^.!?\n\uE000]{0,40}$/iu;
/** "x is my password", "x as the PIN" */
const reversed =
  /(?:^|[\s"'(])([^\s\uE000"'(]{3,64})["']?(?: is| was| as| ist| war| als| est| es)(?: (?:my|his|her|their|our|your|the|a|mein|das|die|der|mon|le|mi|la|su))?(?: (?:new|old|current|neues|neue))? $/iu;
/** The key with which a locked disk is opened: eight groups of six digits. */
const recoveryKey = /(?<![\p{L}\p{N}-])[0-9]{6}(?:[- ][0-9]{6}){7}(?![\p{L}\p{N}-])/gu;

/**
 * The passwords, PINs and one-time codes of a text. A name such as "password" does not make one: what follows decides, so
 * that "the password is wrong" stays.
 */
export function passwords(letters: string): readonly Span[] {
  const found: Span[] = [...letters.matchAll(recoveryKey)].map(({ 0: key, index }) => ({
    start: index,
    end: index + key.length,
  }));
  for (const name of secretNames(letters)) {
    const span = before(letters, name) ?? after(letters, name);
    if (span !== undefined) found.push(span);
  }
  return apart(found);
}

function before(letters: string, { start, kind }: SecretName): Span | undefined {
  const from = Math.max(0, start - 100);
  const match = reversed.exec(letters.slice(from, start));
  if (match === null || kind === 'code') return undefined;
  const word = from + match.index + match[0].indexOf(match[1] ?? '');
  const span = secretAt(letters, word, kind, 'beside');
  return span !== undefined && span.end <= start ? span : undefined;
}

function after(letters: string, name: SecretName): Span | undefined {
  const { kind, end, owned } = name;
  const rest = letters.slice(end, end + 120);
  const at = (match: RegExpExecArray | null, manner: Manner): Span | undefined =>
    match === null ? undefined : secretAt(letters, end + match[0].length, kind, manner);
  const direct = assigned.exec(rest) ?? said.exec(rest);
  if (direct !== null) return at(direct, 'said');
  if (aside.test(rest)) {
    const far = afterAside(letters, end, rest, kind, owned ? 'said' : 'aside');
    if (far !== undefined) return far;
  }
  if (towards.test(rest)) {
    const around = `${letters.slice(Math.max(0, name.start - 40), name.start)} ${rest.slice(0, 60)}`;
    return change.test(around) ? at(towards.exec(rest), 'beside') : undefined;
  }
  if (kind === 'code' && !handedOver.test(letters.slice(Math.max(0, name.start - 60), name.start))) return undefined;
  return at(/^ /.exec(rest), 'beside');
}

function afterAside(
  letters: string,
  end: number,
  rest: string,
  kind: SecretName['kind'],
  manner: Manner,
): Span | undefined {
  const [sentence = ''] = /^[^.!?\n]{0,80}/.exec(rest) ?? [];
  for (const { 0: is, index } of sentence.matchAll(link)) {
    const value = end + index + is.length;
    const span = secretAt(letters, value, kind, manner);
    if (span !== undefined || !onward.test(letters.slice(value, value + 16))) return span;
  }
  return undefined;
}
