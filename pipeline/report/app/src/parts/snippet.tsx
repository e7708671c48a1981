import { useData } from "../context";
import { printable } from "../data/printable";
import type { Named } from "../data/named";
import { hrefOf } from "../route";
import { Foreign } from "./words";

/** Characters shown on each side of a name. */
const AROUND = 90;

/** A name in the words around it, and the item that it stands in. */
export function Snippet({ named: { item, mention } }: { named: Named }) {
  const data = useData();
  const text = data.source(item.page_id)?.text;
  if (!text) return null;
  const start = Math.max(item.start, mention.start - AROUND), end = Math.min(item.end, mention.end + AROUND);
  return (
    <li class="snippet">
      <bdi>
        {start > item.start && "… "}{flat(text.slice(start, mention.start))}
        <mark class={mention.entity_kind}>{printable(text.slice(mention.start, mention.end))}</mark>
        {flat(text.slice(mention.end, end))}{end < item.end && " …"}
      </bdi>
      <a class="aside" href={hrefOf("item", item.item_id)}><Foreign>{item.headline ?? item.item_id}</Foreign></a>
    </li>
  );
}

function flat(text: string): string { return printable(text.replace(/\s+/g, " ")); }
