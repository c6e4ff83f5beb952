/** A word after which any number of enough digits is one to dial, also some words later. */
const calling =
  /(?<!\p{L})(?:call(?:ed|ing)?(?: ?back)?|call-?back|ring|rang|dial(?:l?ed)?|reach(?:ed|able)?|fax|hotline|landline|whatsapp|telephone|telefon\p{L}*|handynummer|mobilnummer|rufnummer|festnetz|durchwahl|anrufen|angerufen|anruf|rückruf\p{L}*|zurückrufen|erreichbar|erreichen|téléphone|tél|rappeler|appeler|teléfono|móvil|celular|llamar|(?:direct|phone|home|work) line|(?:my|his|her|their|our|your|home|work|office|contact|private|new|direct|phone|mobile|cell|meine|seine|ihre|unsere|mon|son|mi|su) (?:number|nummer|numéro|número))(?!\p{L})[^.!?\n0-9\uE000]{0,32}$/iu;
/** A word that also names the device: the number has to stand right behind it. */
const device =
  /(?<!\p{L})(?:phone|mobile|cell|handy|mobil|tel|ph|portable|fon|mob)(?:'s)?(?: ?(?:number|no|nr|nummer|numéro|número|is|at|on|under|ist|unter|[:.,#-])){0,4} ?$/iu;
/** What a number is the number of, when it is none to dial, with the words that can stand between. */
const thing =
  /(?<!\p{L})(?:sn|s\/n|p\/n|serial|serien\p{L}*|part|model|modell|case|ticket|order|invoice|customer|kunden\p{L}*|account|konto\p{L}*|asset|article|artikel\p{L}*|item|ref|reference|build|version|ver|kb|error|fehler\p{L}*|code|event|id|imei|iccid|product|tracking|bug|incident|inc|request|vorgang\p{L}*|fall|fallnummer|bestell\p{L}*|rechnung\p{L}*|auftrag\p{L}*|job|contract|policy|member|licen[cs]e|zip|firmware|driver|rev|revision|série|serie|dossier|pedido|caso|factura|barcode|key)(?!\p{L})(?:[ .:#-]*(?:numbers?|no|nr|nummer|id|code|is|was|reads|the|of|for|his|her|ist|war|de)){0,4}[ .:#-]*$/iu;
const unit =
  /^ ?(?:[%€$£°]|(?:eur|usd|gbp|chf|kb|mb|gb|tb|kib|mib|gib|bytes?|ms|sec|seconds?|minutes?|hours?|days?|times|files|mails|messages|px|pixels?|dpi|hz|mhz|ghz|kbps|mbps|rpm|volts?|watts?|euros?|dollars?|pounds?|users?|pages?)(?!\p{L}))/iu;
const money = /(?:[€$£¥#]|(?<!\p{L})(?:eur|usd|gbp|chf)) ?$/iu;

/** Whether the words before a number say that it is one to dial. */
export function isAnnounced(letters: string, start: number): boolean {
  const before = letters.slice(Math.max(0, start - 64), start);
  return calling.test(before) || device.test(before);
}

/** Whether the words right before a number say that it is the number of a thing: a serial number, a case, an order. */
export function isOfThing(letters: string, start: number): boolean {
  return thing.test(letters.slice(Math.max(0, start - 64), start));
}

/** Whether a number counts or measures something. */
export function isQuantity(letters: string, start: number, end: number): boolean {
  return unit.test(letters.slice(end, end + 12)) || money.test(letters.slice(Math.max(0, start - 4), start));
}
