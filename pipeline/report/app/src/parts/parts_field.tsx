import { useData } from "../context";
import type { Kind, Part } from "../data/types";
import { EntityField } from "./entity_field";

interface Props { kind: Kind; legend: string; parts: Part[]; onParts: (parts: Part[]) => void }

/** Who takes part, each with a role; lines can be added and taken away. */
export function PartsField({ kind, legend, parts, onParts }: Props) {
  const data = useData();
  const put = (index: number, part: Part) => onParts(parts.map((old, at) => (at === index ? part : old)));
  return (
    <fieldset class="parts-field">
      <legend>{legend}</legend>
      {parts.map(([id, role], index) => (
        <div class="line" key={index}>
          <EntityField kind={kind} label="Name" hideLabel value={id} onPick={(picked) => put(index, [picked, role])} />
          <select aria-label="Role" value={role} onChange={(one) => put(index, [id, one.currentTarget.value])}>
            {data.roles.map((name) => <option key={name}>{name}</option>)}
          </select>
          <button type="button" aria-label={`Remove ${id ? data.nameOf(kind, id) : "this line"}`} onClick={() => onParts(parts.filter((_, at) => at !== index))}>Remove</button>
        </div>
      ))}
      <button type="button" onClick={() => onParts([...parts, ["", "target"]])}>Add</button>
    </fieldset>
  );
}
