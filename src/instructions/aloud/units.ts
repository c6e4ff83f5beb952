/** Units as they are written, and as one says them with one and with several. Without the second they stay the same. */
export const units: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ...same({ GHz: 'gigahertz', MHz: 'megahertz', kHz: 'kilohertz', Hz: 'hertz', '%': 'percent' }),
  ...plural({ TB: 'terabyte', GB: 'gigabyte', gb: 'gigabyte', MB: 'megabyte', mb: 'megabyte', kB: 'kilobyte' }),
  ...plural({ KB: 'kilobyte', kg: 'kilogram', km: 'kilometre', cm: 'centimetre', mm: 'millimetre', px: 'pixel' }),
  ...plural({ ms: 'millisecond', min: 'minute', h: 'hour', V: 'volt', W: 'watt', kW: 'kilowatt', dB: 'decibel' }),
  ...each({ Gbps: 'gigabit', Mbps: 'megabit', kbps: 'kilobit', Kbps: 'kilobit' }, 'per second'),
  ...each({ 'Gbit/s': 'gigabit', 'Mbit/s': 'megabit', 'kbit/s': 'kilobit', 'Mb/s': 'megabit' }, 'per second'),
  ...each({ 'GB/s': 'gigabyte', 'MB/s': 'megabyte', 'kB/s': 'kilobyte', fps: 'frame' }, 'per second'),
  ...each({ mAh: 'milliampere' }, 'hours'),
  ...each({ dpi: 'dot' }, 'per inch'),
  ...each({ '°C': 'degree' }, 'Celsius'),
  ...each({ '°F': 'degree' }, 'Fahrenheit'),
]);

type Written = Readonly<Record<string, string>>;
type Units = readonly (readonly [string, readonly [string, string]])[];

function same(written: Written): Units {
  return Object.entries(written).map(([unit, name]) => [unit, [name, name]]);
}
function plural(written: Written): Units {
  return Object.entries(written).map(([unit, name]) => [unit, [name, `${name}s`]]);
}
function each(written: Written, end: string): Units {
  return Object.entries(written).map(([unit, name]) => [unit, [`${name} ${end}`, `${name}s ${end}`]]);
}

/** The words that follow a number when it counts something; such a number is not dictated digit by digit. */
export const unitWords: readonly string[] = [
  ...new Set([...units.values()].flatMap(([one]) => one.split(' ')[0] ?? [])),
];
