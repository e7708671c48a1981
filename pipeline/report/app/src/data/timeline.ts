import { lastDay, monthName } from "./dates";
import type { EventRow } from "./types";

/** One bar: the span of days that it stands for, its name and how many events begin in it. */
export interface Bar { label: string; short: string; from: string; to: string; count: number }

/** Bars of equal spans from the first event to the last, and the events no bar can hold. */
export interface Timeline { bars: Bar[]; unit: Unit; undated: number; coarse: number; highest: number }

type Unit = "day" | "month" | "year" | "decade" | "century";
const LENGTHS: Record<Unit, number> = { day: 10, month: 7, year: 4, decade: 3, century: 2 };

/** Count events by the finest unit that keeps the bars few enough to read. */
export function timelineOf(events: EventRow[]): Timeline {
  const dated = events.filter((event) => event.date_start);
  const undated = events.length - dated.length;
  if (!dated.length) return { bars: [], unit: "year", undated, coarse: 0, highest: 0 };
  let first = dated[0]!.date_start!, last = first;
  for (const event of dated) {
    if (event.date_start! < first) first = event.date_start!;
    if (event.date_start! > last) last = event.date_start!;
  }
  const unit = unitOf(first, last);
  const length = LENGTHS[unit];
  const counts = new Map<string, number>();
  let coarse = 0;
  for (const event of dated) {
    if (tooCoarse(event, unit)) coarse += 1;
    else counts.set(event.date_start!.slice(0, length), (counts.get(event.date_start!.slice(0, length)) ?? 0) + 1);
  }
  const bars = keys(first, last, unit).map((key) => barOf(key, unit, counts.get(key) ?? 0));
  return { bars, unit, undated, coarse, highest: Math.max(0, ...bars.map((bar) => bar.count)) };
}

function unitOf(first: string, last: string): Unit {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  if (days <= 31) return "day";
  if (days <= 366 * 4) return "month";
  if (days <= 366 * 60) return "year";
  return days <= 366 * 600 ? "decade" : "century";
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
