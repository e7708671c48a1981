"""The parts that layouts are read with: folded lines, written dates, their order, wraps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.schema.flow import SourcePage
from pipeline.segment import segment_page
from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.page_rows import page_rows
from pipeline.segment.publication.order import day_first
from pipeline.segment.text.fold import fold
from pipeline.segment.text.lines import logical_lines


@given(st.text(alphabet=st.sampled_from(list("ab &;<>#amp\u00a0\u00adâ€™é\u200b  ")), max_size=60))
def test_folded_offsets_lead_to_the_raw_characters(raw: str) -> None:
    folded = fold(raw, 7)
    at = 7
    for i, char in enumerate(folded.text):
        start, end = folded.raw(i, i + 1)
        assert at <= start < end <= 7 + len(raw)
        if char.isalpha() and char in "ab":
            assert raw[start - 7 : end - 7] in (char, f"&{char};") or "&" in raw[start - 7 : end - 7]
        at = start
    assert "  " not in folded.text and folded.text == folded.text.strip()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Caf&eacute; &amp; bar", "Café & bar"),
        ("prisonersâ€™ letters", "prisoners’ letters"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a <b>bold</b> word", "a bold word"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("AT&T; stays", "AT&T; stays"),
    ],
)
def test_what_a_reader_sees(raw: str, text: str) -> None:
    assert fold(raw).text == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("4 Aug 12", (2012, 8, 4)),
        ("Aug. 4th, 2012", (2012, 8, 4)),
        ("2011 08/28", (2011, 8, 28)),
        ("2014-08-15T10:00:00Z", (2014, 8, 15)),
        ("30 April - 2 May 2013", (2013, 5, 2)),
        ("May 3-7, 2013", (2013, 5, 7)),
        ("14 de junio de 2013", (2013, 6, 14)),
        ("3 Haziran 2013", (2013, 6, 3)),
        ("12 июня 2013 г.", (2013, 6, 12)),
        ("21-Nov-2008", (2008, 11, 21)),
        ("Tuesday, 9th of March 2010", (2010, 3, 9)),
        ("February 2013", (2013, 2, None)),
    ],
)
def test_written_dates(text: str, parts: tuple[int, int, int | None]) -> None:
    assert [(hit.year, hit.month, hit.day) for hit in find_dates(text)] == [parts]


@pytest.mark.parametrize(
    "text", ["polling station No. 09/131", "version 1.2.3.4", "10:05", "tel. 22-33-44-55", "2012"]
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["13/06/2014 Lake", "01/02/2014 Pond"], True),
        (["06/13/2014 Lake", "01/02/2014 Pond"], False),
        (["04.05.2014 Lake"], True),
        (
            ["05/04/2014 Lake", "They met on May 3, 2014 at the lake.", "It rained on June 2, 2013 too."],
            False,
        ),
        (["05/04/2014 Lake", "They met on 3 May 2014 at the lake."], True),
    ],
)
def test_day_or_month_first(lines: list[str], first: bool) -> None:
    assert day_first(page_rows("\n".join(lines), None).rows) is first


def test_hard_wrapped_paragraphs_are_one_line_and_lists_are_not() -> None:
    text = (
        "The lawyers of the region met on Monday in the house of\n"
        "culture to speak about the new law on the bar, and the\n"
        "minister, who had been invited, did not come to see them\n"
        "there.\n"
        "- one lawyer left\n"
        "- two came back\n"
    )
    said = [text[line.start : line.end].split()[0] for line in logical_lines(text)]
    assert said == ["The", "-", "-"]


def test_a_page_with_a_problem_has_neither_items_nor_rejected_spans() -> None:
    page = SourcePage("p", "p.txt", "", None, None, None, "pl", "12 May 2013\nWiadomość", "not English: pl")
    assert segment_page(page) == ([], [])
