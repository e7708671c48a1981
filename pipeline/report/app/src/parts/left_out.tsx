import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { decide } from "../data/decisions";
import { bringBack, stretchesOf, type Stretch } from "../data/left_out";
import type { LeftOutPage } from "../data/types";
import type { Source } from "../data/source";
import { hrefOf } from "../route";
import { Decided } from "./decided";
import { paged, Pager } from "./pager";
import { Foreign, plural } from "./words";

const SHOWN = 240;

/** Lines of pages that are in no item, with the reason why, and the way to bring them back. */
export function LeftOut({ pages: found, query }: { pages: LeftOutPage[]; query: URLSearchParams }) {
  const [all, setAll] = useState(false);
  const { rows, page, pages } = paged(found, query);
  return (
    <section class="queue list-top" aria-label="Left out">
      <p class="aside">
        These lines are in no item, for the reason beside them. Tick what is news, from its first line to its last: it becomes an item, or part of the item before it.
      </p>
      <label class="aside"><input type="checkbox" checked={all} onChange={() => setAll(!all)} /> Show menus, links and the like too</label>
      {!found.length && <p class="empty">Every line of every page is in an item, or a menu or the like.</p>}
      {rows.map((one) => <Card key={one.page.page_id} one={one} all={all} />)}
      <Pager page={page} pages={pages} what={plural(found.length, "page")} />
    </section>
  );
}

function Card({ one: { page, size }, all }: { one: LeftOutPage; all: boolean }) {
  const data = useData();
  const source = data.source(page.page_id);
  if (!source) return null;
  return (
    <article class="card">
      <h2><a href={hrefOf("events", "", new URLSearchParams({ page: page.page_id }))}><Foreign>{page.title ?? page.path}</Foreign></a></h2>
      <p class="aside">{page.title && <><Foreign>{page.path}</Foreign> · </>}{plural(page.item_count, "item")} · {plural(size, "character")} in none</p>
      {stretchesOf(data, page, source, all).map((stretch) => (
        <Lines key={stretch.lines[0]?.start} stretch={stretch} one={page} source={source} />
      ))}
    </article>
  );
}

function Lines({ stretch, one, source }: { stretch: Stretch; one: LeftOutPage["page"]; source: Source }) {
  const [ticked, setTicked] = useState<number[]>([]);
  const first = stretch.lines[0]?.start ?? 0, last = stretch.lines.at(-1)?.end ?? 0;
  const made = useDecisions().filter((row) => row.file === "items" && row.cells.page_id === one.page_id
    && Number(row.cells.at) >= first && Number(row.cells.at) < last);
  const tick = (at: number) => setTicked(ticked.includes(at) ? ticked.filter((other) => other !== at) : [...ticked, at]);
  const put = (decision: "item" | "keep") => {
    decide(bringBack(one, source, stretch.lines.filter((line) => ticked.includes(line.start)), decision));
    setTicked([]);
  };
  return (
    <>
      <ul class="lines left-out">
        {stretch.lines.map((line) => (
          <li key={line.start}>
            <label>
              <input type="checkbox" checked={ticked.includes(line.start)} onChange={() => tick(line.start)} />
              <Foreign>{cut(source.text.slice(line.start, line.end))}</Foreign>
            </label>
            <span class="aside">{line.reason.replaceAll("_", " ")}</span>
          </li>
        ))}
      </ul>
      {made.map((decision) => <Decided key={decision.target} decision={decision} />)}
      {ticked.length > 0 && (
        <div class="buttons">
          <button type="button" onClick={() => put("item")}>Make an item of the ticked lines</button>
          {one.item_count > 0 && (
            <button type="button" onClick={() => put("keep")}>Add them to the item {stretch.before ? "before" : "after"}</button>
          )}
        </div>
      )}
    </>
  );
}

function cut(text: string): string { return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text; }
