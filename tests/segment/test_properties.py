"""What must hold of any page, however odd."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment import segment_page

PIECES = (
    "Police detain editor of provincial weekly",
    "12 May 2013",
    "Posted on May 14, 2013 by admin",
    "14.05.2013 Court fines two teachers for a picket",
    "Two men in plain clothes took the editor from her home in the morning. She was let go at night.",
    "OSH, 3 June 2013 - The city court heard the case of the shepherds without their lawyers on Monday.",
    "3 June 2013: The prosecutor asks for five years in a colony.",
    "Read more",
    "Home | News | Contact",
    "* * *",
    "10:15 The judge enters the room and asks everybody to stand.",
    "1.2. Hearing in the case of the orchard",
    "• The appeal was rejected on Tuesday by the regional court.",
    "Dear Mr President,",
    "Yours sincerely,",
    "Related articles",
    "Вести на русском языке",
    "&laquo; Ñåðâèñ &amp; tea &raquo;",
    "© 2013 Centre for Law",
)
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=25).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["\n", "\n\n", "\r\n", "\r", " \n\n\n"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda ends: "".join(piece + end for piece, end in zip(pieces, ends, strict=True)))
)


def page_of(text: str) -> SourcePage:
    return SourcePage("p", "p.txt", "", None, None, None, "en", text)


def items_of(text: str) -> list[RawItem]:
    return segment_page(page_of(text))[0]


@given(pages)
@settings(max_examples=300, deadline=None)
def test_items_and_rejected_spans_share_out_the_page(text: str) -> None:
    items, rejected = segment_page(page_of(text))
    spans = sorted([(i.start, i.end) for i in items] + [(r.start, r.end) for r in rejected])
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]", "", text[at:start])
        at = end
    assert not re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]", "", text[at:])
    assert all(r.reason and r.text == text[r.start : r.end] for r in rejected)


@given(pages)
@settings(max_examples=200, deadline=None)
def test_blocks_lie_in_order_inside_their_item(text: str) -> None:
    for position, item in enumerate(items_of(text)):
        assert item.position == position
        assert item.blocks[0].start == item.start and item.blocks[-1].end == item.end
        assert (item.published_on is None) == (item.published_precision is None)
        at = item.start
        for block in item.blocks:
            assert at <= block.start < block.end
            at = block.end


LISTING = """Centre for Law, Osh

Our archive

Police detain editor of provincial weekly

May 12, 2013

Two men in plain clothes took the editor from her home. She was let go at night.

The weekly will appear on Friday, her deputy said.

Read more

Court fines two teachers for a picket

May 9, 2013

The city court of Osh fined the teachers two salaries each on Tuesday.

Read more

Contact | Donate
"""


def told(text: str) -> list[tuple[str, object]]:
    return [
        (" ".join(text[b.start : b.end] for b in item.blocks if b.kind == "headline"), item.published_on)
        for item in items_of(text)
    ]


@pytest.mark.parametrize("seed", range(20))
def test_blank_lines_line_ends_and_trailing_spaces_do_not_matter(seed: int) -> None:
    draw = random.Random(seed)
    lines = [line for line in LISTING.split("\n") if line]
    end = draw.choice(["\n", "\r\n", "\r"])
    changed = "".join(
        line + " " * draw.randrange(3) + end * draw.choice([1, 2, 2, 3] if seed % 2 else [2])
        for line in lines
    )
    assert told(changed) == told(LISTING)
    assert [headline for headline, _ in told(LISTING)] == [
        "Police detain editor of provincial weekly",
        "Court fines two teachers for a picket",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "12 May 2013\nCourt fines two teachers\nThe court fined them on Monday.\n\n",
        "(", "1.1.1.", "- ", "&amp;", "<b", "2013-", "12.", "May ", "Â", "a@", "Dear ", "posted on: ",
        "\u00a0\n", "MOSCOW, ", "»", "|", "Read more\n", "http://", "By A ", "...",
    ],
)  # fmt: skip
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        page = page_of(piece * (size // len(piece)))
        begin = time.perf_counter()
        segment_page(page)
        return time.perf_counter() - begin

    seconds(20_000)
    assert seconds(200_000) < 0.5 + 25 * seconds(20_000)
