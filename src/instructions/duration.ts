/** A length of time as one says it: 30 seconds, 2 minutes, 1 hour. */
export function durationInWords(seconds: number): string {
  const units = [
    { size: 86_400, name: 'day' },
    { size: 3_600, name: 'hour' },
    { size: 60, name: 'minute' },
    { size: 1, name: 'second' },
  ];
  const unit = units.find(({ size }) => seconds >= size && seconds % size === 0) ?? { size: 1, name: 'second' };
  const count = seconds / unit.size;
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
