import type { Dataset } from "./dataset";
import type { Entity, Item, MentionRow } from "./types";

/** A place in an item that names someone. */
export interface Named { item: Item; mention: MentionRow }

/** The first places that name an entity, one an item, in the order of the pages. */
export function namedIn(data: Dataset, entity: Entity, most: number): Named[] {
  return entity.items.slice(0, most).flatMap((number) => {
    const item = data.items[number];
    const mention = item && data.source(item.page_id)?.mentions.find((row) =>
      row.item_id === item.item_id && row.entity_kind === entity.kind && row.entity_id === entity.id);
    return item && mention ? [{ item, mention }] : [];
  });
}
