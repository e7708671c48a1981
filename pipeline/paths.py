"""Where things lie: the raw pages, the rows between stages, the dataset."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one run.

    `curation` and `gold` need not exist: nothing is decided, nothing evaluated.
    """

    raw: Path = Path("raw")
    output: Path = Path("output")
    curation: Path = Path("curation")
    gold: Path = Path("tests/gold/labels")

    def stage(self, table: str) -> Path:
        """The Parquet file of rows that one stage hands to the next."""
        return self.output / "stages" / f"{table}.parquet"

    @property
    def dataset(self) -> Path:
        """The folder of the published tables."""
        return self.output / "dataset"

    @property
    def metrics(self) -> Path:
        """The figures that `dvc metrics show` reads."""
        return self.output / "metrics.json"

    @property
    def cache(self) -> Path:
        """The folder of what is kept between runs; deleting it changes no byte of the dataset."""
        return self.output / ".cache"

    @property
    def memo(self) -> Path:
        """Results remembered between runs."""
        return self.cache / "parses.sqlite"

    @property
    def report(self) -> Path:
        """The review page."""
        return self.output / "report.html"
