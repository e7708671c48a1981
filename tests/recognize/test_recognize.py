"""Sentences and the names in them; properties that hold of any text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.recognize import RULES, known, parse_items, phases, recognize
from pipeline.recognize.known import SURNAME, Known
from pipeline.recognize.rule import CORPUS
from pipeline.schema.flow import Block, CleanItem, Mention, Parse

KINDS = {"P": "person", "O": "organization", "L": "place"}
SENTENCES = (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
CASES = [line for line in SENTENCES if line and not line.startswith("#")]
Name = tuple[int, int, str, str]


def read_case(line: str) -> tuple[str, list[Name]]:
    """The text of a marked-up line, and its names as start, end, kind, text."""
    text, names = "", []
    for i, piece in enumerate(re.split(r"\{([POL] [^}]+)\}", line.removeprefix("fails:").strip())):
        if i % 2:
            names.append((len(text), len(text) + len(piece) - 2, KINDS[piece[0]], piece[2:]))
            piece = piece[2:]
        text += piece.replace("⏎", "\n")
    return text, names


def item_of(text: str, number: int = 0, page: str = "page") -> CleanItem:
    """An item whose blocks are the lines of `text`, the first a headline where there are several."""
    blocks, start, lines = [], 0, text.split("\n")
    for i, line in enumerate(lines):
        kind = "headline" if i == 0 and len(lines) > 1 else "body"
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return CleanItem(f"{page}#{number}", page, text, tuple(blocks), (), None, None, None)


@cache
def parses_of(texts: tuple[str, ...]) -> list[Parse]:
    return list(parse_items([item_of(text, i) for i, text in enumerate(texts)]))


def mentions_of(texts: Sequence[str], without: frozenset[str] = frozenset()) -> list[Mention]:
    items = [item_of(text, i) for i, text in enumerate(texts)]
    return recognize(items, parses_of(tuple(texts)), without)


@cache
def names_of_cases() -> dict[str, list[Name]]:
    """What is found in each case; every case stands on a page of its own."""
    texts = [read_case(line)[0] for line in CASES]
    items = [item_of(text, page=f"page-{i}") for i, text in enumerate(texts)]
    found: dict[str, list[Name]] = {}
    for line, item, parse in zip(CASES, items, parse_items(items), strict=True):
        found[line] = [(m.start, m.end, m.entity_kind, m.text) for m in recognize([item], [parse])]
    return found


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, marks=[pytest.mark.xfail()] if line.startswith("fails:") else [], id=line[:70])
        for line in CASES
    ],
)
def test_names(line: str) -> None:
    assert names_of_cases()[line] == read_case(line)[1]


def test_every_rule_can_be_left_out() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    texts = ["The Marsh Lane Residents Association sued.", "Mr Okello was fined in Gulu."]
    with_all = {mention.rule for mention in mentions_of(texts)}
    assert with_all
    for name in sorted(with_all):
        assert name not in {mention.rule for mention in mentions_of(texts, frozenset({name}))}


def test_a_model_that_is_not_installed_is_a_plain_error() -> None:
    with pytest.raises(PipelineError, match=r"no_such_model.*pip install"):
        list(parse_items([item_of("Anything.")], "no_such_model"))


def test_names_of_one_item_help_another_on_the_page() -> None:
    first = "The lawyer Tsehay Worku was arrested in Gondar."
    second = "Worku is held without charge."
    assert [m.text for m in mentions_of([first, second]) if m.item_id == "page#1"] == ["Worku"]


def test_parse_offsets_are_those_of_the_item() -> None:
    item = item_of("Two Held After Rally in Kisumu\nPolice held Achieng Otieno.")
    (parse,) = parse_items([item])
    tokens = [item.text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True)]
    assert tokens == [
        "Two",
        "Held",
        "After",
        "Rally",
        "in",
        "Kisumu",
        "Police",
        "held",
        "Achieng",
        "Otieno",
        ".",
    ]
    assert len(parse.sentence_starts) == 2


def test_an_item_without_text() -> None:
    assert mentions_of([""]) == []


_PIECES = st.sampled_from(
    [
        "Mr",
        "Amina",
        "Okello",
        "the",
        "of",
        "and",
        "Court",
        "“",
        "”",
        '"',
        "(",
        ")",
        "OSCE",
        "No.",
        "17",
        ",",
        ". ",
        "\n",
        "Kampala",
        "March",
        "al-",
        "'s",
        "O.",
        "é",
        "Ж",
        "Street",
        "Committee",
        "in",
        "•",
        "-",
        "  ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_PIECES, max_size=14).map(" ".join), min_size=1, max_size=3))
def test_mentions_slice_back_and_never_overlap(texts: list[str]) -> None:
    items = [item_of(text, i) for i, text in enumerate(texts)]
    parses = list(parse_items(items))
    mentions = recognize(items, parses)
    assert recognize(items[::-1], parses[::-1]) == mentions
    ends: dict[str, int] = {}
    text_of = {item.item_id: item.text for item in items}
    for mention in mentions:
        assert text_of[mention.item_id][mention.start : mention.end] == mention.text.strip() != ""
        assert mention.start >= ends.get(mention.item_id, 0)
        assert (mention.place_kind is not None) == (mention.entity_kind == "place")
        ends[mention.item_id] = mention.end


@pytest.mark.parametrize(
    "unit", ["Court ", "A. ", "“Mr March of ", "Union and ", "Lake of the ", "(Lima, ", "el-Masry "]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    """Fifteen thousand words of one kind, without a model's reading; a quadratic rule would take minutes."""
    item = item_of(unit * (15_000 // len(unit.split())))
    empty = Parse(item.item_id, *((),) * 7, (), ())
    started = perf_counter()
    recognize([item], [empty])
    assert perf_counter() - started < 20


def test_pages_read_again_give_the_same_names() -> None:
    texts = [read_case(line)[0] for line in CASES[:40]]
    items = [item_of(text, number, f"page-{number // 3}") for number, text in enumerate(texts)]
    pairs = list(zip(items, parse_items(items), strict=True))
    pages = [pairs[start : start + 3] for start in range(0, len(pairs), 3)]
    once, never, some = (list(phases.mentions_of(lambda: pages, RULES, kept)) for kept in (100, 0, 7))
    assert once == never == some
    by_place = sorted(once, key=lambda m: (m.item_id, m.start))
    assert by_place == recognize([item for item, _ in pairs], [parse for _, parse in pairs])


def test_rules_that_ask_the_corpus_ask_what_it_is_told_of_pages() -> None:
    """Names with kinds, and family names (`Known.counted`); for more, `Known.changes` must hear of it too."""
    asking = {rule.find_known for rule in RULES if rule.scope == CORPUS}
    assert asking == {known.repeated_body, known.repeated}


def test_a_corpus_hears_all_that_was_counted_and_tells_only_what_differs() -> None:
    one, two, three = Known(), Known(), Known()
    counted = [("Osh", "place", "city", 2), ("Osh", "person", None, 1), ("Bekova", SURNAME, None, 1)]
    one.add(counted)
    assert sorted(one.counted(), key=repr) == sorted(counted, key=repr)
    two.add([*counted, ("Osh", "place", "city", 5)])
    assert one.changes(two) == set()  # it is a city still
    three.add([*counted, ("Osh", "person", None, 5), ("Radio Osh", "organization", None, 1)])
    assert one.changes(three) == {"Osh", "Radio Osh"} | three.words_of_pairs
