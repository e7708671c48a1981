/** A stretch of a page's text that means something; offsets in code points. */
export interface Span { start: number; end: number; kind: SpanKind; title: string; href?: string; reads?: string }

export type SpanKind = "item" | "sentence" | "trigger" | "person" | "organization" | "place" | "date" | "correction";

const RANK: SpanKind[] = ["item", "sentence", "trigger", "date", "organization", "place", "person", "correction"];

/** Text between offsets, or a span with what lies in it. */
export interface Piece { start: number; end: number; span: Span | null; children: Piece[] }

/** The stretch from start to end as nested pieces; of two spans that cross, the later is cut in two. */
export function pieces(spans: Span[], start: number, end: number): Piece[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end)
    .sort(outerFirst);
  return within(inside, start, end);
}

function outerFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end || RANK.indexOf(a.kind) - RANK.indexOf(b.kind);
}

function within(queue: Span[], start: number, end: number): Piece[] {
  const found: Piece[] = [];
  let at = start;
  while (queue[0] && queue[0].start < end) {
    let span = queue.shift()!;
    if (span.end > end) {
      const rest = { ...span, start: end };
      const place = queue.findIndex((other) => outerFirst(rest, other) < 0);
      queue.splice(place < 0 ? queue.length : place, 0, rest);
      span = { ...span, end };
    }
    if (span.start > at) found.push({ start: at, end: span.start, span: null, children: [] });
    found.push({ start: span.start, end: span.end, span, children: within(queue, span.start, span.end) });
    at = span.end;
  }
  if (at < end) found.push({ start: at, end, span: null, children: [] });
  return found;
}
