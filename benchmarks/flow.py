"""The pipeline as the benchmarks run it: in a process of its own, on a made-up corpus in a folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from benchmarks.corpus import Size, page, write_corpus
from benchmarks.cost import Cost, cost_of
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.flow import CleanItem
from pipeline.stages import run_stages
from pipeline.storage.tables import count_rows, read_rows


@dataclass(frozen=True, slots=True)
class Flow:
    """A corpus in `folder`/raw and what the pipeline makes of it."""

    folder: Path
    size: Size

    @property
    def paths(self) -> Paths:
        """Where its pages and outputs lie."""
        return Paths(self.folder / "raw", self.folder / "output", self.folder / "curation")

    def cold(self, *options: str) -> Cost:
        """The whole flow, with nothing remembered but the table of places, if it has been made."""
        for path in (*self.paths.output.glob("*"), *self.paths.cache.glob("*")):
            if path.is_file() and path.suffix != TABLE_OF_PLACES:
                path.unlink()
            elif path.is_dir() and path != self.paths.cache:
                rmtree(path)
        return self.again(*options)

    def make_table_of_places(self) -> Cost:
        """What is made once an output folder, whatever its corpus: knowledge, no result of a run."""
        return cost_of((sys.executable, "-c", MAKE_TABLE, str(self.paths.cache)))

    def again(self, *options: str) -> Cost:
        """The whole flow, with whatever was remembered before."""
        return self.stage("run", *options)

    def stage(self, name: str, *options: str) -> Cost:
        """One command of the pipeline; in one process where the options do not say otherwise."""
        paths = self.paths
        folders = {"--raw": paths.raw, "--output": paths.output, "--curation": paths.curation}
        named = (str(part) for pair in folders.items() for part in pair)
        return cost_of((sys.executable, "-m", "pipeline", name, *named, *(options or ONE_PROCESS)))

    def add_page(self, more: int = 0) -> None:
        """Add the page that comes after the last one and `more` others."""
        made = page(self.size.pages + more, self.size.items, self.size.seed)
        path = self.paths.raw / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made.text, encoding="utf-8")

    def texts(self) -> Path:
        """A JSON list of the items' texts as the language model is given them."""
        path = self.folder / "texts.json"
        if not path.exists():
            run_stages(self.paths, Params(executor="serial"), ("read", "segment", "normalize"), quiet=True)
            texts = [item.text for item in read_rows(self.paths.stage("clean"), CleanItem)]
            path.write_text(json.dumps(texts), encoding="utf-8")
        return path

    def rows(self, table: str) -> int:
        """How many rows a table between stages has."""
        return count_rows(self.paths.stage(table))


TABLE_OF_PLACES = ".arrow"

MAKE_TABLE = """
import sys
from pathlib import Path
from pipeline.gazetteer import places_named
from pipeline.given_names import gender_of_given_name
from pipeline.kept import keep_in
from pipeline.normalize import load_words
from pipeline.recognize import load_knowledge
from pipeline.resolve_dates import load_rules
keep_in(Path(sys.argv[1]))
places_named(["Lima"])
gender_of_given_name("Ana")
load_words()
load_knowledge()
load_rules()
"""

ONE_PROCESS = ("--executor", "serial")


def processes(count: int) -> tuple[str, ...]:
    """The options for so many processes."""
    return ("--executor", "processes", "--workers", str(count))


@contextmanager
def flow(size: Size) -> Iterator[Flow]:
    """A corpus of that size in a folder that is deleted in the end; its table of places has been made."""
    with TemporaryDirectory(prefix="benchmark-") as name:
        made = Flow(Path(name), size)
        made.paths.curation.mkdir()
        write_corpus(made.paths.raw, size)
        made.make_table_of_places()
        yield made
