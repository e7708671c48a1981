import { daysBetween, unitOf } from "./unit";

/** Events that may stand outside the bars: one of eight or more, or this share of many. */
const SHARE = 0.02, ENOUGH = 8;

/**
 * First and last day of the time to show in bars, of days in order.
 *
 * A few days far from all others would stretch the bars over years in which nothing happened: they are left
 * out where that more than halves the time.
 */
export function coreSpan(days: string[]): [string, string] {
  const end = days.length - 1;
  const whole: [string, string] = [days[0]!, days[end]!];
  const spare = days.length < ENOUGH ? 0 : Math.max(1, Math.floor(days.length * SHARE));
  const [from, to] = closest(days, days.length - spare);
  const unit = unitOf(days[from]!, days[to]!);
  const fits = (one: number, other: number) =>
    unitOf(days[one]!, days[other]!) === unit && daysBetween(days[one]!, days[other]!) < daysBetween(...whole) / 2;
  if (unitOf(...whole) === "day" || !fits(from, to)) return whole;
  let [first, last] = [from, to];
  while (first > 0 && fits(first - 1, last)) first -= 1;
  while (last < end && fits(first, last + 1)) last += 1;
  return [days[first]!, days[last]!];
}

/** Where the `count` days that lie closest together begin and end. */
function closest(days: string[], count: number): [number, number] {
  let best: [number, number] = [0, count - 1];
  for (let from = 1; from + count <= days.length; from += 1) {
    const to = from + count - 1;
    if (daysBetween(days[from]!, days[to]!) < daysBetween(days[best[0]]!, days[best[1]]!)) best = [from, to];
  }
  return best;
}
