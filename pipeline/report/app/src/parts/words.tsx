import { hrefOf } from "../route";
import { useData } from "../context";
import { printable } from "../data/printable";
import type { EventRow, Kind } from "../data/types";

export const KIND_WORDS: Record<Kind, [one: string, many: string]> = {
  person: ["person", "people"], organization: ["organisation", "organisations"], place: ["place", "places"],
};

export function typeName(type: string): string { return type.replaceAll("_", " "); }

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Text of a page in the page's own direction: it cannot turn the text around it. */
export function Foreign({ children }: { children: string }) {
  return <bdi>{printable(children)}</bdi>;
}

export function EntityLink({ kind, id }: { kind: Kind; id: string }) {
  const data = useData();
  return <a class="entity" href={hrefOf(kind, id)}><Foreign>{data.nameOf(kind, id)}</Foreign></a>;
}

/** Who takes part in an event, each with the part taken. */
export function Participants({ event }: { event: EventRow }) {
  const parts = [
    ...event.people.map(([id, role]) => ["person", id, role] as const),
    ...event.organizations.map(([id, role]) => ["organization", id, role] as const),
  ];
  if (!parts.length) return <span class="none">nobody named</span>;
  return (
    <ul class="parts">
      {parts.map(([kind, id, role]) => (
        <li key={`${kind} ${id} ${role}`}><EntityLink kind={kind} id={id} /> <span class={`role ${role}`}>{role}</span></li>
      ))}
    </ul>
  );
}

/** A chance from 0 to 1 as a number and a bar. */
export function Confidence({ value, curated }: { value: number; curated: boolean }) {
  if (curated) return <span class="curated">decided by hand</span>;
  return (
    <span class="confidence">
      <span class="bar" aria-hidden="true"><span style={{ width: `${Math.round(value * 100)}%` }} /></span>
      {value.toFixed(2)}
    </span>
  );
}
