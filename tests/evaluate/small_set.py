"""Two small labelled pages, and the faultless dataset of them."""

from __future__ import annotations

from pathlib import Path

from perfect import Tables, perfect_dataset, write_dataset

from pipeline.evaluate import Evaluation, evaluate
from pipeline.evaluate.labels import read_gold

LABELS = Path(__file__).parent / "small" / "labels"


def small() -> Tables:
    """The faultless dataset."""
    pages = LABELS.parent / "pages"
    return perfect_dataset(read_gold(LABELS), lambda page: (pages / f"{page}.txt").read_text("utf-8"))


def measured(tables: Tables, tmp_path: Path) -> Evaluation:
    """The evaluation of a dataset, by the small set's labels."""
    return evaluate(write_dataset(tables, tmp_path / "dataset"), LABELS)
