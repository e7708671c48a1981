import { useMemo } from "preact/hooks";
import { useData, useDecisions } from "../context";
import { doubtsOf } from "../data/doubts";

const VIEWS = [
  ["events", "Events"], ["people", "People"], ["organizations", "Organisations"], ["places", "Places"],
  ["doubtful", "Doubtful"], ["decisions", "Decisions"],
] as const;

const OPENED_FROM: Record<string, string> = {
  event: "events", item: "events", person: "people", organization: "organizations", place: "places",
};

export function Header({ view }: { view: string }) {
  const data = useData();
  const made = useDecisions();
  const doubtful = useMemo(() => Object.values(doubtsOf(data)).reduce((sum, list) => sum + list.length, 0), [data]);
  const current = OPENED_FROM[view] ?? view;
  const counts: Record<string, number> = {
    events: data.events.length, people: data.entities.person.length, decisions: made.length,
    organizations: data.entities.organization.length, places: data.entities.place.length, doubtful,
  };
  return (
    <header class="top">
      <p class="brand">Events <span>and their sources</span></p>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map(([name, label]) => (
            <li key={name}>
              <a href={`#/${name}`} aria-current={name === current ? "page" : undefined}>
                {label}{counts[name] !== undefined && <span class="count">{counts[name]?.toLocaleString("en")}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
