"""With the ledger of a run, no page that is added changes an id, or gives it to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.curation import ledger, ledger_text, load_ids
from pipeline.errors import PipelineError
from pipeline.link import link
from pipeline.schema.linking import KeptId
from tests.link.corpus import corpus
from tests.link.test_pages_added import PAGES_IN_ORDER, Page, Span, spans_by_entity


def owners(pages: Sequence[Page], kept: Sequence[KeptId]) -> dict[Span, str]:
    linked, _, _ = link(*corpus({f"page{number:02}": texts for number, texts in pages}), kept)
    return {(m.entity_kind, m.item_id, m.start): m.entity_id for m in linked}


def ledger_of(pages: Sequence[Page], kept: Sequence[KeptId] = ()) -> list[KeptId]:
    """The ledger after a run: of each entity its first mention."""
    linked, _, _ = link(*corpus({f"page{number:02}": texts for number, texts in pages}), kept)
    first: dict[tuple[str, str], KeptId] = {}
    for m in linked:
        row = KeptId(m.entity_kind, m.entity_id, m.item_id, m.text)
        first.setdefault((m.entity_kind, m.entity_id), row)
    return ledger(kept, first.values())


@given(pages=PAGES_IN_ORDER, data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_stays_what_it_was_keeps_its_id(pages: Sequence[Page], data: st.DataObject) -> None:
    """Pages come one by one in any order: whoever has the mentions that it had, and perhaps more, has its id;
    an id that is given anew was nobody's before."""
    kept: list[KeptId] = []
    before: dict[Span, str] = {}
    there: list[Page] = []
    for page in data.draw(st.permutations(pages)):
        there.append(page)
        after = owners(there, kept)
        old, new = spans_by_entity(before), spans_by_entity(after)
        for entity, spans in old.items():
            now = {(span[0], after[span]) for span in spans}
            others = {before[span] for one in now for span in new[one] if span in before}
            if len(now) == 1 and others == {entity[1]}:
                assert now == {entity}
            assert entity not in new or entity in now, f"{entity} is somebody else now"
        kept = ledger_of(there, kept)
        before = after


def test_a_fuller_name_and_a_namesake_leave_an_id_alone() -> None:
    first = [(5, ["[p Ivan Petrov] left."]), (6, ["[p Juan García] wrote.", "[o CPC] met."])]
    kept = ledger_of(first)
    more = [*first, (1, ["[p Ivan Sergeevich Petrov]. [p Ivan Nikolaevich Petrov]. [p Ivan Petrov]"])]
    more.append((2, ["[p Juan García López], [p Juan García]."]))
    before, after = owners(first, kept), owners(more, kept)
    assert {span: after[span] for span in before} == before
    assert len({entity for (kind, item, _), entity in after.items() if item == "page01#0"}) == 3


def test_a_ledger_reads_as_it_was_written(tmp_path: Path) -> None:
    rows = [
        KeptId("organization", "cpc-ke", "page#0", '=The "CPC", of\nNairobi'),
        KeptId("person", "ales", "page#9", "Алесь"),
    ]
    (tmp_path / "ids.csv").write_text(ledger_text(rows), encoding="utf-8")
    assert load_ids(tmp_path) == rows
    assert load_ids(tmp_path / "none") == []


@pytest.mark.parametrize(
    "text",
    [
        "kind,id\nperson,ales\n",
        "kind,id,item_id,words\nship,ales,a#0,Ales\n",
        "kind,id,item_id,words\nperson,,,\n",
    ],
)
def test_a_ledger_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "ids.csv").write_text(text, encoding="utf-8")
    with pytest.raises(PipelineError, match=r"ids\.csv"):
        load_ids(tmp_path)


def test_ids_of_what_is_gone_are_nobody_elses() -> None:
    kept = [KeptId("person", "ivan-petrov", "gone#0", "Ivan Petrov")]
    after = owners([(1, ["[p Ivan Petrov] left."])], kept)
    assert set(after.values()).isdisjoint({"ivan-petrov"})
