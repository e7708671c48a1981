import { useMemo } from "preact/hooks";
import { useData } from "../context";
import { companionsOf } from "../data/companions";
import { filterOf, queryOf, select } from "../data/filter";
import type { Kind } from "../data/types";
import { Companions } from "../parts/companions";
import { EntityDecision } from "../parts/entity_decision";
import { EventTable } from "../parts/event_table";
import { NamedIn } from "../parts/named_in";
import { TimelineChart } from "../parts/timeline_chart";
import { Foreign, KIND_WORDS, plural } from "../parts/words";
import { go, hrefOf } from "../route";

/** One person, organisation or place: its names, its events in order and who appears with it. */
export function EntityView({ kind, id, query }: { kind: Kind; id: string; query: URLSearchParams }) {
  const data = useData();
  const entity = data.entity(kind, id);
  const filter = { ...filterOf(query), [kind]: id };
  const carried = queryOf(filter);
  const events = useMemo(() => select(data, filter), [data, carried.toString()]);
  const all = useMemo(() => select(data, { ...filterOf(new URLSearchParams()), [kind]: id }), [data, kind, id]);
  const companions = useMemo(() => companionsOf(all, kind, id), [all]);
  if (!entity) return <h1 tabIndex={-1}>There is no {KIND_WORDS[kind][0]} {id}</h1>;

  const open = (change: Record<string, string>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries({ ...change, p: "" })) value ? next.set(name, value) : next.delete(name);
    go(hrefOf(kind, id, next));
  };
  return (
    <>
      <p class="eyebrow">{KIND_WORDS[kind][0]}{entity.curated && " · decided by hand"}</p>
      <h1 tabIndex={-1}><Foreign>{entity.name}</Foreign>{entity.acronym && <small> {entity.acronym}</small>}</h1>
      <dl class="facts">
        <div><dt>Also written</dt><dd>{entity.aliases.length
          ? <ul class="aliases">{entity.aliases.map((alias) => <li key={alias}><Foreign>{alias}</Foreign></li>)}</ul>
          : <span class="none">no other form</span>}</dd></div>
        <div><dt>Named</dt><dd>{plural(entity.mention_count, "time")} in {plural(entity.item_count, "item")}</dd></div>
        {entity.place_kind && <div><dt>Kind</dt><dd>{entity.place_kind}{entity.country_code && `, ${entity.country_code}`}</dd></div>}
        {entity.latitude !== null && <div><dt>Coordinates</dt><dd>{entity.latitude.toFixed(3)}, {entity.longitude?.toFixed(3)}</dd></div>}
        <div><dt>Id</dt><dd><code>{entity.id}</code></dd></div>
      </dl>
      <EntityDecision entity={entity} />
      {all.length > 0 && <TimelineChart events={events} filter={filter} narrow={(change) => open({
        from: change.from ?? "", to: change.to ?? "", undated: change.undated ? "1" : "",
      })} />}
      <div class="sources mainly">
        <section aria-labelledby="its-events">
          <h2 id="its-events">{plural(events.length, "event")}</h2>
          {all.length
            ? <EventTable events={events} query={query} carry={carried} caption={`Events with ${entity.name}`} onOrder={(sort) => open({ sort })} />
            : <p class="empty">Named, but in no event.</p>}
          <NamedIn entity={entity} />
        </section>
        <Companions companions={companions} />
      </div>
    </>
  );
}
