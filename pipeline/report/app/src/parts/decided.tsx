import { undo, type Decision } from "../data/decisions";
import { printable } from "../data/printable";

/** A decision that was made, and the way to take it back. */
export function Decided({ decision }: { decision: Decision }) {
  return (
    <p class="decided">
      <span aria-hidden="true">✓ </span><bdi>{printable(decision.says)}</bdi>{" "}
      <button type="button" onClick={() => undo(decision.file, decision.target)}>Undo</button>
    </p>
  );
}
