import { useMemo } from "preact/hooks";
import { useData } from "../context";
import { queryOf, select, type Filter, type Narrow } from "../data/filter";
import { typeName } from "./words";

/** The types of event with how many of each the other filters leave. */
export function TypeFilter({ filter, narrow }: { filter: Filter; narrow: Narrow }) {
  const data = useData();
  const others = queryOf({ ...filter, types: [] }).toString();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { event_type } of select(data, filter, "types")) found.set(event_type, (found.get(event_type) ?? 0) + 1);
    return found;
  }, [data, others]);
  const shown = data.eventTypes.filter((type) => counts.has(type) || filter.types.includes(type));
  const toggle = (type: string) => {
    const on = filter.types.includes(type);
    narrow({ types: on ? filter.types.filter((one) => one !== type) : [...filter.types, type] });
  };
  return (
    <fieldset class="types">
      <legend>Type of event</legend>
      {shown.map((type) => (
        <label key={type}>
          <input type="checkbox" checked={filter.types.includes(type)} onChange={() => toggle(type)} />
          <span>{typeName(type)}</span> <span class="count">{(counts.get(type) ?? 0).toLocaleString("en")}</span>
        </label>
      ))}
    </fieldset>
  );
}
