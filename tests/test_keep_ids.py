"""The ids of one run are kept by the next, through files."""

from __future__ import annotations

from pathlib import Path

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.dataset import Person
from pipeline.stages import DATASET_STAGES, run_stages
from pipeline.steps.keep_ids import write_ledger
from pipeline.storage.dataset import published

FIRST = """Lawyer held

14 March 2019

Police in Minsk detained the lawyer Henadz Barysevich on Tuesday.
Barysevich told reporters that he was beaten.
"""
SECOND = """Two fined

20 March 2019

A court in Minsk fined the lawyer Henadz Ivanavich Barysevich and
the lawyer Henadz Piatrovich Barysevich on Monday.
"""


def test_an_id_outlives_a_fuller_name_and_a_namesake(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "raw", tmp_path / "output", tmp_path / "curation")
    paths.raw.mkdir()
    (paths.raw / "first.txt").write_text(FIRST, encoding="utf-8")
    assert people(paths) == {"henadz-barysevich"}
    _, count, new = write_ledger(paths)
    assert count == new > 1
    (paths.raw / "a-second.txt").write_text(SECOND, encoding="utf-8")
    now = people(paths)
    assert "henadz-barysevich" in now and len(now) == 3
    _, count, new = write_ledger(paths)
    assert count > new >= 2


def people(paths: Paths) -> set[str]:
    """The ids of the people, after a run."""
    run_stages(paths, Params(executor="serial"), DATASET_STAGES, quiet=True)
    return {person.person_id for person in published(paths.dataset, Person)}
