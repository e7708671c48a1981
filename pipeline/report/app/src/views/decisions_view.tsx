import { useData, useDecisions } from "../context";
import { csv, download } from "../data/csv";
import { undoAll, type Decision, type File } from "../data/decisions";
import { Decided } from "../parts/decided";
import { Foreign, plural } from "../parts/words";

const FILES: File[] = ["entities", "events", "mentions", "items"];

/** What was decided in this browser, to download as rows of the curation files. */
export function DecisionsView() {
  const made = useDecisions();
  return (
    <>
      <h1 tabIndex={-1}>{made.length ? `${plural(made.length, "decision")} to download` : "Decisions"}</h1>
      {made.length
        ? <p class="lead">Download each file, add its rows to the file of that name in <code>curation/</code> (or put it there, if you have none yet), and run again.</p>
        : <p class="empty">You have decided nothing in this browser yet. Decide on the page of an event, an item or a name, or under <a href="#/doubtful">Doubtful</a>.</p>}
      <LastRun />
      {FILES.map((file) => <FileOf key={file} file={file} made={made.filter((one) => one.file === file)} />)}
      {made.length > 0 && <button type="button" onClick={() => confirm("Forget all decisions of this browser?") && undoAll()}>Forget all</button>}
    </>
  );
}

function FileOf({ file, made }: { file: File; made: Decision[] }) {
  const columns = useData().curationColumns[file] ?? [];
  if (!made.length) return null;
  return (
    <section class="queue">
      <h2>{file}.csv</h2>
      {made.map((decision) => <Decided key={decision.target} decision={decision} />)}
      <button type="button" class="primary" onClick={() => download(`${file}.csv`, csv(columns, made.map((one) => one.cells)))}>
        Download {file}.csv ({plural(made.length, "row")})
      </button>
    </section>
  );
}

/** What became of the decisions that the last run read in `curation/`. */
function LastRun() {
  const { decided } = useData();
  const lost = decided.filter((row) => !row.applied);
  if (!decided.length) return null;
  return (
    <section class="queue" aria-labelledby="last-run">
      <h2 id="last-run">The last run carried out {decided.length - lost.length} of {plural(decided.length, "decision")}</h2>
      {lost.length > 0 && (
        <ul>
          {lost.map((row) => (
            <li key={`${row.file} ${row.line}`}><code>{row.file}.csv</code> line {row.line}, {row.decision}: <Foreign>{row.problem ?? ""}</Foreign></li>
          ))}
        </ul>
      )}
    </section>
  );
}
