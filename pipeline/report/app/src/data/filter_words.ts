import type { Dataset } from "./dataset";
import type { Filter } from "./filter";

/** What a filter narrows to, as words for a printed list; none where it narrows nothing. */
export function filterWords(data: Dataset, filter: Filter): string[] {
  const { types, person, organization, place, page, from, to, undated, min, max, text } = filter;
  const found: string[] = [];
  if (types.length) found.push(types.map((type) => type.replaceAll("_", " ")).join(" or "));
  if (person) found.push(data.nameOf("person", person));
  if (organization) found.push(data.nameOf("organization", organization));
  if (place) found.push(`in ${data.nameOf("place", place)}`);
  if (page) found.push(`on the page ${data.page(page)?.path ?? page}`);
  if (from) found.push(`from ${from}`);
  if (to) found.push(`to ${to}`);
  if (undated) found.push("without a date");
  if (min > 0 || max < 1) found.push(`confidence ${min} to ${max}`);
  if (text) found.push(`with the words “${text}”`);
  return found;
}
