import { useMemo, useRef } from "preact/hooks";
import { useData } from "../context";
import { marksIn } from "../data/marks";
import { EventTable } from "../parts/event_table";
import { ItemDate } from "../parts/item_date";
import { ItemNames } from "../parts/item_names";
import { Legend } from "../parts/legend";
import { MarkedText } from "../parts/marked_text";
import { Missed } from "../parts/missed";
import { SourcePane } from "../parts/source_pane";
import { Foreign, plural } from "../parts/words";
import { go, hrefOf } from "../route";

/** One item of a page: its text with everything read in it, and the events that it tells. */
export function ItemView({ id, query }: { id: string; query: URLSearchParams }) {
  const data = useData();
  const item = data.item(id);
  const source = item && data.source(item.page_id);
  const text = useRef<HTMLDivElement>(null);
  const events = useMemo(() => data.events.filter((event) => event.item_ids.includes(id)), [data, id]);
  if (!item || !source) return <h1 tabIndex={-1}>There is no item {id}</h1>;
  const path = data.page(item.page_id)?.path ?? item.page_id;
  return (
    <>
      <p class="eyebrow">item {item.position + 1} of <a href={hrefOf("events", "", new URLSearchParams({ page: item.page_id }))}><Foreign>{path}</Foreign></a></p>
      <h1 tabIndex={-1}><Foreign>{item.headline ?? path}</Foreign></h1>
      <ItemDate key={id} item={item} />
      <Legend />
      <div class="sources">
        <section aria-label="Text and events">
          <div class="text whole" ref={text}><MarkedText text={source.text} spans={marksIn(data, source, item)} start={item.start} end={item.end} /></div>
          <h2>{plural(events.length, "event")} told here</h2>
          {events.length > 0 && (
            <EventTable events={events} query={query} caption="Events told here" onOrder={(sort) => go(hrefOf("item", id, new URLSearchParams({ sort })))} />
          )}
          <section class="named missed" aria-labelledby="missed">
            <h2 id="missed">Missed here: a name or an event</h2>
            <Missed item={item} source={source} text={text} />
          </section>
          <section class="named" aria-labelledby="names">
            <h2 id="names">Names read here</h2>
            <ItemNames item={item} source={source} />
          </section>
        </section>
        <SourcePane itemId={id} />
      </div>
    </>
  );
}
