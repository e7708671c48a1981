import type { Dataset } from "./dataset";
import type { EventRow } from "./types";

export type Order = "date" | "type" | "place" | "confidence" | "tellings";

/** Events in an order, `-` before its name for the reverse; what is unknown stands last either way. */
export function sorted(data: Dataset, events: EventRow[], order: string): EventRow[] {
  const down = order.startsWith("-");
  const name = order.replace("-", "") as Order;
  if (name === "date" && !down) return events;
  const key = (event: EventRow): string | number | null => {
    if (name === "type") return event.event_type;
    if (name === "place") return event.place_id && data.nameOf("place", event.place_id);
    if (name === "confidence") return event.confidence;
    return name === "tellings" ? event.mention_count : event.date_start;
  };
  return events
    .map((event) => [key(event), event] as const)
    .sort(([a], [b]) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return (a < b ? -1 : a > b ? 1 : 0) * (down ? -1 : 1);
    })
    .map(([, event]) => event);
}
