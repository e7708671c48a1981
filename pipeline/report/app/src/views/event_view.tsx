import { useMemo, useState } from "preact/hooks";
import { useData } from "../context";
import { when } from "../data/dates";
import { filterOf, select } from "../data/filter";
import { EventDecision } from "../parts/event_decision";
import { Legend } from "../parts/legend";
import { SourcePane } from "../parts/source_pane";
import { Telling } from "../parts/telling";
import { Confidence, EntityLink, Participants, plural, typeName } from "../parts/words";
import { hrefOf } from "../route";

/** One event: what the dataset says of it, and every telling in its source. */
export function EventView({ id, query }: { id: string; query: URLSearchParams }) {
  const data = useData();
  const event = data.event(id);
  const tellings = useMemo(() => (event ? data.tellings(event) : []), [event]);
  const [shown, setShown] = useState(0);
  if (!event) return <h1 tabIndex={-1}>There is no event {id}</h1>;
  const telling = tellings[shown];
  return (
    <>
      <Neighbours id={id} query={query} />
      <h1 tabIndex={-1} class="event-name">{typeName(event.event_type)}, {when(event)}</h1>
      <dl class="facts">
        <div><dt>Place</dt><dd>{event.place_id ? <EntityLink kind="place" id={event.place_id} /> : <span class="none">not said</span>}</dd></div>
        <div><dt>Who</dt><dd><Participants event={event} /></dd></div>
        <div><dt>Confidence</dt><dd><Confidence value={event.confidence} curated={event.curated} /></dd></div>
        {event.plover_event && <div><dt>PLOVER</dt><dd>{event.plover_event}{event.plover_mode && ` / ${event.plover_mode}`}</dd></div>}
        <div><dt>Id</dt><dd><code>{event.event_id}</code></dd></div>
      </dl>
      {tellings[0] && <EventDecision event={event} telling={tellings[0]} />}
      <Legend />
      <div class="sources">
        <section aria-labelledby="tellings">
          <h2 id="tellings">{plural(tellings.length, "telling")}</h2>
          {tellings.map((one, index) => (
            <Telling
              key={`${one.item_id} ${one.trigger_start}`} telling={one} number={index + 1} of={tellings.length}
              shown={index === shown} show={() => setShown(index)}
            />
          ))}
        </section>
        {telling && <SourcePane itemId={telling.item_id} telling={telling} />}
      </div>
    </>
  );
}

/** The way back to the list and to the events before and after in it. */
function Neighbours({ id, query }: { id: string; query: URLSearchParams }) {
  const data = useData();
  const events = useMemo(() => select(data, filterOf(query)), [data, query.toString()]);
  const index = events.findIndex((event) => event.event_id === id);
  const before = events[index - 1], after = index < 0 ? undefined : events[index + 1];
  return (
    <nav class="neighbours" aria-label="Events beside this one">
      <a href={hrefOf("events", "", query)}>All events{query.size > 0 && " of this filter"}</a>
      {before && <a href={hrefOf("event", before.event_id, query)}>← Previous</a>}
      {index >= 0 && <span>{(index + 1).toLocaleString("en")} of {events.length.toLocaleString("en")}</span>}
      {after && <a href={hrefOf("event", after.event_id, query)}>Next →</a>}
    </nav>
  );
}
