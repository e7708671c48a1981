/** The rows of the page's data: names and meaning as in the dataset's tables (docs/tables.md). */

export type Kind = "person" | "organization" | "place";

export interface Page {
  page_id: string; path: string; title: string | null; url: string | null; retrieved_on: string | null;
  language: string | null; item_count: number; problem: string | null;
}

export interface Item {
  item_id: string; page_id: string; position: number; headline: string | null; published_on: string | null;
  published_precision: string | null; published_source: string | null; truncated: boolean;
  start: number; end: number; layout: string;
}

export interface Entity {
  kind: Kind; id: string; name: string; aliases: string[]; acronym: string | null; place_kind: string | null;
  country_code: string | null; latitude: number | null; longitude: number | null; mention_count: number;
  item_count: number; first_date: string | null; last_date: string | null; curated: boolean;
  items: number[];
}

export type Part = [id: string, role: string];

export interface EventRow {
  event_id: string; event_type: string; plover_event: string | null; plover_mode: string | null;
  trigger: string; sentence: string; date_start: string | null; date_end: string | null;
  date_precision: string | null; place_id: string | null; item_ids: string[]; mention_count: number;
  confidence: number; curated: boolean; people: Part[]; organizations: Part[];
}

export interface Doubtful { entity_kind: Kind; left_id: string; right_id: string; score: number; reason: string }

/** A name that fits several people of its page; the one that the machine chose is the first. */
export interface Ambiguous { item_id: string; start: number; candidates: string[] }

/** A row of the curation files that the last run read; `problem` says why it was not carried out. */
export interface DecidedRow { file: string; line: number; decision: string; applied: boolean; problem: string | null }

export interface TellingRow {
  event_id: string; item_id: string; trigger: string; trigger_start: number; trigger_end: number;
  start: number; end: number; rule: string;
}

export interface MentionRow {
  item_id: string; entity_kind: Kind; entity_id: string; start: number; end: number; text: string; rule: string;
}

export interface DateRow {
  item_id: string; start: number; end: number; value: string | null; relative: boolean;
  anchor: string | null; rule: string;
}

export interface CorrectionRow {
  start: number; end: number; original: string; corrected: string; kind: string; confidence: number;
}

/** A page with how many characters that may be news are in none of its items. */
export interface LeftOutPage { page: Page; size: number }

export interface RejectedRow { start: number; end: number; reason: string }
