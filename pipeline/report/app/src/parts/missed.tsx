import { useEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { useDecisions } from "../context";
import { addEvent, NO_FACTS } from "../data/curation_rows";
import { decide } from "../data/decisions";
import { addMention } from "../data/name_rows";
import type { Source } from "../data/source";
import { placesOf, type Spot } from "../data/spots";
import type { Item, Kind } from "../data/types";
import { Decided } from "./decided";
import { EventForm } from "./event_form";
import { Foreign, KIND_WORDS } from "./words";

interface Props { item: Item; source: Source; text: RefObject<HTMLElement | null> }

/** A name or an event that the machine passed over, added by its words: typed, or selected in the item's text. */
export function Missed({ item, source, text }: Props) {
  const [words, setWords] = useState("");
  const [nth, setNth] = useState(0);
  const [telling, setTelling] = useState(false);
  const put = (typed: string, at = 0) => { setWords(typed); setNth(at); };
  useSelection(text, put);
  const places = placesOf(source, item, words);
  const spot = places[Math.min(nth, places.length - 1)];
  const made = useDecisions().filter((one) => one.cells.decision === "add" && one.cells.page_id === item.page_id
    && Number(one.cells.start) >= item.start && Number(one.cells.end) <= item.end);
  const added = () => { put(""); setTelling(false); };
  return (
    <div class="decide">
      {made.map((decision) => <Decided key={`${decision.file} ${decision.target}`} decision={decision} />)}
      <div class="change-form">
        <label class="field">Words of the text
          <input value={words} placeholder="type them, or select them above" spellcheck={false} onInput={(event) => put(event.currentTarget.value)} />
        </label>
        {places.length > 1 && <Which places={places} nth={nth} onPick={setNth} />}
      </div>
      {words.trim() && !spot && <p class="hint" role="status">The text does not say “{words.trim()}”.</p>}
      {spot && (
        <div class="buttons">
          <Foreign>{`“${spot.words}”`}</Foreign>
          {(Object.keys(KIND_WORDS) as Kind[]).map((kind) => (
            <button type="button" key={kind} onClick={() => { decide(addMention(spot, kind)); added(); }}>Add as {KIND_WORDS[kind][0]}</button>
          ))}
          <button type="button" aria-expanded={telling} onClick={() => setTelling(!telling)}>They tell of an event …</button>
        </div>
      )}
      {spot && telling && <EventForm before={NO_FACTS} keep={(facts) => decide(addEvent(spot, facts))} close={added} />}
    </div>
  );
}

function Which({ places, nth, onPick }: { places: Spot[]; nth: number; onPick: (nth: number) => void }) {
  return (
    <label class="field">Which of them
      <select value={nth} onChange={(event) => onPick(Number(event.currentTarget.value))}>
        {places.map((place, index) => <option key={place.start} value={index}>{index + 1} of {places.length}, at character {place.start}</option>)}
      </select>
    </label>
  );
}

/** Take words that the reader selects in a text, and the number of the same words before them. */
function useSelection(text: RefObject<HTMLElement | null>, put: (words: string, nth: number) => void) {
  useEffect(() => {
    const follow = () => {
      const selection = getSelection();
      const words = selection?.toString().trim() ?? "";
      if (!words || !selection?.rangeCount || !text.current?.contains(selection.anchorNode)) return;
      const before = selection.getRangeAt(0).cloneRange();
      before.setStart(text.current, 0);
      before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
      const flat = (said: string) => said.replace(/\s+/g, " ");
      put(words, flat(before.toString()).split(flat(words)).length - 1);
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, []);
}
