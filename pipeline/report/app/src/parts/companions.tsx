import type { Companion } from "../data/companions";
import type { Kind } from "../data/types";
import { EntityLink, plural } from "./words";

const HEADS: [Kind, string][] = [
  ["person", "People in the same events"], ["organization", "Organisations in the same events"], ["place", "Where"],
];
const SHOWN = 20;

/** Who appears with someone, and where. */
export function Companions({ companions }: { companions: Companion[] }) {
  return (
    <aside class="companions" aria-label="Who appears together">
      {HEADS.map(([kind, head]) => {
        const of = companions.filter((one) => one.kind === kind);
        return of.length > 0 && (
          <section key={kind}>
            <h2>{head}</h2>
            <ul>
              {of.slice(0, SHOWN).map((one) => (
                <li key={one.id}><EntityLink kind={kind} id={one.id} /> <span class="count">{plural(one.count, "event")}</span></li>
              ))}
            </ul>
            {of.length > SHOWN && <p class="aside">and {of.length - SHOWN} more</p>}
          </section>
        );
      })}
    </aside>
  );
}
