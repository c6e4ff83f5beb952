import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spoken } from '../../src/instructions/index.js';

type Table = readonly (readonly [written: string, said: string])[];

const tables: Readonly<Record<string, Table>> = {
  'web addresses': [
    ['Open https://www.example.com/help-me now.', 'Open w w w dot example dot com slash help dash me now.'],
    ['Type mail.google.com and press Enter.', 'Type mail dot google dot com and press Enter.'],
    ['Is it icloud.com/mail?', 'Is it icloud dot com slash mail?'],
    ['Look at www.bbc.co.uk, please.', 'Look at w w w dot bbc dot co dot uk, please.'],
    ['Go to http://localhost:8080/', 'Go to localhost colon 8080'],
    ['Go to http://192.168.0.1/', 'Go to 192 dot 168 dot 0 dot 1'],
    [
      'Open shop.example.org/a_b?page=2.',
      'Open shop dot example dot org slash a underscore b question mark page equals 2.',
    ],
    ['(See "example.net".)', '(See "example dot net".)'],
  ],
  'e-mail addresses': [
    ['Write to help@example.com.', 'Write to help at example dot com.'],
    ['It is anna.smith+home@mail.co.uk?', 'It is anna dot smith plus home at mail dot co dot uk?'],
  ],
  'addresses of devices': [
    ['Type 192.168.0.1 at the top.', 'Type 192 dot 168 dot 0 dot 1 at the top.'],
    ['Type 192.168.0.1/admin.', 'Type 192 dot 168 dot 0 dot 1 slash admin.'],
    ['It is 10.0.0.138:80, I think.', 'It is 10 dot 0 dot 0 dot 138 colon 80, I think.'],
  ],
  paths: [
    ['Open C:\\Users.', 'Open C colon backslash Users.'],
    [
      'It is in C:\\Program Files\\App\\log.txt.',
      'It is in C colon backslash Program Files backslash App backslash log dot txt.',
    ],
    ['Open C:\\Users and then D:\\Data', 'Open C colon backslash Users and then D colon backslash Data'],
    ['Open \\\\server\\scans', 'Open backslash backslash server backslash scans'],
    ['Type %AppData% and press Enter', 'Type percent AppData percent and press Enter'],
    ['Look into /etc/hosts.', 'Look into slash etc slash hosts.'],
    ['Look into ~/Library/Mail', 'Look into tilde slash Library slash Mail'],
    ['Type ipconfig /flushdns there', 'Type ipconfig slash flushdns there'],
  ],
  codes: [
    ['The code is B7K-204.', 'The code is capital B as in Bravo, 7, capital K as in Kilo, dash, 2 0 4.'],
    ['It is b7k-204', 'It is b as in Bravo, 7, k as in Kilo, dash, 2 0 4'],
    [
      'Is it "aB3kQ9"?',
      'Is it "small a as in Alfa, capital B as in Bravo, 3, small k as in Kilo, capital Q as in Quebec, 9"?',
    ],
    ['Update KB5034441', 'Update capital K as in Kilo, capital B as in Bravo, 5 0 3, 4 4 4 1'],
    ['an ET-2750 printer', 'an capital E as in Echo, capital T as in Tango, dash, 2 7 5 0 printer'],
    ['It is DESKTOP-7G3K2.', 'It is DESKTOP, dash, 7, capital G as in Golf, 3, capital K as in Kilo, 2.'],
    ['x_7y_2z', 'x as in X-ray, underscore, 7, y as in Yankee, underscore, 2, z as in Zulu'],
  ],
  'error numbers': [
    ['It says error 0x80070057.', 'It says error zero x, 8 0 0 7, 0 0 5 7.'],
    ['0xc000021a', 'zero x, C as in Charlie, 0 0 0, 0 2 1, A as in Alfa'],
  ],
  'long numbers': [
    ['The number is 482913.', 'The number is 4 8 2, 9 1 3.'],
    ['Ticket #1234567', 'Ticket number 1 2 3, 4 5 6 7'],
    ['Type 0049', 'Type 0 0 4 9'],
    ['12345 and 12345678 and 1234567890', '1 2 3, 4 5 and 1 2 3 4, 5 6 7 8 and 1 2 3, 4 5 6, 7 8 9 0'],
    ['Dial *#06# or *21*0123456789#', 'Dial star, hash, 0 6, hash or star, 2 1, star, 0 1 2, 3 4 5, 6 7 8 9, hash'],
    ['Ring 01632 960 961.', 'Ring 0 1 6 3 2, 9 6 0, 9 6 1.'],
    ['Call +44 20 7946 0958.', 'Call plus 4 4, 2 0, 7 9 4 6, 0 9 5 8.'],
    ['Call 0800 123 4567 or 1-800-555-0199', 'Call 0 8 0 0, 1 2 3, 4 5 6 7 or 1, 8 0 0, 5 5 5, 0 1 9 9'],
  ],
  keys: [
    ['Press Ctrl+Shift+Esc.', 'Press Control, Shift and Escape together.'],
    ['Press the Windows key + R.', 'Press the Windows key and R together.'],
    ['Press Win+r', 'Press the Windows key and R together'],
    ['Press Cmd+Space', 'Press Command and Space together'],
    ['Press Alt+F4 now', 'Press Alt and F 4 together now'],
    ['Try Fn+F7', 'Try Fn and F 7 together'],
    ['Press Opt + Cmd + Esc together', 'Press Option, Command and Escape together'],
    ['Press Ctrl-Alt-Del, then Enter', 'Press Control, Alt and Delete together, then Enter'],
    ['Hold Power + Volume Down', 'Hold Power and Volume Down together'],
    ['Press Ctrl+Win+D', 'Press Control, the Windows key and D together'],
    ['Press the Cmd + Opt keys.', 'Press the Command and Option keys together.'],
    ['Press Esc, then PgDn', 'Press Escape, then Page Down'],
    ['Hold the Cmd key', 'Hold the Command key'],
    ['Press Ctrl + left arrow', 'Press Control and Left arrow together'],
  ],
  'units and abbreviations': [
    ['Choose 5 GHz or 2.4 GHz.', 'Choose 5 gigahertz or 2 point 4 gigahertz.'],
    ['It has 8GB, 1 GB is free.', 'It has 8 gigabytes, 1 gigabyte is free.'],
    ['Up to 1.25 Mbps', 'Up to 1 point 2 5 megabits per second'],
    ['50 Mbit/s, 12 MB/s', '50 megabits per second, 12 megabytes per second'],
    ['Only 20-25 MB', 'Only 20 to 25 megabytes'],
    ['below 80%?', 'below 80 percent?'],
    ['It is 21 °C.', 'It is 21 degrees Celsius.'],
    ['A 12 V adapter gives 12 V.', 'A 12 volt adapter gives 12 volts.'],
    ['Use the 3.5 mm plug, 3.5 mm wide.', 'Use the 3 point 5 millimetre plug, 3 point 5 millimetres wide.'],
    ['The 8 GB of memory, a 30s wait', 'The 8 gigabytes of memory, a 30 second wait'],
    ['Wait 30s. Then 1s.', 'Wait 30 seconds. Then 1 second.'],
    ['1,500 MB and 16384 MB', '1,500 megabytes and 16384 megabytes'],
    ['Choose 1920x1080', 'Choose 1920 by 1080'],
    ['A browser, e.g. Edge.', 'A browser, for example Edge.'],
    ['Photos, letters etc. Then go on.', 'Photos, letters and so on. Then go on.'],
  ],
  'ways through menus': [
    ['Open Settings > Network > Wi-Fi.', 'Open Settings, then Network, then Wi-Fi.'],
    ['Choose "File" → "Print"', 'Choose "File", then "Print"'],
    ['Open Privacy & Security › Location', 'Open Privacy & Security, then Location'],
  ],
  versions: [
    ['It is macOS 10.15.7.', 'It is macOS 10 point 15 point 7.'],
    ['Is it version 14.2?', 'Is it version 14 point 2?'],
    ['It is version 14.2.10.', 'It is version 14 point 2 point 10.'],
    ['version 10.0.0.1', 'version 10 point 0 point 0 point 1'],
    ['Take v2.1.0', 'Take version 2 point 1 point 0'],
  ],
};

