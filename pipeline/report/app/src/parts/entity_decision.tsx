import { useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { decide, type Decision } from "../data/decisions";
import { apart, entityTarget, nameTarget, rejectEntity, rename, retype, same } from "../data/name_rows";
import type { Entity, Kind } from "../data/types";
import { useKeptFocus } from "../kept_focus";
import { Decided } from "./decided";
import { EntityField } from "./entity_field";
import { KIND_WORDS } from "./words";

type Change = "rename" | "retype" | "same" | "apart";

/** What the analyst can decide of a person, organisation or place. */
export function EntityDecision({ entity }: { entity: Entity }) {
  const made = useDecisions().filter((one) => one.file === "entities" && isAbout(one, entity));
  const [change, setChange] = useState<Change | null>(null);
  const group = useKeptFocus<HTMLDivElement>(made.length);
  const kind = made.find((one) => one.target === entityTarget(entity));
  const named = made.some((one) => one.target === nameTarget(entity));
  const [one] = KIND_WORDS[entity.kind];
  const toggle = (wanted: Change) => ({
    "aria-expanded": change === wanted, onClick: () => setChange(change === wanted ? null : wanted),
  });
  return (
    <div class="decide" role="group" aria-label={`Decide on: ${entity.name}`} ref={group}>
      {made.map((decision) => <Decided key={decision.target} decision={decision} />)}
      <div class="buttons">
        {!named && kind?.cells.decision !== "reject" && <button type="button" {...toggle("rename")}>Rename …</button>}
        {!kind && <button type="button" {...toggle("retype")}>No {one}, but …</button>}
        <button type="button" {...toggle("same")}>Same as …</button>
        {entity.aliases.length > 0 && <button type="button" {...toggle("apart")}>Not this name …</button>}
        {!kind && !named && <button type="button" onClick={() => decide(rejectEntity(entity))}>Reject</button>}
      </div>
      {change && <ChangeForm key={change} entity={entity} change={change} close={() => setChange(null)} />}
    </div>
  );
}

function isAbout({ cells }: Decision, entity: Entity): boolean {
  return cells.kind === entity.kind && (cells.entity === entity.id || cells.other === entity.id);
}

interface Props { entity: Entity; change: Change; close: () => void }

/** The one thing that a change needs to be told, and the button that keeps it. */
function ChangeForm({ entity, change, close }: Props) {
  const data = useData();
  const [value, setValue] = useState(change === "rename" ? entity.name : "");
  const decision = decisionOf(entity, change, value.trim(), data.entity(entity.kind, value));
  const keep = (event: Event) => {
    event.preventDefault();
    if (!decision) return;
    decide(decision);
    close();
  };
  const kinds = (Object.keys(KIND_WORDS) as Kind[]).filter((kind) => kind !== entity.kind);
  return (
    <form class="change-form" onSubmit={keep}>
      {change === "rename" && <label class="field">Name<input value={value} onInput={(event) => setValue(event.currentTarget.value)} /></label>}
      {change === "retype" && <Choice label="It is" value={value} options={kinds.map((kind) => [kind, `a ${KIND_WORDS[kind][0]}`])} onPick={setValue} />}
      {change === "same" && <EntityField kind={entity.kind} label={`The other ${KIND_WORDS[entity.kind][0]}`} value={value} onPick={setValue} />}
      {change === "apart" && <Choice label="Somebody else's name" value={value} options={entity.aliases.map((alias) => [alias, alias])} onPick={setValue} />}
      <button type="submit" class="primary" disabled={!decision}>Keep this decision</button>
    </form>
  );
}

function decisionOf(entity: Entity, change: Change, value: string, other: Entity | undefined): Decision | null {
  if (!value) return null;
  if (change === "rename") return value === entity.name ? null : rename(entity, value);
  if (change === "retype") return retype(entity, value as Kind);
  if (change === "apart") return apart(entity, value);
  return other && other.id !== entity.id ? same(entity, other) : null;
}

interface ChoiceProps { label: string; value: string; options: string[][]; onPick: (value: string) => void }

function Choice({ label, value, options, onPick }: ChoiceProps) {
  return (
    <label class="field">{label}
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">choose</option>
        {options.map(([name, shown]) => <option key={name} value={name}>{shown}</option>)}
      </select>
    </label>
  );
}
