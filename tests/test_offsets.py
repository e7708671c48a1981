"""Clean spans lead to raw ones that hold all they say, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.offsets import Alignment
from pipeline.schema.flow import Edit

pieces = st.lists(
    st.tuples(st.text("abc ", max_size=6), st.text("xyz", max_size=4), st.text("XYZ", max_size=4)), max_size=8
)
"""Texts as they are, each followed by a stretch that reads otherwise: (kept, raw, clean)."""


def texts(parts: list[tuple[str, str, str]]) -> tuple[str, str, list[Edit]]:
    """Raw text, clean text and the edits between them."""
    raw = clean = ""
    edits = []
    for kept, old, new in parts:
        raw, clean = raw + kept, clean + kept
        if old or new:
            edits.append(Edit(len(clean), len(clean) + len(new), len(raw), len(raw) + len(old)))
        raw, clean = raw + old, clean + new
    return raw, clean, edits


@given(pieces, st.data())
def test_raw_spans_hold_what_clean_ones_say(parts: list[tuple[str, str, str]], data: st.DataObject) -> None:
    raw, clean, edits = texts(parts)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    left, right = Alignment(edits).to_raw(start, end)
    assert start == end or 0 <= left <= right <= len(raw)
    kept = "".join(c for c in clean[start:end] if c in "abc ")
    assert start == end or "".join(c for c in raw[left:right] if c in "abc ") == kept


@given(pieces, st.data())
def test_kept_characters_come_back_to_where_they_were(
    parts: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    _, clean, edits = texts(parts)
    kept = [i for i, c in enumerate(clean) if c in "abc "]
    if kept:
        at = data.draw(st.sampled_from(kept))
        align = Alignment(edits)
        left, right = align.to_raw(at, at + 1)
        assert right == left + 1
        assert align.to_clean(left, left + 1)[0] == at