for (const [name, table] of Object.entries(tables)) {
  describe(name, () => {
    test.each(table)('%s', (written, said) => {
      expect(spoken(written)).toBe(said);
      expect(spoken(said)).toBe(said);
    });
  });
}

describe('stays as it is written', () => {
  test.each([
    'Is Wi-Fi on? Your e-mail, the USB-C cable, a PDF, the VPN. OK.',
    'It starts at 10:30, or 9:05 pm, and costs €5.99, $12 or 1.50 €.',
    'Look at 4G, 5G, 4K, MP3, WPA2-PSK, IPv4, OAuth2, USB3, F4, x64, 3-D and A4.',
    'The {printer.model} at {router.address}, or {0x80070057}.',
    'A 64-bit, 15-inch, 2-in-1, 10th-gen laptop from mid-2019, 802.11ac.',
    "It's my neighbour's 'old' one. Send / Receive, and/or, 24/7, 1/2.",
    'In the 1980s, in his 30s, 100000 people.',
    'On 2026-11-01, or 01.11.2026, or 01-11-2026.',
    'Open setup.exe or Mail.app. Visual C++, Office365, Windows11.',
    'Press Home + End. 2 + 3 is 5. 5 > 3, and if x > Y.',
    'It says DNS_PROBE_FINISHED_NXDOMAIN, or larger:10M.',
    'Not more than €5 /month. Wait.Then go.',
    'A key such as 00:1A:2B:3C:4D:5E stays, and so does 123e4567-e89b-12d3-a456-426614174000.',
    'COVID-19, SHA-256, T-Mobile, GPT-4o, 1080p, 9015e, top-10, 8, 16 or 32.',
    'Choose 2.4/5 GHz, or 50%-off.',
    'Straße, naïve, 日本語, 👍🏽 and nothing else',
    '',
    ' \n ',
  ])('%s', (text) => {
    expect(spoken(text)).toBe(text);
  });
});

