import type { EventRow } from "./types";

/** Everyone and every place in an event, once each, as `kind id`. */
export function keysOf(event: EventRow): Set<string> {
  return new Set([
    ...event.people.map(([id]) => `person ${id}`),
    ...event.organizations.map(([id]) => `organization ${id}`),
    ...(event.place_id ? [`place ${event.place_id}`] : []),
  ]);
}
