import type { Dataset } from "./dataset";
import type { EventRow, Part } from "./types";

/** What the list of events is narrowed to; empty strings narrow nothing. Days are ISO. */
export interface Filter {
  types: string[]; person: string; organization: string; place: string; page: string;
  from: string; to: string; undated: boolean; min: number; max: number; text: string;
}

/** Change some fields of a filter; `typing` leaves no step for the back button. */
export type Narrow = (change: Partial<Filter>, typing?: boolean) => void;

const TEXTS = ["person", "organization", "place", "page", "from", "to", "text"] as const;

/** A filter as the part of the address after `?`, and back. */
export function filterOf(query: URLSearchParams): Filter {
  const filter = {
    types: query.getAll("type"), undated: query.has("undated"),
    min: Number(query.get("min") ?? 0) || 0, max: Number(query.get("max") ?? 1),
  } as Filter;
  for (const name of TEXTS) filter[name] = query.get(name) ?? "";
  return filter;
}

export function queryOf(filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  for (const type of filter.types) query.append("type", type);
  for (const name of TEXTS) if (filter[name]) query.set(name, filter[name]);
  if (filter.undated) query.set("undated", "1");
  if (filter.min > 0) query.set("min", `${filter.min}`);
  if (filter.max < 1) query.set("max", `${filter.max}`);
  return query;
}

/** How many fields of a filter narrow something. */
export function narrowings(filter: Filter): number { return new Set(queryOf(filter).keys()).size; }

/** The events that a filter lets through; `but` leaves one of its fields out of account. */
export function select(data: Dataset, filter: Filter, but?: "types"): EventRow[] {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const types = new Set(but === "types" ? [] : filter.types);
  return data.events.filter((event) =>
    (!types.size || types.has(event.event_type))
    && (!filter.person || takesPart(event.people, filter.person))
    && (!filter.organization || takesPart(event.organizations, filter.organization))
    && (!filter.place || event.place_id === filter.place)
    && (!filter.page || event.item_ids.some((id) => data.item(id)?.page_id === filter.page))
    && inSpan(event, filter)
    && event.confidence >= filter.min && event.confidence <= filter.max
    && (!words.length || says(data, event, words)));
}

function takesPart(parts: Part[], id: string): boolean { return parts.some(([part]) => part === id); }

function inSpan(event: EventRow, filter: Filter): boolean {
  if (filter.undated) return !event.date_start;
  if (!filter.from && !filter.to) return true;
  if (!event.date_start) return false;
  const last = event.date_end ?? event.date_start;
  return (!filter.from || last >= filter.from) && (!filter.to || event.date_start <= filter.to);
}

const searchable = new WeakMap<EventRow, string>();

function says(data: Dataset, event: EventRow, words: string[]): boolean {
  let text = searchable.get(event);
  if (text === undefined) {
    const names = [
      ...event.people.flatMap(([id]) => forms(data, "person", id)),
      ...event.organizations.flatMap(([id]) => forms(data, "organization", id)),
      ...(event.place_id ? forms(data, "place", event.place_id) : []),
    ];
    const headlines = event.item_ids.map((id) => data.item(id)?.headline ?? "");
    text = folded([event.event_type.replaceAll("_", " "), event.sentence, ...names, ...headlines].join("\n"));
    searchable.set(event, text);
  }
  return words.every((word) => text.includes(word));
}

function forms(data: Dataset, kind: "person" | "organization" | "place", id: string): string[] {
  const entity = data.entity(kind, id);
  return entity ? [entity.name, ...entity.aliases] : [];
}

/** Text without case and accents, for comparing. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
