import { useEffect, useState } from "preact/hooks";

/** Where in the page the reader is: `#/event/ID?type=arrest`. */
export interface Route { view: string; id: string; query: URLSearchParams }

export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", id = ""] = path.split("/", 2);
  return { view: view || "events", id: decoded(id), query: new URLSearchParams(query) };
}

/** The address of a view, to link to. */
export function hrefOf(view: string, id = "", query?: URLSearchParams): string {
  const rest = query?.toString();
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ""}${rest ? `?${rest}` : ""}`;
}

/** Go to a view; `replace` leaves no step for the back button, as while typing. */
export function go(href: string, replace = false): void {
  if (replace) location.replace(href);
  else location.hash = href;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}

function decoded(id: string): string {
  try { return decodeURIComponent(id); } catch { return id; }
}
