"""Measure a dataset by gold labels: precision, recall, F1, and the errors behind each figure."""

from pipeline.evaluate.evaluation import Evaluation, evaluate
from pipeline.evaluate.write import figure_rows, metrics, write_errors, write_metrics

__all__ = ["Evaluation", "evaluate", "figure_rows", "metrics", "write_errors", "write_metrics"]
