import { go, hrefOf, routeOf } from "../route";

export const PAGE_SIZE = 50;

/** The rows of one page of a list, and which page that is. */
export function paged<Row>(rows: Row[], query: URLSearchParams): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(pages, Math.max(1, Number(query.get("p")) || 1));
  return { rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pages };
}

export function Pager({ page, pages, what }: { page: number; pages: number; what: string }) {
  if (pages < 2) return null;
  const open = (wanted: number) => {
    const { view, id, query } = routeOf(location.hash);
    query.set("p", `${wanted}`);
    go(hrefOf(view, id, query));
    document.querySelector(".list-top")?.scrollIntoView();
  };
  return (
    <nav class="pager" aria-label={`Pages of ${what}`}>
      <button type="button" disabled={page === 1} onClick={() => open(1)}>First</button>
      <button type="button" disabled={page === 1} onClick={() => open(page - 1)}>Previous</button>
      <span>Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}</span>
      <button type="button" disabled={page === pages} onClick={() => open(page + 1)}>Next</button>
      <button type="button" disabled={page === pages} onClick={() => open(pages)}>Last</button>
    </nav>
  );
}
