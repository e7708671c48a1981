import { useState } from "preact/hooks";
import { useData } from "../context";
import { changesOf, type Facts } from "../data/curation_rows";
import { EntityField } from "./entity_field";
import { PartsField } from "./parts_field";
import { typeName } from "./words";

interface Props { before: Facts; keep: (changes: Record<string, string>) => void; close: () => void }

const DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?(/\\d{4}(-\\d{2}(-\\d{2})?)?)?|-";

/** What an event should say; only what differs from before becomes part of the decision. */
export function EventForm({ before, keep, close }: Props) {
  const data = useData();
  const [facts, setFacts] = useState(before);
  const put = (change: Partial<Facts>) => setFacts({ ...facts, ...change });
  const changes = changesOf(facts, before);
  const save = (submitted: Event) => {
    submitted.preventDefault();
    keep(changes);
    close();
  };
  return (
    <form class="event-form" onSubmit={save}>
      <label class="field">Type
        <select required value={facts.event_type} onChange={(one) => put({ event_type: one.currentTarget.value })}>
          {!before.event_type && <option value="">choose</option>}
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
        <button type="submit" class="primary" disabled={!Object.keys(changes).length}>{before.event_type ? "Keep this correction" : "Add this event"}</button>
        <button type="button" onClick={close}>Cancel</button>
      </div>
    </form>
  );
}
