"""A page's repairs: where they are, which of them are told, and the way back to the raw text."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize import normalize_page
from pipeline.offsets import Alignment
from pipeline.schema.flow import Block
from tests.normalize.conftest import item_of, page_of

MESS = "The im\u00adprisoned\u00a0writer &amp; teh polcie.They  said\r\nso so <b>the the</b> Mrs JosÃ© left"


def test_clean_words_lead_back_to_raw_words(normalize: Callable[..., tuple]) -> None:
    raw, item, _ = normalize("Kisumu", MESS, before="Home | News\n", between="\n\n * ")
    to_raw = Alignment(item.edits).to_raw
    told = {word: raw[slice(*to_raw(*item_span))] for word, item_span in _words(item.text)}
    assert told["Kisumu"] == "Kisumu"
    assert told["imprisoned"] == "im\u00adprisoned"
    assert told["&"] == "&amp;"
    assert told["the"] == "the the"
    assert told["police"] == "polcie"
    assert told["They"] == "They"
    assert told["José"] == "JosÃ©"
    assert told["left"] == "left"


def test_blocks_are_lines(normalize: Callable[..., tuple]) -> None:
    _, item, _ = normalize("A  headline", "12 May 2014", "  Body\nof two lines ", before="x ", between="\n")
    assert item.text == "A headline\n12 May 2014\nBody of two lines"
    assert [item.text[b.start : b.end] for b in item.blocks] == item.text.split("\n")


def test_a_block_without_text_is_left_out(normalize: Callable[..., tuple]) -> None:
    _, item, _ = normalize("First", "\u00ad \n", "Last")
    assert item.text == "First\nLast"
    assert item.blocks == (Block("body", 0, 5), Block("body", 6, 10))


def test_corrections_are_told_in_raw_offsets(normalize: Callable[..., tuple]) -> None:
    raw, _, corrections = normalize(MESS, before="Home | News\n")
    told = [(row.original, row.corrected, row.kind) for row in corrections]
    assert told == [
        ("&amp;", "&", "entity"),
        ("teh", "the", "spelling"),
        ("polcie.They", "police. They", "spacing"),
        ("<b>", "", "entity"),
        ("the the", "the", "duplicate"),
        ("</b>", "", "entity"),
        ("Ã©", "é", "encoding"),
    ]
    assert all(raw[row.start : row.end] == row.original for row in corrections)


def test_outside_items_only_spelling_and_encoding_are_told() -> None:
    text = "We recieved the the letters.\nA &amp; B\nHe was freed in CÃ¡diz.\n"
    start = text.index("He was")
    page = page_of(text)
    _, corrections = normalize_page(page, [item_of((start, len(text) - 1))])
    assert [(row.item_id, row.original) for row in corrections] == [(None, "recieved"), ("page#0", "Ã¡")]


def test_the_last_word_of_a_cut_text_stays(normalize: Callable[..., tuple]) -> None:
    assert normalize("He was taken to the hopsital", truncated=True)[1].text.endswith("hopsital")
    assert normalize("He was taken to the hopsital", truncated=False)[1].text.endswith("hospital")


def test_a_word_that_returns_is_a_term(normalize: Callable[..., tuple]) -> None:
    twice = "A mouring crowd sang. The mouring went on."
    assert "mouring" not in normalize(twice)[1].text
    assert "mouring" in normalize(twice + " It was a mouring in the village.")[1].text


PIECES = st.sampled_from(
    [
        "the",
        "the",
        "polcie",
        "said.",
        "He",
        "beaten.Police",
        "&amp;",
        "&quot;",
        "<em>free</em>",
        "â€œnoâ€\x9d",
        "wonâ€™t",
        "im\xadprisoned",
        "Nguyen",
        "\xa0",
        "\r\n",
        "\n",
        "de-",
        "Bogotá",
        "simit",
        "recieved",
        "\u200b",
        "12.05.2014",
        "U.S.",
        "(in",
        "Lagos)",
        "Ã©",
        "á",
        "\t",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(["", "Menu\n", "12. "]))
def test_every_clean_character_leads_to_its_raw_one(blocks: list[str], before: str) -> None:
    spans, raw = [], before
    for block in blocks:
        spans.append((len(raw), len(raw) + len(block)))
        raw += block + "\n\n"
    (item,), _ = normalize_page(page_of(raw), [item_of(*spans)])
    to_raw = Alignment(item.edits).to_raw
    changed = {i for edit in item.edits for i in range(edit.start, edit.end)}
    reached = 0
    for i, character in enumerate(item.text):
        start, end = to_raw(i, i + 1)
        assert reached <= end
        reached = max(reached, start)
        if i not in changed:
            assert raw[start:end] == character


@given(TEXTS)
def test_normalizing_again_changes_nothing(text: str) -> None:
    once, _ = normalize_page(page_of(text), [item_of((0, len(text)))])
    clean = once[0].text
    if clean:
        twice, corrections = normalize_page(page_of(clean), [item_of((0, len(clean)))])
        assert twice[0].text == clean
        assert [row for row in corrections if row.kind != "spelling"] == []


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,9}|was|freed|in|[A-Z]{2,5}", fullmatch=True), min_size=3))
def test_capitalised_words_stay(words: list[str]) -> None:
    text = " ".join(words)
    (item,), _ = normalize_page(page_of(text), [item_of((0, len(text)))])
    capitalised = [word for word in words if word[0].isupper()]
    assert [word for word in item.text.split() if word[0].isupper()] == capitalised


def _words(text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(found.group(), found.span()) for found in re.finditer(r"\w+|&", text)]
