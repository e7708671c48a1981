import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { confirmEvent, factsOf, rejectEvent, setEvent } from "../data/curation_rows";
import { useKeptFocus } from "../kept_focus";
import { decide } from "../data/decisions";
import type { EventRow, TellingRow } from "../data/types";
import { Decided } from "./decided";
import { EventForm } from "./event_form";
import { typeName } from "./words";

/** What the analyst can decide of an event: right, no event, or other than the machine says. */
export function EventDecision({ event, telling }: { event: EventRow; telling: TellingRow }) {
  const data = useData();
  const made = useDecisions().find((one) => one.file === "events" && one.target === event.event_id);
  const [correcting, setCorrecting] = useState(false);
  const group = useKeptFocus<HTMLDivElement>(made?.target);
  const page = data.item(telling.item_id)?.page_id ?? "";
  const name = typeName(event.event_type);
  return (
    <div class="decide" role="group" aria-label={`Decide on: ${name}`} ref={group}>
      {made ? <Decided decision={made} /> : <div class="buttons">
        <button type="button" onClick={() => decide(confirmEvent(event, telling, page))}>Right as it stands</button>
        <button type="button" onClick={() => decide(rejectEvent(event, telling, page))}>Reject</button>
        <button type="button" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>Correct …</button>
      </div>}
      {!made && correcting && (
        <EventForm before={factsOf(event)} keep={(changes) => decide(setEvent(event, telling, page, changes))} close={() => setCorrecting(false)} />
      )}
    </div>
  );
}
