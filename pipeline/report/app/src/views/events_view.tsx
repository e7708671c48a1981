import { useMemo } from "preact/hooks";
import { useData } from "../context";
import { filterOf, queryOf, select, type Filter, type Narrow } from "../data/filter";
import { filterWords } from "../data/filter_words";
import { EventTable } from "../parts/event_table";
import { Filters } from "../parts/filters";
import { TimelineChart } from "../parts/timeline_chart";
import { Foreign, plural } from "../parts/words";
import { go, hrefOf } from "../route";

/** All events: filters, timeline and table. */
export function EventsView({ query }: { query: URLSearchParams }) {
  const data = useData();
  const filter = filterOf(query);
  const carried = queryOf(filter);
  const events = useMemo(() => select(data, filter), [data, carried.toString()]);

  const open = (wanted: URLSearchParams, order: string | null, typing = false) => {
    if (order) wanted.set("sort", order);
    go(hrefOf("events", "", wanted), typing);
  };
  const narrow: Narrow = (change, typing) => open(queryOf({ ...filter, ...change } as Filter), query.get("sort"), typing);
  const narrowed = filterWords(data, filter);
  const found = plural(events.length, "event");
  return (
    <div class="browse">
      <Filters filter={filter} narrow={narrow} clear={() => open(new URLSearchParams(), query.get("sort"))} />
      <div class="found">
        <h1 tabIndex={-1}>{found}{events.length < data.events.length && <small> of {data.events.length.toLocaleString("en")}</small>}</h1>
        {narrowed.length > 0 && <p class="printed"><Foreign>{narrowed.join(", ")}</Foreign></p>}
        <p class="sr" role="status">{found} found</p>
        <TimelineChart events={events} filter={filter} narrow={narrow} />
        <EventTable events={events} query={query} carry={carried} caption={found} onOrder={(order) => open(carried, order)} />
      </div>
    </div>
  );
}
