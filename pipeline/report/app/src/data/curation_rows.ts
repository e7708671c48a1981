import type { Decision } from "./decisions";
import { readable, written } from "./dates";
import { pairOf } from "./name_rows";
import { cellsAt, targetOf, type Spot } from "./spots";
import type { Doubtful, EventRow, Item, Part, TellingRow } from "./types";

/** The rows of curation files that a decision becomes (docs/curation.md). */

export function rejectEvent(event: EventRow, telling: TellingRow, page: string): Decision {
  return onEvent(event, telling, page, "reject", { event_type: event.event_type }, `Reject: no such event (${title(event)})`);
}

export function confirmEvent(event: EventRow, telling: TellingRow, page: string): Decision {
  return onEvent(event, telling, page, "set", {}, `Right as it stands: ${title(event)}`);
}

/** What an analyst may change of an event; dates as a curation file writes them. */
export interface Facts { event_type: string; date: string; place: string; people: Part[]; organizations: Part[] }

export function factsOf(event: EventRow): Facts {
  return {
    event_type: event.event_type, date: written(event), place: event.place_id ?? "",
    people: event.people, organizations: event.organizations,
  };
}

/** An event of which nothing is said yet. */
export const NO_FACTS: Facts = { event_type: "", date: "", place: "", people: [], organizations: [] };

/** The cells that differ from what was there before; `-` where a value was emptied. */
export function changesOf(facts: Facts, earlier: Facts): Record<string, string> {
  const before = cellsOf(earlier), after = cellsOf(facts);
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name] || "-"]));
}

export function setEvent(event: EventRow, telling: TellingRow, page: string, changes: Record<string, string>): Decision {
  const said = Object.entries(changes).map(([name, value]) => `${name.replace("_", " ")} → ${value}`).join("; ");
  return onEvent(event, telling, page, "set", changes, `Correct ${title(event)}: ${said}`);
}

export function addEvent(spot: Spot, facts: Record<string, string>): Decision {
  const says = `Add ${(facts.event_type ?? "").replaceAll("_", " ")}, told by “${spot.words}”`;
  return { file: "events", target: `add ${targetOf(spot)}`, says, cells: { decision: "add", ...cellsAt(spot), ...facts } };
}

function cellsOf(facts: Facts): Record<string, string> {
  const parts = (list: Part[]) => list.filter(([id]) => id).map(([id, role]) => `${id}:${role}`).join("; ");
  const { event_type, date, place } = facts;
  return { event_type, date, place, people: parts(facts.people), organizations: parts(facts.organizations) };
}

function title(event: EventRow): string {
  const date = event.date_start ? readable(event.date_start, event.date_precision) : "undated";
  return `${event.event_type.replaceAll("_", " ")}, ${date}`;
}

function onEvent(
  event: EventRow, telling: TellingRow, page: string, decision: string, cells: Record<string, string>, says: string,
): Decision {
  const where = { page_id: page, start: `${telling.trigger_start}`, end: `${telling.trigger_end}`, words: telling.trigger };
  return { file: "events", target: event.event_id, says, cells: { decision, ...where, ...cells } };
}

export function pairTarget(pair: Doubtful): string { return pairOf(pair.entity_kind, pair.left_id, pair.right_id); }

export function onPair(pair: Doubtful, decision: "same" | "not_same", keep: string, other: string): Decision {
  const says = `${decision === "same" ? "Same" : "Not the same"} ${pair.entity_kind}: ${keep} and ${other}`;
  const cells = { decision, kind: pair.entity_kind, entity: keep, other };
  return { file: "entities", target: pairTarget(pair), says, cells };
}

export function onItem(item: Item, decision: "split" | "join" | "set", at: number, line: string): Decision {
  const words = line.trim().split(/\s+/).slice(0, 8).join(" ");
  const says = decision === "split" ? `Begin a new item at “${words}”` : `Join “${words}” to the item before it`;
  return {
    file: "items", target: `${item.page_id} ${at}`, says,
    cells: { decision, page_id: item.page_id, at: `${at}`, words },
  };
}

export function rejectItem(item: Item, line: string): Decision {
  const decision = onItem(item, "set", item.start, line);
  return { ...decision, says: "This is no item", cells: { ...decision.cells, decision: "reject" } };
}

export function dateItem(item: Item, published: string, line: string): Decision {
  const says = published === "-" ? "No published date" : `Published ${published}`;
  const decision = onItem(item, "set", item.start, line);
  return { ...decision, says, cells: { ...decision.cells, published } };
}
