import { useEffect, useId, useState } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { folded } from "../data/filter";
import { pendingNames } from "../data/pending";
import { printable } from "../data/printable";
import type { Entity, Kind } from "../data/types";

interface Props { kind: Kind; label: string; value: string; onPick: (id: string) => void; hideLabel?: boolean }

/** A field that takes one known person, organisation or place, by any of its names. */
export function EntityField({ kind, label, value, onPick, hideLabel }: Props) {
  const data = useData();
  const id = useId();
  const entities = [...data.entities[kind], ...pendingNames(useDecisions(), kind)];
  const known = value ? data.nameOf(kind, value) : "";
  const [text, setText] = useState(known);
  const [unknown, setUnknown] = useState(false);
  useEffect(() => { setText(known); setUnknown(false); }, [known]);
  const matches = suggestions(entities, text === known ? "" : text);

  const type = (typed: string) => {
    setText(typed);
    setUnknown(false);
    const likely = suggestions(entities, typed);
    const exact = likely.find((entity) => optionOf(entity, likely) === typed || printable(entity.name) === typed);
    if (exact) onPick(exact.id);
    else if (!typed) onPick("");
  };
  const settle = () => {
    if (text === known) return;
    const best = suggestions(entities, text)[0];
    if (best && text) { setText(best.name); onPick(best.id); }
    else setUnknown(Boolean(text));
  };
  return (
    <div class="field">
      <label for={id} class={hideLabel ? "sr" : undefined}>{label}</label>
      <input
        id={id} list={`${id}-list`} value={text} autocomplete="off" spellcheck={false}
        aria-invalid={unknown} aria-describedby={unknown ? `${id}-unknown` : undefined}
        onInput={(event) => type(event.currentTarget.value)} onChange={settle}
      />
      <datalist id={`${id}-list`}>
        {matches.map((entity) => <option key={entity.id} value={optionOf(entity, matches)} />)}
      </datalist>
      {unknown && <p class="hint" id={`${id}-unknown`}>No such name in this dataset.</p>}
    </div>
  );
}

function optionOf(entity: Entity, among: Entity[]): string {
  const twins = among.filter((other) => other.name === entity.name).length > 1;
  return printable(twins ? `${entity.name} (${entity.id})` : entity.name);
}

/** Entities that a typed text may mean: names that begin with it before names that hold it. */
function suggestions(entities: Entity[], typed: string): Entity[] {
  const wanted = folded(typed.trim());
  const ranked: [rank: number, entity: Entity][] = [];
  for (const entity of entities) {
    const forms = [entity.name, ...entity.aliases, entity.acronym ?? ""].map(folded);
    const rank = forms[0] === wanted ? 0 : forms.some((form) => form.startsWith(wanted)) ? 1
      : forms.some((form) => form.includes(wanted)) ? 2 : 3;
    if (rank < 3) ranked.push([rank, entity]);
  }
  ranked.sort(([a, x], [b, y]) => a - b || y.mention_count - x.mention_count || (x.id < y.id ? -1 : 1));
  return ranked.slice(0, 40).map(([, entity]) => entity);
}
