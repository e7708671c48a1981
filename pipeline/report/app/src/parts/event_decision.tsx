import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { confirmEvent, rejectEvent } from "../data/curation_rows";
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
  const page = data.item(telling.item_id)?.page_id ?? "";
  if (made) return <Decided decision={made} />;
  const name = typeName(event.event_type);
  return (
    <section class="decide" aria-label={`Decide on: ${name}`}>
      <div class="buttons">
        <button type="button" onClick={() => decide(confirmEvent(event, telling, page))}>Right as it stands</button>
        <button type="button" onClick={() => decide(rejectEvent(event, telling, page))}>Reject</button>
        <button type="button" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>Correct …</button>
      </div>
      {correcting && <EventForm event={event} telling={telling} page={page} done={() => setCorrecting(false)} />}
    </section>
  );
}
