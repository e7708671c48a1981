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
  const left = flat(text.slice(start, mention.start)), right = flat(text.slice(mention.end, end));
  const before = start > item.start ? left.replace(/^[^ ]* /, "") : left;
  const after = end < item.end ? right.slice(0, right.lastIndexOf(" ") + 1 || undefined).trimEnd() : right;
  return (
    <li class="snippet">
      <bdi>
        {start > item.start && "… "}{before}
        <mark class={mention.entity_kind}>{printable(text.slice(mention.start, mention.end))}</mark>
        {after}{end < item.end && " …"}
      </bdi>
      <a class="aside" href={hrefOf("item", item.item_id)}><Foreign>{item.headline ?? item.item_id}</Foreign></a>
    </li>
  );
}

function flat(text: string): string { return printable(text.replace(/\s+/g, " ")); }
