import { coreSpan } from "./core_span";
import { lastDay, monthName } from "./dates";
import type { EventRow } from "./types";
import { LENGTHS, unitOf, type Unit } from "./unit";

/** One bar: the span of days that it stands for, its name and how many events begin in it. */
export interface Bar { label: string; short: string; from: string; to: string; count: number; beyond?: boolean }

/** Bars of equal spans, one more for all that was long before or after, and the events no bar can hold. */
export interface Timeline { bars: Bar[]; unit: Unit; undated: number; coarse: number; highest: number }

/** Count events by the finest unit that keeps the bars few enough to read. */
export function timelineOf(events: EventRow[]): Timeline {
  const dated = events.filter((event) => event.date_start);
  const undated = events.length - dated.length;
  if (!dated.length) return { bars: [], unit: "year", undated, coarse: 0, highest: 0 };
  const days = dated.map((event) => event.date_start!).sort();
  const [first, last] = coreSpan(days);
  const unit = unitOf(first, last), from = keyOf(first, unit), to = keyOf(last, unit);
  const counts = new Map<string, number>();
  let coarse = 0;
  for (const event of dated) {
    const key = keyOf(event.date_start!, unit);
    if (key < from || key > to) continue;
    if (tooCoarse(event, unit)) coarse += 1;
    else counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const bars = keys(first, last, unit).map((key) => barOf(key, unit, counts.get(key) ?? 0));
  const before = beyond("earlier", days.filter((day) => keyOf(day, unit) < from));
  const after = beyond("later", days.filter((day) => keyOf(day, unit) > to));
  const all = [...before, ...bars, ...after];
  return { bars: all, unit, undated, coarse, highest: Math.max(0, ...all.map((bar) => bar.count)) };
}

function keyOf(day: string, unit: Unit): string { return day.slice(0, LENGTHS[unit]); }

/** The bar of what happened long before or after the rest. */
function beyond(name: string, days: string[]): Bar[] {
  if (!days.length) return [];
  const from = days[0]!, to = days[days.length - 1]!;
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])].join("–");
  return [{ label: `${name}, ${years}`, short: name, from, to, count: days.length, beyond: true }];
}

function tooCoarse(event: EventRow, unit: Unit): boolean {
  if (unit === "day") return event.date_precision !== "day";
  return unit === "month" && event.date_precision === "year";
}

function keys(first: string, last: string, unit: Unit): string[] {
  if (unit === "day") {
    const found = [];
    for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000) {
      found.push(new Date(day).toISOString().slice(0, 10));
    }
    return found;
  }
  const number = (day: string) =>
    unit === "month" ? Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 : Number(day.slice(0, LENGTHS[unit]));
  const name = (value: number) =>
    unit === "month"
      ? `${`${Math.floor(value / 12)}`.padStart(4, "0")}-${`${(value % 12) + 1}`.padStart(2, "0")}`
      : `${value}`.padStart(LENGTHS[unit], "0");
  const from = number(first);
  return Array.from({ length: number(last) - from + 1 }, (_, index) => name(from + index));
}

function barOf(key: string, unit: Unit, count: number): Bar {
  if (unit === "day") {
    const label = `${Number(key.slice(8))} ${monthName(Number(key.slice(5, 7)))} ${key.slice(0, 4)}`;
    return { label, short: `${Number(key.slice(8))}`, from: key, to: key, count };
  }
  if (unit === "month") {
    const month = monthName(Number(key.slice(5)));
    return { label: `${month} ${key.slice(0, 4)}`, short: month, from: `${key}-01`, to: lastDay(key), count };
  }
  const zeros = "0".repeat(4 - key.length), nines = "9".repeat(4 - key.length);
  const label = unit === "year" ? key : `${key}${zeros}–${key}${nines}`;
  return { label, short: `${key}${zeros}`, from: `${key}${zeros}-01-01`, to: `${key}${nines}-12-31`, count };
}
