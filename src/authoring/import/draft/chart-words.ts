const yes = new Set(
  'yes y yeah yep true ok ja oui si sì sí sim tak да так 是 对 有 はい 네 evet ano igen kyllä jo ✓ ✅ 👍'.split(' '),
);
const no = new Set(
  'no n nope false nein non não nie нет ні 否 不 没有 いいえ 아니요 hayır ne nem ei nej nee ✗ ❌ ✘ 👎'.split(' '),
);

/** `yes` or `no`, where a label is nothing but that, in one of many languages. */
export function yesOrNo(label: string): 'yes' | 'no' | undefined {
  const word = label
    .trim()
    .toLowerCase()
    .replace(/[\s.,!:;"'()]+$/u, '')
    .replace(/^["'(]+/, '');
  if (yes.has(word)) return 'yes';
  return no.has(word) ? 'no' : undefined;
}

const doing = new RegExp(
  `^(?:please\\s+|try\\s+(?:to\\s+)?|then\\s+|now\\s+|\\d+[.)]\\s*)*(?:${[
    'accept activate add adjust allow apply ask attach block bring call cancel change charge check choose clean clear click',
    'close collect compare configure confirm connect consult contact copy correct create cut cycle deactivate delete deploy',
    'determine disable disconnect download drain dry eject enable ensure enter erase escalate exchange execute extend',
    'factory fetch file fill find fix flush follow force format free gather get give go hold identify increase inform',
    'insert inspect install investigate isolate join kill launch leave let load lock look lower make mark measure mount',
    'move mute notify open order pair perform pick ping plug post prepare press print provide provision pull push put',
    'read reboot rebuild recreate reconnect record redeploy reduce refer refresh reinstall reissue relax release reload',
    'remove rename renew repair replace replug replay report request reseat reset resize resolve restart restore resync',
    'retry return revert review roll rollback rotate run save scale scan search select send set show shut sign start stop',
    'submit swap switch take tell test throttle tighten toggle trace transfer turn type unblock unhook uninstall unlock',
    'unmute unpair unplug untick update upgrade upload use validate verify view visit wait warm wipe write',
    'power\\s+(?:off|on|up|down|cycle) log\\s+(?:in|on|off|out|a|the) back\\s+up boot\\s+(?:in|into|from)',
  ]
    .join(' ')
    .replaceAll('\\s+', '_')
    .split(' ')
    .join('|')
    .replaceAll('_', '\\s+')})\\b`,
  'i',
);

/** Whether a text tells somebody to do something, as far as its first word shows. English only. */
export function isInstruction(text: string): boolean {
  return doing.test(text.trim());
}

const whom =
  /\b(?:ticket|incident|case|support|help ?desk|service ?desk|it|team|technicians?|engineers?|manager|admins?|administrators?|vendor|provider|isp|carrier|manufacturer|supplier|specialists?|expert|colleague|owner|dba|sre|security|[ltLT][23]|field service)\b/i;
const handing =
  /^(?:please\s+)?(?:open|log|create|file|submit|send|ask|report|raise|pass|hand|call|contact|phone|ring|e-?mail|notify|page|forward|transfer|assign|refer|consult|request|involve|alert|engage)\b/i;
const always =
  /\b(?:escalat(?:e|es|ed|ion|ing)|second[- ]line|2nd[- ]line|(?:tier|level|line)[- ]?[23]|on-?call|help ?desk|service ?desk|warranty claim|rma)\b|^(?:please\s+)?(?:call|contact|refer to|hand over|page)\b|\b(?:contact|call)\s+(?:\w+\s+){0,3}(?:support|provider|isp|vendor|manufacturer|carrier)\b/i;

/** Whether a text hands the caller on to somebody. English only. */
export function isReferral(text: string): boolean {
  return always.test(text) || /\bIT\b/.test(text) || (handing.test(text) && whom.test(text));
}

/** How a text says that the call ends, if it does: `resolved`, `unresolved`, or `end` without saying how. English only. */
export function endingOf(text: string): 'resolved' | 'unresolved' | 'end' | undefined {
  if (/^\W*(?:the\s+)?(?:end|stop|finish|finished|exit|terminate|fin|ende)\W*$/i.test(text)) return 'end';
  if (/^(?:close|mark|resolve)\b.*\b(?:ticket|incident|case|call|resolved|solved|issue)\b/i.test(text))
    return 'resolved';
  if (isInstruction(text)) return undefined;
  const solved =
    /\b(?:solved|resolved|fixed|mended|works|working|done|success|successful|successfully|completed?|closed|all good|all clear|restored|healthy|recovered|happy)\b|^\W*ok(?:ay)?\W*$/i;
  const not = /\b(?:not|never|no|cannot|still|un(?:re)?solved|persists?|fails?|failed|stops?|stopped)\b|n['’]t\b/i;
  if (/\bun(?:re)?solved\b|\bpersists?\b/i.test(text)) return 'unresolved';
  if (!solved.test(text)) return undefined;
  return not.test(text) && !/\bno (?:further|more)\b/i.test(text) ? 'unresolved' : 'resolved';
}

const causes: readonly (readonly [RegExp, string])[] = [
  [/\b(?:password|account|login|log-?in|licen[cs]e|permission|credential|mfa|user|token)\b/i, 'account'],
  [/\b(?:malware|virus|phish\w*|attack|breach|compromised|ransomware)\b/i, 'security'],
  [/\b(?:network|wi-?fi|wlan|router|switch|dns|dhcp|ip|vpn|firewall|internet|modem|proxy|gateway|port)\b/i, 'network'],
  [/\b(?:outage|server|service|provider|isp|cloud|database|certificate|backend|upstream)\b/i, 'service'],
  [
    /\b(?:cable|battery|power|disk|drive|ram|board|adapter|fan|screen|monitor|keyboard|paper|toner|cartridge|hardware|psu|plug|printer|fuse|sensor|motor|pump|valve)\b/i,
    'hardware',
  ],
  [
    /\b(?:driver|update|software|app|application|browser|reinstall|install|version|firmware|bug|memory|cache|pod|container|process|deploy\w*)\b/i,
    'software',
  ],
];

/** A guess of the kind of cause that a text is about; `settings` without a sign. */
export function causeOf(text: string): string {
  return causes.find(([pattern]) => pattern.test(text))?.[1] ?? 'settings';
}

/** Whether a text is only a word for the beginning of a chart. */
export function isBareStart(text: string): boolean {
  return /^\W*(?:start|begin|beginning|start here|entry|los|anfang|inicio|début|开始)\W*$/iu.test(text);
}
