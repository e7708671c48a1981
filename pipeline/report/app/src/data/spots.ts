import type { Source } from "./source";
import type { Item } from "./types";

/** Two characters of one word, surrogate halves among them. */
const INSIDE = /^[\p{L}\p{M}\p{N}\p{Cs}]{2}$/u;

/** A stretch of a page that a decision is about; `words` is its repaired reading, as a curation file wants it. */
export interface Spot { page: string; start: number; end: number; words: string }

export function spotOf(source: Source, page: string, start: number, end: number): Spot {
  let words = "", at = start;
  for (const row of source.corrections.filter((one) => one.start < end && one.end > start).sort((a, b) => a.start - b.start)) {
    words += source.text.slice(at, row.start) + row.corrected;
    at = Math.max(at, row.end);
  }
  words += source.text.slice(at, Math.max(at, end));
  return { page, start, end, words: words.trim().split(/\s+/).join(" ") };
}

export function targetOf(spot: Spot): string { return `${spot.page} ${spot.start} ${spot.end}`; }

export function cellsAt(spot: Spot): Record<string, string> {
  return { page_id: spot.page, start: `${spot.start}`, end: `${spot.end}`, words: spot.words };
}

/** Where words stand in an item, in the order of its text: whole words, white space of any kind and length alike. */
export function placesOf(source: Source, item: Item, words: string): Spot[] {
  const said = words.trim();
  if (!said) return [];
  const pattern = new RegExp(said.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("\\s+"), "gu");
  const text = source.text.slice(item.start, item.end);
  return Array.from(text.matchAll(pattern), (match) => {
    const [from, to] = wholeWords(text, match.index, match.index + match[0].length);
    const start = item.start + pointsIn(text.slice(0, from));
    return spotOf(source, item.page_id, start, start + pointsIn(text.slice(from, to)));
  });
}

/** A stretch grown to the ends of the words that it cuts through. */
function wholeWords(text: string, start: number, end: number): [start: number, end: number] {
  while (start > 0 && INSIDE.test(text.slice(start - 1, start + 1))) start -= 1;
  while (end < text.length && INSIDE.test(text.slice(end - 1, end + 1))) end += 1;
  return [start, end];
}

function pointsIn(text: string): number { return Array.from(text).length; }
