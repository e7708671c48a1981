import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useData } from "../context";
import { toldBy } from "../data/marks";
import type { Span } from "../data/spans";
import type { TellingRow } from "../data/types";
import { MarkedText } from "./marked_text";
import { Foreign } from "./words";

/** Characters of the page shown around the item before more is asked for. */
const AROUND = 20_000;

/** The page's raw text, at an item: its stretch marked, and a telling's words. */
export function SourcePane({ itemId, telling }: { itemId: string; telling?: TellingRow }) {
  const data = useData();
  const [whole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const item = data.item(itemId);
  useLayoutEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>("mark.item");
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - 24;
  }, [itemId, whole]);
  const page = item && data.page(item.page_id);
  const source = item && data.source(item.page_id);
  if (!item || !page || !source) return null;
  const start = whole ? 0 : Math.max(0, item.start - AROUND);
  const end = whole ? source.text.length : Math.min(source.text.length, item.end + AROUND);
  const spans: Span[] = [
    { start: item.start, end: item.end, kind: "item", title: "the item" },
    ...(telling ? toldBy(telling) : []),
  ];
  return (
    <section class="source" aria-label="The page as it was saved">
      <h2>The page as it was saved</h2>
      <p class="aside"><Foreign>{page.path}</Foreign>{page.retrieved_on && `, saved ${page.retrieved_on}`} <PageLink url={page.url} /></p>
      <div class="raw" ref={box} tabIndex={0} role="region" aria-label="Raw text of the page">
        <MarkedText text={source.text} spans={spans} start={start} end={end} />
      </div>
      {(start > 0 || end < source.text.length) && (
        <button type="button" onClick={() => setWhole(true)}>
          Show the whole page ({source.text.length.toLocaleString("en")} characters)
        </button>
      )}
    </section>
  );
}

/** A link to where the page came from; an address that is no web address is only text. */
function PageLink({ url }: { url: string | null }) {
  if (!url) return null;
  if (!/^https?:\/\//i.test(url)) return <Foreign>{url}</Foreign>;
  return <a href={url} target="_blank" rel="noopener noreferrer">on the web</a>;
}
