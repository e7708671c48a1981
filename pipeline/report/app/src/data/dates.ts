const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An ISO day as a reader says it, no finer than it is known: `4 Aug 2011`, `Aug 2011`, `2011`. */
export function readable(day: string, precision: string | null): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  if (precision === "year") return `${year}`;
  if (precision === "month") return `${MONTHS[month - 1]} ${year}`;
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

interface Dated { date_start: string | null; date_end: string | null; date_precision: string | null }

/** When an event was, as precise as known. */
export function when(event: Dated): string {
  const { date_start: first, date_end: last, date_precision: precision } = event;
  if (!first) return "date unknown";
  const from = readable(first, precision);
  const to = last ? readable(last, precision) : from;
  return from === to ? from : `${from} – ${to}`;
}

/** When an event was, as a curation file writes it: `2011-08-04`, `2011-08`, `2011`, or two with `/`. */
export function written(event: Dated): string {
  if (!event.date_start) return "";
  const length = { year: 4, month: 7 }[event.date_precision ?? ""] ?? 10;
  const first = event.date_start.slice(0, length), last = (event.date_end ?? event.date_start).slice(0, length);
  return first === last ? first : `${first}/${last}`;
}

/** The last day of a year, month or day. */
export function lastDay(span: string): string {
  if (span.length === 4) return `${span}-12-31`;
  if (span.length > 7) return span;
  const [year, month] = span.split("-").map(Number) as [number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${span}-${days}`;
}

export function monthName(month: number): string { return MONTHS[month - 1] ?? ""; }
