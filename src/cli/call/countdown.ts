import type { Wait } from './front.js';

/** A wait that is counted down. Times are milliseconds on the clock. */
export interface Countdown {
  readonly wait: Wait;
  /** How long it ran before it was last stopped. */
  readonly ran: number;
  /** Since when it runs; absent while it is stopped. */
  readonly since?: number;
  /** That the time is up has been told. */
  readonly told?: true;
}

/** A countdown that has not begun: the agent starts it, when the caller has done what comes before. */
export function countdownOf(wait: Wait): Countdown {
  return { wait, ran: 0 };
}

/** The seconds that are left, rounded up; 0 when the time is up. */
export function secondsLeft({ wait, ran, since }: Countdown, now: number): number {
  const run = ran + (since === undefined ? 0 : Math.max(0, now - since));
  return Math.max(0, Math.ceil(wait.seconds - run / 1_000));
}

/** Starts what stands still, and stops what runs; what is over begins again. */
export function toggled(countdown: Countdown, now: number): Countdown {
  const { wait, ran, since } = countdown;
  if (secondsLeft(countdown, now) === 0) return { wait, ran: 0, since: now };
  return since === undefined ? { wait, ran, since: now } : { wait, ran: ran + Math.max(0, now - since) };
}

/** Whether the time is up and that has not been told yet. */
export function isToTell(countdown: Countdown, now: number): boolean {
  return countdown.told === undefined && secondsLeft(countdown, now) === 0;
}

/** What there is to say about a countdown, in one line; with its keys where they steer it. */
export function countdownInWords(countdown: Countdown, now: number, isSteered = true): string {
  const left = secondsLeft(countdown, now);
  const { wait, ran, since } = countdown;
  if (left === 0) return 'The time is up.';
  if (!isSteered) return `${clockTime(left)} left${since === undefined ? ', stopped' : ''}`;
  if (since !== undefined) return `${clockTime(left)} left · Space stops it · Enter goes on at once`;
  return ran === 0
    ? `This takes ${wait.words} · Space starts a countdown`
    : `${clockTime(left)} left, stopped · Space goes on counting`;
}

/** A length of time as a clock shows it: 0:27, 12:05, 1:02:03. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3_600);
  return hours === 0 ? `${minutes}:${two(whole % 60)}` : `${hours}:${two(minutes)}:${two(whole % 60)}`;
}
