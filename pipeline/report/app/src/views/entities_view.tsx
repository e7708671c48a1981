import { useMemo } from "preact/hooks";
import { useData } from "../context";
import { folded } from "../data/filter";
import type { Entity, Kind } from "../data/types";
import { TextField } from "../parts/text_field";
import { paged, Pager } from "../parts/pager";
import { EntityLink, Foreign, KIND_WORDS, plural } from "../parts/words";
import { go, hrefOf } from "../route";

const VIEW: Record<Kind, string> = { person: "people", organization: "organizations", place: "places" };

/** All people, organisations or places, the most often named first. */
export function EntitiesView({ kind, query }: { kind: Kind; query: URLSearchParams }) {
  const data = useData();
  const text = query.get("text") ?? "";
  const found = useMemo(() => {
    const wanted = folded(text);
    return data.entities[kind]
      .filter((entity) => !wanted || [entity.name, ...entity.aliases].some((form) => folded(form).includes(wanted)))
      .sort((a, b) => b.mention_count - a.mention_count || (a.name < b.name ? -1 : 1));
  }, [data, kind, text]);
  const { rows, page, pages } = paged(found, query);
  const [one, many] = KIND_WORDS[kind];
  return (
    <>
      <h1 tabIndex={-1}>{plural(found.length, one, many)}</h1>
      <p class="sr" role="status">{plural(found.length, one, many)} found</p>
      <TextField label="Name" value={text} onText={(typed) => go(hrefOf(VIEW[kind], "", new URLSearchParams(typed && { text: typed })), true)} />
      <table class="entities list-top" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">Name</th><th role="columnheader" scope="col">Also written</th>{kind === "place" && <th role="columnheader" scope="col">Kind</th>}
            <th role="columnheader" scope="col" class="number">Mentions</th><th role="columnheader" scope="col" class="number">Items</th><th role="columnheader" scope="col" class="number">Events</th>{kind !== "place" && <th role="columnheader" scope="col">Years</th>}
          </tr>
        </thead>
        <tbody role="rowgroup">{rows.map((entity) => <Row key={entity.id} entity={entity} />)}</tbody>
      </table>
      <Pager page={page} pages={pages} what={plural(found.length, one, many)} />
    </>
  );
}

function Row({ entity }: { entity: Entity }) {
  const { first_date: first, last_date: last } = entity;
  const years = [...new Set([first?.slice(0, 4), last?.slice(0, 4)])].filter(Boolean).join("–");
  return (
    <tr role="row">
      <td role="cell" data-label="Name"><EntityLink kind={entity.kind} id={entity.id} />{entity.country_code && <span class="role">{entity.country_code}</span>}</td>
      <td role="cell" data-label="Also written">{entity.aliases.length ? <Foreign>{entity.aliases.slice(0, 4).join(" · ")}</Foreign> : <span class="none">–</span>}</td>
      {entity.kind === "place" && <td role="cell" data-label="Kind">{entity.place_kind}</td>}
      <td role="cell" data-label="Mentions" class="number">{entity.mention_count.toLocaleString("en")}</td>
      <td role="cell" data-label="Items" class="number">{entity.item_count.toLocaleString("en")}</td>
      <td role="cell" data-label="Events" class="number">{useData().eventCount(entity).toLocaleString("en")}</td>
      {entity.kind !== "place" && <td role="cell" data-label="Years" class="date">{years || <span class="none">–</span>}</td>}
    </tr>
  );
}
