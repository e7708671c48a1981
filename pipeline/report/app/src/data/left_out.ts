import type { Dataset } from "./dataset";
import type { Decision } from "./decisions";
import type { Source } from "./source";
import type { Page, RejectedRow } from "./types";

/** Lines of a page that stand together in no item; `before` tells whether an item stands above them. */
export interface Stretch { before: boolean; lines: RejectedRow[] }

/** What of a page is in no item, parted where its items stand. */
export function stretchesOf(data: Dataset, page: Page, source: Source, all: boolean): Stretch[] {
  const items = data.items.filter((item) => item.page_id === page.page_id);
  const stretches = new Map<number, Stretch>();
  for (const row of source.rejected) {
    if (!all && data.furniture.has(row.reason)) continue;
    const above = items.filter((item) => item.start < row.start).length;
    if (!stretches.has(above)) stretches.set(above, { before: above > 0, lines: [] });
    stretches.get(above)?.lines.push(row);
  }
  return [...stretches.values()];
}

/** The text from the first to the last of some lines becomes an item, or part of the one beside it. */
export function bringBack(page: Page, source: Source, lines: RejectedRow[], decision: "item" | "keep"): Decision {
  const at = Math.min(...lines.map((line) => line.start)), end = Math.max(...lines.map((line) => line.end));
  const words = source.text.slice(at, end).split(/[\r\n]/)[0]?.trim().split(/\s+/).slice(0, 8).join(" ") ?? "";
  const says = decision === "item" ? `An item begins at “${words}”` : `“${words}” belongs to the item beside it`;
  const cells = { decision, page_id: page.page_id, at: `${at}`, end: `${end}`, words };
  return { file: "items", target: `${page.page_id} ${at}`, says, cells };
}
