import { useData } from "../context";
import { when } from "../data/dates";
import { marksIn } from "../data/marks";
import type { EventRow, TellingRow } from "../data/types";
import { go, hrefOf } from "../route";
import { EventDecision } from "./event_decision";
import { MarkedText } from "./marked_text";
import { paged, Pager } from "./pager";
import { Confidence, EntityLink, Foreign, Participants, plural, typeName } from "./words";

interface Props { events: EventRow[]; limit: number; query: URLSearchParams }

/** Events of low confidence, the least certain first. */
export function DoubtfulEvents({ events, limit, query }: Props) {
  const { rows, page, pages } = paged(events, query);
  const put = (below: string) => go(hrefOf("doubtful", "", new URLSearchParams({ show: "events", below })), true);
  return (
    <section class="queue list-top" aria-label="Uncertain events">
      <label class="field inline">Confidence below
        <input type="number" min="0.05" max="1" step="0.05" value={limit} onChange={(event) => put(event.currentTarget.value)} />
      </label>
      {!events.length && <p class="empty">No event is below {limit}.</p>}
      {rows.map((event) => <Card key={event.event_id} event={event} />)}
      <Pager page={page} pages={pages} what={plural(events.length, "event")} />
    </section>
  );
}

function Card({ event }: { event: EventRow }) {
  const data = useData();
  const telling = data.tellings(event)[0];
  return (
    <article class="card">
      <h2><a href={hrefOf("event", event.event_id)}>{typeName(event.event_type)}, {when(event)}</a></h2>
      <div class="meta">
        <Confidence value={event.confidence} curated={event.curated} />
        {event.place_id && <EntityLink kind="place" id={event.place_id} />}
        <Participants event={event} />
      </div>
      {telling && <Said event={event} telling={telling} />}
      {telling && <EventDecision event={event} telling={telling} />}
    </article>
  );
}

/** The sentence of a telling, with what was read in it, and where it stands. */
function Said({ event, telling }: { event: EventRow; telling: TellingRow }) {
  const data = useData();
  const item = data.item(telling.item_id);
  const source = item && data.source(item.page_id);
  if (!item || !source) return null;
  const spans = marksIn(data, source, item, telling).filter((span) => span.kind !== "sentence");
  return (
    <>
      <blockquote><MarkedText text={source.text} spans={spans} start={telling.start} end={telling.end} /></blockquote>
      <p class="aside">
        <a href={hrefOf("event", event.event_id)}>{plural(event.mention_count, "telling")} in the source</a>
        {" · "}<Foreign>{item.headline ?? data.page(item.page_id)?.path ?? item.page_id}</Foreign>
      </p>
    </>
  );
}
