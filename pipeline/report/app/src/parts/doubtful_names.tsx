import { useData, useDecisions } from "../context";
import { decide } from "../data/decisions";
import { assign, rejectMention } from "../data/name_rows";
import { spotOf, targetOf } from "../data/spots";
import type { Ambiguous } from "../data/types";
import { useKeptFocus } from "../kept_focus";
import { Decided } from "./decided";
import { paged, Pager } from "./pager";
import { Snippet } from "./snippet";
import { EntityLink, Foreign, plural } from "./words";

/** Surnames and given names alone that more than one person of the page bears. */
export function DoubtfulNames({ names, query }: { names: Ambiguous[]; query: URLSearchParams }) {
  const { rows, page, pages } = paged(names, query);
  return (
    <section class="queue list-top" aria-label="Whose name?">
      {names.length > 0 && <p class="aside">One word that fits several people of its page. The machine had to choose.</p>}
      {!names.length && <p class="empty">No name on its own fits two people of one page.</p>}
      {rows.map((name) => <Card key={`${name.item_id} ${name.start}`} name={name} />)}
      <Pager page={page} pages={pages} what={plural(names.length, "name")} />
    </section>
  );
}

function Card({ name }: { name: Ambiguous }) {
  const data = useData();
  const made = useDecisions();
  const item = data.item(name.item_id);
  const source = item && data.source(item.page_id);
  const mention = source?.mentions.find((row) => row.item_id === name.item_id && row.start === name.start);
  const spot = item && source && mention && spotOf(source, item.page_id, mention.start, mention.end);
  const decision = spot && made.find((one) => one.file === "mentions" && one.target === targetOf(spot));
  const choice = useKeptFocus<HTMLDivElement>(decision?.target);
  if (!item || !mention || !spot) return null;
  const [chosen = ""] = name.candidates;
  return (
    <article class="card">
      <h2><Foreign>{spot.words}</Foreign></h2>
      <p class="aside">taken as <EntityLink kind="person" id={chosen} /></p>
      <ul><Snippet named={{ item, mention }} /></ul>
      <div ref={choice}>{decision ? <Decided decision={decision} /> : (
        <div class="buttons">
          {name.candidates.map((id) => {
            const person = data.entity("person", id);
            return person && <button type="button" key={id} onClick={() => decide(assign(spot, person))}>It is <Foreign>{person.name}</Foreign></button>;
          })}
          <button type="button" onClick={() => decide(rejectMention(spot))}>No name</button>
        </div>
      )}</div>
    </article>
  );
}
