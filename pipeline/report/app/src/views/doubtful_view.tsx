import { useMemo } from "preact/hooks";
import { useData } from "../context";
import { doubtsOf } from "../data/doubts";
import { DoubtfulEvents } from "../parts/doubtful_events";
import { DoubtfulItems } from "../parts/doubtful_items";
import { DoubtfulNames } from "../parts/doubtful_names";
import { DoubtfulPairs } from "../parts/doubtful_pairs";
import { LeftOut } from "../parts/left_out";
import { hrefOf } from "../route";

/** What the machine is unsure of, for the analyst to decide. */
export function DoubtfulView({ query }: { query: URLSearchParams }) {
  const data = useData();
  const limit = Number(query.get("below")) || data.doubtfulBelow;
  const { events, pairs, names, items } = useMemo(() => doubtsOf(data, limit), [data, limit]);
  const queues = [
    ["events", "Uncertain events", events.length], ["pairs", "One or two?", pairs.length],
    ["names", "Whose name?", names.length], ["items", "Uncertain items", items.length],
    ["left-out", "Left out", data.leftOut.length],
  ] as const;
  const show = query.get("show") ?? queues.find(([, , count]) => count)?.[0] ?? "events";
  return (
    <>
      <h1 tabIndex={-1}>Doubtful</h1>
      <p class="lead">
        Decide here, or on the page of any event, item or name. Your decisions are kept in this browser until you download them as rows for
        the files of <code>curation/</code>; the next run carries them out.
      </p>
      <nav class="tabs" aria-label="Queues">
        <ul>
          {queues.map(([name, label, count]) => (
            <li key={name}>
              <a href={hrefOf("doubtful", "", new URLSearchParams({ show: name }))} aria-current={show === name ? "true" : undefined}>
                {label}<span class="count">{count.toLocaleString("en")}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {show === "events" && <DoubtfulEvents events={events} limit={limit} query={query} />}
      {show === "pairs" && <DoubtfulPairs query={query} />}
      {show === "names" && <DoubtfulNames names={names} query={query} />}
      {show === "left-out" && <LeftOut pages={data.leftOut} query={query} />}
      {show === "items" && <DoubtfulItems items={items} query={query} />}
    </>
  );
}
