import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { onItem } from "../data/curation_rows";
import { decide } from "../data/decisions";
import { linesOf, type Line } from "../data/lines";
import { printable } from "../data/printable";
import type { Item } from "../data/types";
import { hrefOf } from "../route";
import { Decided } from "./decided";
import { paged, Pager } from "./pager";
import { Foreign, plural } from "./words";

/** Items that no layout of listings knew: cut wrongly, if anything is. */
export function DoubtfulItems({ items, query }: { items: Item[]; query: URLSearchParams }) {
  const { rows, page, pages } = paged(items, query);
  return (
    <section class="queue list-top" aria-label="Uncertain items">
      <p class="aside">No list of dated items was recognised on these pages, only an article or headlines. Split what is two, join what is one.</p>
      {!items.length && <p class="empty">A known layout explains every page.</p>}
      {rows.map((item) => <Card key={item.item_id} item={item} />)}
      <Pager page={page} pages={pages} what={plural(items.length, "item")} />
    </section>
  );
}

/** What the item says after its first line, as far as one glance goes. */
function preview(lines: Line[]): string {
  const text = lines.slice(1).map((line) => line.text).join(" ");
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}

function Card({ item }: { item: Item }) {
  const data = useData();
  const [open, setOpen] = useState(false);
  const text = data.source(item.page_id)?.text;
  const made = useDecisions();
  if (!text) return null;
  const lines = linesOf(text.slice(item.start, item.end), item.start);
  const here = made.filter((one) => one.file === "items" && one.cells.page_id === item.page_id
    && Number(one.cells.at) >= item.start && Number(one.cells.at) < item.end);
  return (
    <article class="card">
      <h2><a href={hrefOf("item", item.item_id)}><Foreign>{item.headline ?? lines[0]?.text.slice(0, 90) ?? item.item_id}</Foreign></a></h2>
      <p class="aside"><Foreign>{data.page(item.page_id)?.path ?? item.page_id}</Foreign> · cut as “{item.layout}” · {plural(lines.length, "line")}</p>
      <blockquote><Foreign>{preview(lines)}</Foreign></blockquote>
      {here.map((decision) => <Decided key={decision.target} decision={decision} />)}
      <div class="buttons">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Hide" : "Show"} the lines, to split it</button>
        {item.position > 0 && (
          <button type="button" onClick={() => decide(onItem(item, "join", item.start, lines[0]?.text ?? ""))}>Join to the item before</button>
        )}
      </div>
      {open && (
        <ol class="lines">
          {lines.map((line, index) => (
            <li key={line.at}>
              <bdi>{printable(line.text)}</bdi>
              {index > 0 && <button type="button" onClick={() => decide(onItem(item, "split", line.at, line.text))}>A new item begins here</button>}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
