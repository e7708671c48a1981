import type { Decision } from "./decisions";
import type { Entity, Kind } from "./types";

/** Names that the analyst added and the next run will know: they can take part in events already. */
export function pendingNames(made: Decision[], kind: Kind): Entity[] {
  const words = made
    .filter((one) => one.file === "mentions" && one.cells.kind === kind && one.cells.decision !== "reject")
    .map((one) => one.cells.words ?? "");
  return [...new Set(words)].map((name) => ({
    kind, id: name, name, aliases: [], acronym: null, place_kind: null, country_code: null, latitude: null,
    longitude: null, mention_count: 0, item_count: 0, first_date: null, last_date: null, curated: true, items: [],
  }));
}
