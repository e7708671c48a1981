import { useEffect, useRef } from "preact/hooks";
import { Header } from "./parts/header";
import { useRoute, type Route } from "./route";
import { DecisionsView } from "./views/decisions_view";
import { DoubtfulView } from "./views/doubtful_view";
import { EntitiesView } from "./views/entities_view";
import { EntityView } from "./views/entity_view";
import { EventView } from "./views/event_view";
import { ItemView } from "./views/item_view";
import { EventsView } from "./views/events_view";

export function App() {
  const route = useRoute();
  useFocus(route);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>Skip to the content</a>
      <Header view={route.view} />
      <main id="main" tabIndex={-1}>{viewOf(route)}</main>
    </>
  );
}

function viewOf(route: Route) {
  const { view, id, query } = route;
  if (view === "event") return <EventView key={id} id={id} query={query} />;
  if (view === "person" || view === "organization" || view === "place") {
    return <EntityView key={`${view} ${id}`} kind={view} id={id} query={query} />;
  }
  if (view === "item") return <ItemView key={id} id={id} query={query} />;
  if (view === "people") return <EntitiesView key={view} kind="person" query={query} />;
  if (view === "organizations") return <EntitiesView key={view} kind="organization" query={query} />;
  if (view === "places") return <EntitiesView key={view} kind="place" query={query} />;
  if (view === "doubtful") return <DoubtfulView query={query} />;
  if (view === "decisions") return <DecisionsView />;
  return <EventsView query={query} />;
}

/** A new view takes the focus to its heading; back in a list, to the row that was opened. */
function useFocus(route: Route) {
  const place = `${route.view}/${route.id}`;
  const before = useRef(place);
  const opened = useRef("");
  useEffect(() => {
    const remember = () => { opened.current = document.activeElement?.getAttribute("href") ?? opened.current; };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const row = route.id ? null : document.querySelector<HTMLElement>(`td a[href="${CSS.escape(opened.current)}"]`);
    if (!row) scrollTo(0, 0);
    (row ?? document.querySelector<HTMLElement>("main h1"))?.focus({ preventScroll: !row });
    document.title = `${document.querySelector("main h1")?.textContent ?? "Events"} · Events and their sources`;
  }, [place]);
}

function skip(event: Event) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
