import { useState } from "preact/hooks";
import { useData } from "../context";
import { narrowings, type Filter, type Narrow } from "../data/filter";
import { EntityField } from "./entity_field";
import { TextField } from "./text_field";
import { TypeFilter } from "./type_filter";

export function Filters({ filter, narrow, clear }: { filter: Filter; narrow: Narrow; clear: () => void }) {
  const data = useData();
  const [open, setOpen] = useState(false);
  const count = narrowings(filter);
  return (
    <form class="filters" role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <button type="button" class="unfold" aria-expanded={open} aria-controls="filter-fields" onClick={() => setOpen(!open)}>
        Filters{count > 0 && ` (${count})`}
      </button>
      <div id="filter-fields" class={open ? "fields open" : "fields"}>
        <TextField label="Words" value={filter.text} onText={(text) => narrow({ text }, true)} />
        <EntityField kind="person" label="Person" value={filter.person} onPick={(person) => narrow({ person })} />
        <EntityField kind="organization" label="Organisation" value={filter.organization} onPick={(organization) => narrow({ organization })} />
        <EntityField kind="place" label="Place" value={filter.place} onPick={(place) => narrow({ place })} />
        <div class="pair">
          <DayField label="From" value={filter.from} onDay={(from) => narrow({ from, undated: false })} />
          <DayField label="To" value={filter.to} onDay={(to) => narrow({ to, undated: false })} />
        </div>
        <div class="pair">
          <ChanceField label="Confidence from" value={filter.min} onChance={(min) => narrow({ min })} />
          <ChanceField label="to" value={filter.max} onChance={(max) => narrow({ max })} />
        </div>
        <div class="field">
          <label for="filter-page">Page</label>
          <select id="filter-page" value={filter.page} onChange={(event) => narrow({ page: event.currentTarget.value })}>
            <option value="">all {data.pages.length.toLocaleString("en")}</option>
            {data.pages.map((page) => <option key={page.page_id} value={page.page_id}>{page.title ?? page.path}</option>)}
          </select>
        </div>
        <TypeFilter filter={filter} narrow={narrow} />
        <button type="button" class="clear" disabled={!count} onClick={clear}>Clear all filters</button>
      </div>
    </form>
  );
}

function DayField({ label, value, onDay }: { label: string; value: string; onDay: (day: string) => void }) {
  return (
    <label class="field">{label}
      <input type="date" value={value} onChange={(event) => onDay(event.currentTarget.value)} />
    </label>
  );
}

function ChanceField({ label, value, onChance }: { label: string; value: number; onChance: (chance: number) => void }) {
  return (
    <label class="field">{label}
      <input type="number" min="0" max="1" step="0.05" value={value} onChange={(event) => onChance(Number(event.currentTarget.value))} />
    </label>
  );
}
