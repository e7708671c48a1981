import { useData, useDecisions } from "../context";
import { onPair, pairTarget } from "../data/curation_rows";
import { useKeptFocus } from "../kept_focus";
import { decide } from "../data/decisions";
import { namedIn } from "../data/named";
import type { Doubtful, Kind } from "../data/types";
import { Decided } from "./decided";
import { paged, Pager } from "./pager";
import { Snippet } from "./snippet";
import { EntityLink, Foreign, KIND_WORDS, plural } from "./words";

/** Two names that may be one, kept apart until someone decides. */
export function DoubtfulPairs({ query }: { query: URLSearchParams }) {
  const { doubtful } = useData();
  const { rows, page, pages } = paged(doubtful, query);
  return (
    <section class="queue list-top" aria-label="One or two?">
      {!doubtful.length && <p class="empty">No two names were close enough to doubt.</p>}
      {rows.map((pair) => <Pair key={pairTarget(pair)} pair={pair} />)}
      <Pager page={page} pages={pages} what={plural(doubtful.length, "pair")} />
    </section>
  );
}

function Pair({ pair }: { pair: Doubtful }) {
  const data = useData();
  const { entity_kind: kind, left_id: left, right_id: right } = pair;
  const made = useDecisions().find((one) => one.file === "entities" && one.target === pairTarget(pair));
  const choice = useKeptFocus<HTMLDivElement>(made?.target);
  const [leftName, rightName] = [data.nameOf(kind, left), data.nameOf(kind, right)];
  return (
    <article class="card">
      <h2><Foreign>{leftName}</Foreign> <span class="versus">and</span> <Foreign>{rightName}</Foreign></h2>
      <p class="aside">{KIND_WORDS[kind][0]} · likeness {pair.score.toFixed(2)} · <Foreign>{pair.reason}</Foreign></p>
      <div class="two"><Side kind={kind} id={left} /><Side kind={kind} id={right} /></div>
      <div ref={choice}>{made ? <Decided decision={made} /> : (
        <div class="buttons">
          <button type="button" onClick={() => decide(onPair(pair, "same", left, right))}>Same, called <Foreign>{leftName}</Foreign></button>
          <button type="button" onClick={() => decide(onPair(pair, "same", right, left))}>Same, called <Foreign>{rightName}</Foreign></button>
          <button type="button" onClick={() => decide(onPair(pair, "not_same", left, right))}>Not the same</button>
        </div>
      )}</div>
    </article>
  );
}

function Side({ kind, id }: { kind: Kind; id: string }) {
  const data = useData();
  const entity = data.entity(kind, id);
  if (!entity) return <p>{id}</p>;
  return (
    <div>
      <p><EntityLink kind={kind} id={id} /></p>
      <p class="aside">
        {plural(entity.mention_count, "mention")} in {plural(entity.item_count, "item")}
        {entity.aliases.length > 0 && <> · also <Foreign>{entity.aliases.slice(0, 5).join(", ")}</Foreign></>}
      </p>
      <ul>{namedIn(data, entity, 2).map((one) => <Snippet key={one.item.item_id} named={one} />)}</ul>
    </div>
  );
}
