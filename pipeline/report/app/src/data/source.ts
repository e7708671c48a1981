import { CodePoints } from "./code_points";
import { embedded, objects } from "./table";
import type { CorrectionRow, DateRow, MentionRow, RejectedRow, TellingRow } from "./types";

/** A page's text and what was read in it. */
export interface Source {
  text: CodePoints; tellings: TellingRow[]; mentions: MentionRow[]; dates: DateRow[];
  corrections: CorrectionRow[]; rejected: RejectedRow[];
}

const unpacked = new Map<number, Source>();

/** The source of the page of that number, unpacked when first looked at. */
export function sourceOf(page: number): Source {
  const known = unpacked.get(page);
  if (known) return known;
  const raw = embedded(`page-${page}`);
  const source: Source = {
    text: new CodePoints(raw.text),
    tellings: objects(raw.tellings),
    mentions: objects(raw.mentions),
    dates: objects(raw.dates),
    corrections: objects(raw.corrections),
    rejected: objects(raw.rejected),
  };
  unpacked.set(page, source);
  return source;
}
