/**
 * How a sentence goes on after "the password is": by far not every such word, but those that come alone. Participles
 * and the like are known by their endings.
 */
const words: ReadonlySet<string> = new Set(
  [
    // English
    'a an the my your his her its our their this that these those what which who where when why how as at by for from in',
    'into of on onto out over to under up with within without and or but if because since so than then there here not no',
    'never only just still now again already also always usually often sometimes probably maybe perhaps definitely',
    'it i he she we they you one some any all both each every none nothing something anything everything someone nobody',
    'wrong right correct incorrect false true valid invalid ok okay fine good bad new old same different other another next',
    'first last previous current default temporary initial strong weak secure insecure safe unsafe long short longer shorter',
    'easy hard difficult simple complicated complex empty blank full missing gone lost forgotten unknown known secret private',
    'personal public shared common mandatory optional necessary needed required set unset reset on off active inactive ready',
    'available unavailable visible invisible hidden readable open closed free busy lost found stuck dead broken done over',
    'late early soon today tomorrow yesterday case-sensitive upper uppercase lower lowercase capital capitals caps numeric',
    'alphanumeric english german french spanish being been going getting is was were are has had have does did do will would',
    'can could should must may might shall need needs mine yours hers ours theirs unique identical similar important',
    'useless impossible possible weird strange odd funny random sensitive stored saved kept sent given written taken',
    'shown known seen stolen hacked leaked out-of-date up-to-date outdated enough too very quite really pretty rather almost',
    'ask asks says works fails user caller customer yes nope none unclear unsure sure certain expired about below above',
    'inside outside correctly later sorry please thanks him them us me online offline local remote there compliant',
    // German
    'der die das den dem des ein eine einen einem einer mein dein sein ihr unser falsch richtig korrekt inkorrekt gültig',
    'ungültig abgelaufen gesperrt geändert vergessen verloren bekannt unbekannt neu alt gleich dasselbe derselbe anders nicht',
    'noch schon immer wieder jetzt nur auch zu sehr leer kurz lang sicher unsicher schwach stark einfach schwierig weg da',
    'hier dort so wie von vom für mit ohne in im auf an am aus bei nach seit ja nein gut schlecht in-ordnung ok geheim',
    'nötig notwendig erforderlich optional möglich unmöglich eingegeben gespeichert notiert gesetzt zurückgesetzt kein keine',
    // French
    'le la les un une des du de mon ma mes son sa ses votre notre faux fausse bon bonne correct incorrect valide invalide',
    'expiré refusé accepté oublié perdu changé bloqué nouveau nouvelle ancien ancienne même toujours encore pas plus trop',
    'très déjà dans sur pour avec sans par à en inconnu connu vide court long faible fort différent obligatoire requis',
    // Spanish
    'el los las un una unos mi tu su nuestra incorrecta incorrecto correcta correcto inválida válida caducada bloqueada',
    'olvidada perdida nueva nuevo vieja antigua misma mismo siempre todavía aún no sí muy demasiado ya en con sin por para',
    'de desconocida conocida vacía corta larga débil fuerte diferente obligatoria necesaria segura equivocada errónea',
    // what can stand in the place of a password and says that it is kept back
    'redacted masked removed omitted withheld n/a tbd unbekannt xxx empty nil null undefined',
  ].flatMap((line) => line.split(' ')),
);

const endings = /(?:ed|ing|ly|n't|able|ible|-sensitive|less|ful|ous|ically|gesetzt|geändert|barer?|los|iert)$/iu;

/** Whether a word that follows "the password is" is the sentence going on, and no password. */
export function isOrdinary(word: string): boolean {
  const small = word.toLowerCase();
  return words.has(small) || (small.length > 4 && endings.test(small));
}
