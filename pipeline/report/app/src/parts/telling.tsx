import { useLayoutEffect, useRef } from "preact/hooks";
import { useData } from "../context";
import { readable } from "../data/dates";
import { marksIn } from "../data/marks";
import type { TellingRow } from "../data/types";
import { hrefOf } from "../route";
import { MarkedText } from "./marked_text";
import { Foreign } from "./words";

interface Props { telling: TellingRow; number: number; of: number; shown: boolean; show: () => void }

/** One telling of an event: its item's text, everything read in it marked. */
export function Telling({ telling, number, of, shown, show }: Props) {
  const data = useData();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const trigger = box.current?.querySelector<HTMLElement>("mark.trigger");
    if (box.current && trigger) box.current.scrollTop = trigger.offsetTop - box.current.clientHeight / 3;
  }, [telling]);
  const item = data.item(telling.item_id);
  const source = item && data.source(item.page_id);
  if (!item || !source) return null;
  const page = data.page(item.page_id);
  const heading = `telling-${number}`;
  return (
    <article class={shown ? "telling shown" : "telling"} aria-labelledby={heading}>
      <h3 id={heading}><span class="nth">{number} of {of}</span> <Foreign>{item.headline ?? page?.title ?? item.page_id}</Foreign></h3>
      <p class="aside">
        {item.published_on ? `Published ${readable(item.published_on, item.published_precision)}` : "No published date"}
        {" · "}<a href={hrefOf("item", item.item_id)}><Foreign>{page?.path ?? item.page_id}</Foreign></a>{item.truncated && " · the text is cut off"}
      </p>
      <div class="text" ref={box} tabIndex={0} role="region" aria-label={`Text of telling ${number}`}>
        <MarkedText text={source.text} spans={marksIn(data, source, item, telling)} start={item.start} end={item.end} />
      </div>
      <p class="under">
        <button type="button" aria-pressed={shown} onClick={show}>Show in the page</button>
        <a class="correct" href={hrefOf("item", item.item_id)}>Correct names, add what was missed</a>
        <span class="aside">Found by <code>{telling.rule}</code>, characters {telling.trigger_start}–{telling.trigger_end}</span>
      </p>
    </article>
  );
}
