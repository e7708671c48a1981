const KINDS = [
  ["trigger", "trigger"], ["person", "person"], ["organization", "organisation"], ["place", "place"],
  ["date", "date"], ["correction", "repaired"],
] as const;

/** What the marks in a text mean. */
export function Legend() {
  return (
    <ul class="legend" aria-label="Marks in the texts">
      {KINDS.map(([kind, word]) => <li key={kind}><mark class={kind}>{word}</mark></li>)}
      <li><span class="sentence">sentence</span></li>
    </ul>
  );
}
