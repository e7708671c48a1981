import { useMemo, useState } from "preact/hooks";
import { useData } from "../context";
import { namedIn } from "../data/named";
import type { Entity } from "../data/types";
import { Snippet } from "./snippet";
import { plural } from "./words";

const FIRST = 10;

/** Where an entity is named, in the words around it; events or not. */
export function NamedIn({ entity }: { entity: Entity }) {
  const data = useData();
  const [most, setMost] = useState(FIRST);
  const named = useMemo(() => namedIn(data, entity, most), [entity, most]);
  return (
    <section class="named" aria-labelledby="named-in">
      <h2 id="named-in">Named in {plural(entity.item_count, "item")}</h2>
      <ul>{named.map((one) => <Snippet key={one.item.item_id} named={one} />)}</ul>
      {entity.items.length > most && (
        <button type="button" onClick={() => setMost(most + 50)}>Show more ({(entity.items.length - most).toLocaleString("en")} left)</button>
      )}
    </section>
  );
}
