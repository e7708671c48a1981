import { useData } from "../context";
import { when } from "../data/dates";
import { hrefOf } from "../route";
import { sorted, type Order } from "../data/order";
import type { EventRow } from "../data/types";
import { paged, Pager } from "./pager";
import { Confidence, EntityLink, Foreign, Participants, plural, typeName } from "./words";

interface Props { events: EventRow[]; query: URLSearchParams; onOrder: (order: string) => void; caption: string; carry?: URLSearchParams }

const COLUMNS: [Order | null, string][] = [
  ["date", "Date"], ["type", "Type"], ["place", "Place"], [null, "Who, and in what role"],
  ["confidence", "Confidence"], ["tellings", "Told"],
];

/** Events, a page of rows at a time. `carry` is the filter that an opened event keeps in its address. */
export function EventTable({ events, query, onOrder, caption, carry }: Props) {
  const data = useData();
  const order = query.get("sort") ?? "date";
  const { rows, page, pages } = paged(sorted(data, events, order), query);
  if (!events.length) return <p class="empty">No event fits. Take a filter away.</p>;
  return (
    <>
      <table class="events list-top" role="table">
        <caption class="sr">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">{COLUMNS.map(([name, label]) => <Head key={label} name={name} label={label} order={order} onOrder={onOrder} />)}</tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((event) => (
            <tr role="row" key={event.event_id}>
              <td role="cell" data-label="Date" class="date">{event.date_start ? when(event) : <span class="none">unknown</span>}</td>
              <td role="cell" data-label="Type"><a class="open" href={hrefOf("event", event.event_id, carry)}>{typeName(event.event_type)}</a><span class="said">“<Foreign>{event.trigger}</Foreign>”</span></td>
              <td role="cell" data-label="Place">{event.place_id ? <EntityLink kind="place" id={event.place_id} /> : <span class="none">–</span>}</td>
              <td role="cell" data-label="Who"><Participants event={event} /></td>
              <td role="cell" data-label="Confidence"><Confidence value={event.confidence} curated={event.curated} /></td>
              <td role="cell" data-label="Told">{event.mention_count}×</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} pages={pages} what={plural(events.length, "event")} />
    </>
  );
}

interface HeadProps { name: Order | null; label: string; order: string; onOrder: (order: string) => void }

function Head({ name, label, order, onOrder }: HeadProps) {
  if (!name) return <th role="columnheader" scope="col">{label}</th>;
  const down = order === `-${name}`, up = order === name;
  return (
    <th role="columnheader" scope="col" aria-sort={up ? "ascending" : down ? "descending" : undefined}>
      <button type="button" class="sort" onClick={() => onOrder(up ? `-${name}` : name)}>
        {label}<span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
      </button>
    </th>
  );
}
