"""Gold pages → their own dataset → figures, and the errors behind each."""

from pipeline.costs import Outcome
from pipeline.evaluate import evaluate, write_metrics
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.stages import DATASET_STAGES, run_stages


def run(paths: Paths, params: Params) -> Outcome:
    """Run the stages on the gold pages and compare with their labels."""
    output = paths.output / "evaluation"
    gold = Paths(raw=paths.gold.parent / "pages", output=output, curation=output / "none")
    run_stages(gold, params, DATASET_STAGES, quiet=True)
    evaluation = evaluate(gold.dataset, paths.gold)
    write_metrics(evaluation, paths.metrics)
    shown = ", ".join(f"{area} {figure.f1:.2f}" for area, figure in evaluation.figures.items())
    return Outcome(f"{shown}; all in {paths.metrics}", 0)
