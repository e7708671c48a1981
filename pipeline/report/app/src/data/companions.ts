import { keysOf } from "./keys";
import type { EventRow, Kind } from "./types";

export interface Companion { kind: Kind; id: string; count: number }

/** Who takes part in the same events, and where these were; the most often met first. */
export function companionsOf(events: EventRow[], kind: Kind, id: string): Companion[] {
  const found = new Map<string, Companion>();
  for (const event of events) {
    for (const key of keysOf(event)) {
      const blank = key.indexOf(" ");
      const otherKind = key.slice(0, blank) as Kind, otherId = key.slice(blank + 1);
      if (otherKind === kind && otherId === id) continue;
      const companion = found.get(key) ?? { kind: otherKind, id: otherId, count: 0 };
      companion.count += 1;
      found.set(key, companion);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
