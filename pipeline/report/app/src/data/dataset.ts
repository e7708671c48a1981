import { sourceOf, type Source } from "./source";
import { embedded, objects, type Table } from "./table";
import { keysOf } from "./keys";
import type { Ambiguous, DecidedRow, Doubtful, Entity, EventRow, Item, Kind, LeftOutPage, Page, TellingRow } from "./types";

const ENTITY_TABLES = [["person", "people"], ["organization", "organizations"], ["place", "places"]] as const;

/** The whole dataset as the page carries it, with the look-ups that its views need. */
export class Dataset {
  readonly eventTypes: string[];
  readonly roles: string[];
  readonly curationColumns: Record<string, string[]>;
  readonly doubtfulBelow: number;
  readonly doubtfulItems: Item[];
  readonly furniture: Set<string>;
  readonly leftOut: LeftOutPage[];
  readonly ambiguous: Ambiguous[];
  readonly decided: DecidedRow[];
  readonly pages: Page[];
  readonly items: Item[];
  readonly entities: Record<Kind, Entity[]>;
  readonly events: EventRow[];
  readonly doubtful: Doubtful[];
  readonly #pageNumbers: Map<string, number>;
  readonly #items: Map<string, Item>;
  readonly #events: Map<string, EventRow>;
  readonly #entities = new Map<string, Entity>();
  readonly #eventCounts = new Map<string, number>();

  constructor() {
    const raw = embedded("index");
    this.eventTypes = raw.eventTypes;
    this.roles = raw.roles;
    this.curationColumns = raw.curationColumns;
    this.doubtfulBelow = raw.doubtfulBelow;
    this.pages = objects(raw.pages);
    this.items = objects(raw.items);
    this.doubtfulItems = raw.doubtfulItems.map((number: number) => this.items[number]);
    this.furniture = new Set(raw.furniture);
    this.leftOut = raw.leftOut.map(([number, size]: [number, number]) => ({ page: this.pages[number], size }));
    this.ambiguous = objects({ columns: ["item_id", "start", "candidates"], rows: raw.ambiguous });
    this.decided = objects(raw.decisions);
    this.events = objects<EventRow>(raw.events).sort(byDate);
    this.doubtful = objects<Doubtful>(raw.doubtful).sort((a, b) => b.score - a.score);
    this.entities = { person: [], organization: [], place: [] };
    for (const [kind, name] of ENTITY_TABLES) this.entities[kind] = this.#unpack(kind, raw[name]);
    this.#pageNumbers = new Map(this.pages.map((page, number) => [page.page_id, number]));
    this.#items = new Map(this.items.map((item) => [item.item_id, item]));
    this.#events = new Map(this.events.map((event) => [event.event_id, event]));
    for (const event of this.events) for (const key of keysOf(event)) {
      this.#eventCounts.set(key, (this.#eventCounts.get(key) ?? 0) + 1);
    }
  }

  event(id: string): EventRow | undefined { return this.#events.get(id); }
  item(id: string): Item | undefined { return this.#items.get(id); }
  entity(kind: Kind, id: string): Entity | undefined { return this.#entities.get(`${kind} ${id}`); }
  eventCount(entity: Entity): number { return this.#eventCounts.get(`${entity.kind} ${entity.id}`) ?? 0; }
  nameOf(kind: Kind, id: string): string { return this.entity(kind, id)?.name ?? id; }
  page(id: string): Page | undefined { return this.pages[this.#pageNumbers.get(id) ?? -1]; }

  source(pageId: string): Source | undefined {
    const number = this.#pageNumbers.get(pageId);
    return number === undefined ? undefined : sourceOf(number);
  }

  /** The tellings of an event, in the order of the pages and of the words in them. */
  tellings(event: EventRow): TellingRow[] {
    const numbers = new Set(event.item_ids.map((id) => this.#pageNumbers.get(this.item(id)?.page_id ?? "") ?? -1));
    return [...numbers].filter((number) => number >= 0).sort((a, b) => a - b).flatMap((number) =>
      sourceOf(number).tellings
        .filter((telling) => telling.event_id === event.event_id)
        .sort((a, b) => a.trigger_start - b.trigger_start));
  }

  #unpack(kind: Kind, table: Table): Entity[] {
    return objects<Record<string, any>>(table).map((row) => {
      const entity = {
        acronym: null, place_kind: row.kind ?? null, country_code: null, latitude: null, longitude: null,
        first_date: null, last_date: null, ...row, kind, id: row[`${kind}_id`],
      } as unknown as Entity;
      this.#entities.set(`${kind} ${entity.id}`, entity);
      return entity;
    });
  }
}

function byDate(a: EventRow, b: EventRow): number {
  const left = a.date_start ?? "9999", right = b.date_start ?? "9999";
  if (left !== right) return left < right ? -1 : 1;
  return a.event_id < b.event_id ? -1 : 1;
}
