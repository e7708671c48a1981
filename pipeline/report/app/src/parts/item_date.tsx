import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { dateItem, rejectItem } from "../data/curation_rows";
import { readable, written } from "../data/dates";
import { decide } from "../data/decisions";
import { linesOf } from "../data/lines";
import type { Item } from "../data/types";
import { useKeptFocus } from "../kept_focus";
import { Decided } from "./decided";

/** When an item was published, and the way to set that right or to say that it is no item. */
export function ItemDate({ item }: { item: Item }) {
  const data = useData();
  const [open, setOpen] = useState(false);
  const before = written({ date_start: item.published_on, date_end: null, date_precision: item.published_precision });
  const [date, setDate] = useState(before);
  const made = useDecisions().find((one) => one.file === "items" && one.target === `${item.page_id} ${item.start}`);
  const group = useKeptFocus<HTMLDivElement>(made?.target);
  const firstLine = () => {
    const text = data.source(item.page_id)?.text.slice(item.start, item.end) ?? "";
    return linesOf(text, item.start)[0]?.text ?? "";
  };
  const keep = (event: Event) => {
    event.preventDefault();
    decide(dateItem(item, date || "-", firstLine()));
    setOpen(false);
  };
  return (
    <div ref={group}>
      <p class="aside">
        {item.published_on
          ? `Published ${readable(item.published_on, item.published_precision)}, read from its ${item.published_source ?? "page"}`
          : "No published date"} · cut as “{item.layout}”{item.truncated && " · the text is cut off"}
        {!made && <span class="correct"> · <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>Correct the date</button>
          {" · "}<button type="button" class="link" onClick={() => decide(rejectItem(item, firstLine()))}>This is no item</button></span>}
      </p>
      {made && <Decided decision={made} />}
      {open && !made && (
        <form class="change-form" onSubmit={keep}>
          <label class="field">Published
            <input value={date} pattern="\d{4}(-\d{2}(-\d{2})?)?" placeholder="2011-08-04, 2011-08 or 2011; empty for none"
              onInput={(event) => setDate(event.currentTarget.value.trim())} />
          </label>
          <button type="submit" class="primary" disabled={date === before}>Keep this decision</button>
        </form>
      )}
    </div>
  );
}
