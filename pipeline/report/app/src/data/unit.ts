/** The spans of days that a bar of the timeline can stand for, and how much of an ISO day names one. */
export type Unit = "day" | "month" | "year" | "decade" | "century";
export const LENGTHS: Record<Unit, number> = { day: 10, month: 7, year: 4, decade: 3, century: 2 };

/** The finest unit that keeps the bars between two days few enough to read. */
export function unitOf(first: string, last: string): Unit {
  const days = daysBetween(first, last);
  if (days <= 31) return "day";
  if (days <= 366 * 4) return "month";
  if (days <= 366 * 60) return "year";
  return days <= 366 * 600 ? "decade" : "century";
}

export function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000;
}
