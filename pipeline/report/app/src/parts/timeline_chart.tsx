import { useMemo, useRef } from "preact/hooks";
import type { Filter, Narrow } from "../data/filter";
import { timelineOf, type Bar } from "../data/timeline";
import type { EventRow } from "../data/types";
import { plural } from "./words";

/** When the events were: bars to narrow the span by, and what no bar can show. */
export function TimelineChart({ events, filter, narrow }: { events: EventRow[]; filter: Filter; narrow: Narrow }) {
  const timeline = useMemo(() => timelineOf(events), [events]);
  const { bars, unit, undated, coarse, highest } = timeline;
  const section = useRef<HTMLElement>(null);
  const show = (change: Partial<Filter>) => {
    narrow(change);
    section.current?.focus({ preventScroll: true });
  };
  const narrowed = Boolean(filter.from || filter.to || filter.undated);
  if (bars.length < 2 && !undated && !narrowed) return null;
  const step = Math.max(1, Math.ceil(bars.length / 14));
  const skipped = bars[0]?.beyond ? 1 : 0;
  return (
    <section class="timeline" tabIndex={-1} ref={section} aria-label={`Events by ${unit}`}>
      <div class="timeline-head">
        <h2>Events by {unit}</h2>
        {narrowed && <button type="button" onClick={() => show({ from: "", to: "", undated: false })}>All dates</button>}
      </div>
      {(bars.length > 1 || narrowed) && (
        <ol class="bars">
          {bars.map((bar, index) => (
            <li key={bar.from} class={bar.beyond ? "beyond" : undefined}>
              <BarButton bar={bar} highest={highest} onClick={() => show({ from: bar.from, to: bar.to, undated: false })} />
              {bar.beyond && <span class="tick" aria-hidden="true">{bar.short}</span>}
              {!bar.beyond && (index - skipped) % step === 0 && (
                <span class={(index - skipped) % (3 * step) ? "tick minor" : "tick"} aria-hidden="true">{tick(bar, bars[index - step])}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      <p class="aside">
        {coarse > 0 && `${plural(coarse, "event is", "events are")} known less exactly than by ${unit} and in no bar. `}
        {undated > 0 && !filter.undated && (
          <button type="button" class="link" onClick={() => show({ undated: true, from: "", to: "" })}>
            {plural(undated, "event", "events")} without a date
          </button>
        )}
      </p>
    </section>
  );
}

function BarButton({ bar, highest, onClick }: { bar: Bar; highest: number; onClick: () => void }) {
  const label = `${bar.label}: ${plural(bar.count, "event")}`;
  return (
    <button type="button" class="column" title={label} aria-label={label} disabled={!bar.count} onClick={onClick}>
      <span style={{ height: `${bar.count ? Math.max(3, (100 * bar.count) / highest) : 0}%` }} />
    </button>
  );
}

/** A label under a bar; the month of a day and the year of a month where it changes. */
function tick(bar: Bar, before: Bar | undefined): string {
  const length = bar.short.length > 3 ? 0 : /^\d/.test(bar.short) ? 7 : 4;
  return before?.from.slice(0, length) === bar.from.slice(0, length) ? bar.short : length ? bar.label : bar.short;
}
