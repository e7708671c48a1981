import type { Dataset } from "./dataset";
import type { Ambiguous, Doubtful, EventRow, Item } from "./types";

/** What the machine is unsure of and nobody decided yet. */
export interface Doubts { events: EventRow[]; pairs: Doubtful[]; names: Ambiguous[]; items: Item[] }

export function doubtsOf(data: Dataset, limit = data.doubtfulBelow): Doubts {
  return {
    events: data.events.filter((e) => !e.curated && e.confidence < limit).sort((a, b) => a.confidence - b.confidence),
    pairs: data.doubtful,
    names: data.ambiguous,
    items: data.doubtfulItems,
  };
}