test('several things in one text, each in its place', () => {
  expect(spoken('Press Win+R, type \\\\nas01\\scans and wait 5s. Is there 1 GB? See help.example.com.')).toBe(
    'Press the Windows key and R together, type backslash backslash nas01 backslash scans and wait 5 seconds. ' +
      'Is there 1 gigabyte? See help dot example dot com.',
  );
});

describe('whatever the text', () => {
  const written = [
    ...Object.values(tables).flatMap((table) => table.map(([text]) => text)),
    ...Object.values(tables).flatMap((table) => table.flatMap(([text]) => text.split(' '))),
  ];
  const glue = fc.constantFrom(
    '',
    ' ',
    '.',
    ',',
    '/',
    '-',
    '+',
    ' + ',
    ':',
    ' > ',
    '@',
    '%',
    '\n',
    '\\',
    '#',
    '{',
    '}',
  );
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...written) },
    { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z0-9]{1,8}$/) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const text = fc
    .array(fc.tuple(piece, glue), { maxLength: 12 })
    .map((parts) => parts.map(([left, right]) => left + right).join(''));
  const runs = { numRuns: 3_000 };

  test('saying it twice changes nothing', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(spoken(spoken(each))).toBe(spoken(each));
      }),
      runs,
    );
  });

  test('it is not thirty times as long', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(spoken(each).length).toBeLessThanOrEqual(each.length * 30);
      }),
      runs,
    );
  });

  test('no control characters come in, and no other characters than letters, signs and digits', () => {
    fc.assert(
      fc.property(text, (each) => {
        const there = new Set(each);
        expect([...spoken(each)].filter((sign) => !there.has(sign) && !/[A-Za-z0-9 ,-]/.test(sign))).toEqual([]);
      }),
      runs,
    );
  });

  test('a gap that is still to be filled stays', () => {
    fc.assert(
      fc.property(piece, piece, (left, right) => {
        fc.pre(!/[{}]/.test(left + right));
        expect(spoken(`${left} {printer.model} ${right}`)).toContain(' {printer.model} ');
      }),
      runs,
    );
  });
});

describe('a text without end', () => {
  test.each(['a', '1', '.', 'a.', 'a@', '/a', '\\', 'Ctrl+', 'a-1', '0x0', '{', ' > A', '1.1', '0 12 ', 'www.a', '~'])(
    'of %j is read while somebody can read it aloud, and stays as it is when it is longer',
    (part) => {
      const long = part.repeat(Math.ceil(20_001 / part.length));
      expect(spoken(long)).toBe(long);
      const short = long.slice(0, 20_000);
      expect(spoken(short).length).toBeLessThanOrEqual(short.length * 30);
    },
  );

  test('one that is just short enough is still read', () => {
    const filler = 'word '.repeat(3_990);
    expect(spoken(`${filler}8 GB`)).toBe(`${filler}8 gigabytes`);
  });
});
