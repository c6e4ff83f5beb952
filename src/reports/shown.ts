/**
 * A share in percent: "2 of 3" where it is of so few that percent would mislead, with a decimal where it is small and of
 * so many that the decimal means something.
 */
export function percent(count: number, of: number): string {
  if (of === 0) return 'none';
  if (of < 5) return `${count} of ${of}`;
  const share = (100 * count) / of;
  if (of >= 1000 && share < 10) return count > 0 && share < 0.1 ? 'under 0.1%' : `${share.toFixed(1)}%`;
  if (count > 0 && share < 1) return 'under 1%';
  if (count < of && share > 99) return 'over 99%';
  return `${Math.round(share)}%`;
}

/** Milliseconds as people read them: 8 s, 4 min 10 s, 3 h 20 min. */
export function durationShown(took: number): string {
  const seconds = Math.round(took / 1000);
  if (seconds < 60) return seconds === 0 && took > 0 ? 'under 1 s' : `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return seconds % 60 === 0 || minutes >= 10 ? `${Math.round(seconds / 60)} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(Math.round(seconds / 60) / 60);
  const rest = Math.round(seconds / 60) % 60;
  return hours >= 100 || rest === 0 ? `${Math.round(seconds / 3600)} h` : `${hours} h ${rest} min`;
}

/** "1 call", "2 calls". */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}
