import { useState } from "preact/hooks";
import { useData } from "../context";
import { changesOf, factsOf, setEvent, type Facts } from "../data/curation_rows";
import { decide } from "../data/decisions";
import type { EventRow, TellingRow } from "../data/types";
import { EntityField } from "./entity_field";
import { PartsField } from "./parts_field";
import { typeName } from "./words";

interface Props { event: EventRow; telling: TellingRow; page: string; done: () => void }

const DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?|-";

/** What an event should say; only what was changed becomes part of the decision. */
export function EventForm({ event, telling, page, done }: Props) {
  const data = useData();
  const [facts, setFacts] = useState<Facts>(() => factsOf(event));
  const put = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const changes = changesOf(event, facts);
  const save = (submitted: Event) => {
    submitted.preventDefault();
    decide(setEvent(event, telling, page, changes));
    done();
  };
  return (
    <form class="event-form" onSubmit={save}>
      <label class="field">Type
        <select value={facts.event_type} onChange={(one) => put({ event_type: one.currentTarget.value })}>
          {data.eventTypes.map((type) => <option key={type} value={type}>{typeName(type)}</option>)}
        </select>
      </label>
      <label class="field">Date
        <input value={facts.date} pattern={DATE} placeholder="2011-08-04, 2011-08 or 2011" title="2011-08-04, 2011-08, 2011, or two of them with / between"
          onInput={(one) => put({ date: one.currentTarget.value.trim() })} />
      </label>
      <EntityField kind="place" label="Place" value={facts.place} onPick={(place) => put({ place })} />
      <PartsField kind="person" legend="People" parts={facts.people} onParts={(people) => put({ people })} />
      <PartsField kind="organization" legend="Organisations" parts={facts.organizations} onParts={(organizations) => put({ organizations })} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={!Object.keys(changes).length}>Keep this correction</button>
        <button type="button" onClick={done}>Cancel</button>
      </div>
    </form>
  );
}
