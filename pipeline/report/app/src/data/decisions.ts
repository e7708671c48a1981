/** What the analyst decided, kept in the browser until it is downloaded as rows for `curation/`. */
export type File = "entities" | "events" | "items" | "mentions";

/** One row to come: its file, what it is about (one decision a target), its cells and how to say it. */
export interface Decision { file: File; target: string; cells: Record<string, string>; says: string }

const KEY = `chronicle-decisions ${location.pathname}`;
let made: Decision[] = load();
const listeners = new Set<() => void>();

export function decisions(): Decision[] { return made; }

export function decisionOn(file: File, target: string): Decision | undefined {
  return made.find((one) => one.file === file && one.target === target);
}

/** Decide, in place of an earlier decision on the same target. */
export function decide(decision: Decision): void {
  keep([...without(decision.file, decision.target), decision]);
}

export function undo(file: File, target: string): void { keep(without(file, target)); }
export function undoAll(): void { keep([]); }

export function onDecision(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function without(file: File, target: string): Decision[] {
  return made.filter((one) => one.file !== file || one.target !== target);
}

function keep(next: Decision[]): void {
  made = next;
  try { localStorage.setItem(KEY, JSON.stringify(made)); } catch { /* a browser that keeps nothing: this visit only */ }
  listeners.forEach((listener) => listener());
}

function load(): Decision[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch { return []; }
}
