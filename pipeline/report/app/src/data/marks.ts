import { hrefOf } from "../route";
import type { Dataset } from "./dataset";
import type { Source } from "./source";
import type { Span } from "./spans";
import type { Item, TellingRow } from "./types";

/** Everything that was read in the stretch of an item, and a telling's own sentence and trigger. */
export function marksIn(data: Dataset, source: Source, item: Item, telling?: TellingRow): Span[] {
  const inside = (row: { start: number; end: number }) => row.start < item.end && row.end > item.start;
  return [
    ...(telling ? toldBy(telling) : []),
    ...source.mentions.filter(inside).map((row): Span => ({
      start: row.start, end: row.end, kind: row.entity_kind, href: hrefOf(row.entity_kind, row.entity_id),
      title: `${row.entity_kind}: ${data.nameOf(row.entity_kind, row.entity_id)}, found by ${row.rule}`,
    })),
    ...source.dates.filter(inside).map((row): Span => ({
      start: row.start, end: row.end, kind: "date", reads: row.relative ? row.value ?? undefined : undefined,
      title: `date: ${row.value ?? "not known"}${row.relative ? `, counted from ${row.anchor ?? "another date"}` : ""}, found by ${row.rule}`,
    })),
    ...source.corrections.filter(inside).map((row): Span => ({
      start: row.start, end: row.end, kind: "correction", reads: shown(row.corrected),
      title: `${row.kind}: read as “${row.corrected}”, confidence ${row.confidence.toFixed(2)}`,
    })),
  ];
}

/** The sentence that tells an event, and the words in it that name the event. */
export function toldBy(telling: TellingRow): Span[] {
  return [
    { start: telling.start, end: telling.end, kind: "sentence", title: "the sentence that tells it" },
    { start: telling.trigger_start, end: telling.trigger_end, kind: "trigger", title: `trigger, found by ${telling.rule}` },
  ];
}

/** A reading to print beside the page's words; blanks alone are left to the tooltip. */
function shown(corrected: string): string | undefined {
  return corrected.trim() || undefined;
}
