import type { EventRow, Kind } from "./types";

export interface Companion { kind: Kind; id: string; count: number }

/** Who takes part in the same events, and where these were; the most often met first. */
export function companionsOf(events: EventRow[], kind: Kind, id: string): Companion[] {
  const found = new Map<string, Companion>();
  for (const event of events) {
    const others = [
      ...event.people.map(([person]) => ["person", person] as const),
      ...event.organizations.map(([body]) => ["organization", body] as const),
      ...(event.place_id ? [["place", event.place_id] as const] : []),
    ];
    for (const key of new Set(others.map((pair) => pair.join(" ")))) {
      const [otherKind, otherId] = key.split(" ", 2) as [Kind, string];
      if (otherKind === kind && otherId === id) continue;
      const companion = found.get(key) ?? { kind: otherKind, id: otherId, count: 0 };
      companion.count += 1;
      found.set(key, companion);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
