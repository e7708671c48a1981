"""What holds of every telling, whatever the text."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import load_event_types, tell
from pipeline.schema.flow import Block, CleanItem, DateMention, Entity, LinkedMention, Parse

WORDS = (
    "police",
    "arrested",
    "X",
    "the",
    "rally",
    "was",
    "on",
    "Monday",
    ",",
    ";",
    ":",
    ".",
    "who",
    "said",
    "not",
    "his",
    "trial",
    "of",
    "and",
    "“",
    "”",
    "to",
    "fined",
    "held",
    "a",
    "picket",
    "if",
    "(",
    ")",
    "demanded",
)
DEPS = (
    "ROOT",
    "nsubj",
    "dobj",
    "prep",
    "pobj",
    "conj",
    "ccomp",
    "relcl",
    "advcl",
    "appos",
    "compound",
    "acl",
    "punct",
)
TAGS = (
    ("VERB", "VBD"),
    ("VERB", "VBN"),
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("ADP", "IN"),
    ("PUNCT", "."),
    ("AUX", "VBD"),
)


def _item(seed: int, length: int) -> tuple[CleanItem, Parse, list[LinkedMention], list[DateMention]]:
    """A random text with a random, well-formed forest over it."""
    rng = random.Random(seed)
    words = [rng.choice(WORDS) for _ in range(length)]
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    text = " ".join(words)
    cuts = sorted({0, *(rng.randrange(length) for _ in range(length // 12))})
    heads = []
    for first, last in zip(cuts, [*cuts[1:], length], strict=True):
        heads += [first] + [rng.randrange(first, i) for i in range(first + 1, last)]
    deps = ["ROOT" if head == i else rng.choice(DEPS[1:]) for i, head in enumerate(heads)]
    pos, tags = zip(*(rng.choice(TAGS) for _ in words), strict=True)
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    parse = Parse(
        "i", tuple(starts), ends, tuple(words), pos, tags, tuple(deps), tuple(heads), tuple(cuts), ()
    )
    item = CleanItem("i", "p", text, (Block("body", 0, len(text)),), (), None, None, None)
    spans = [(starts[i], ends[i], word) for i, word in enumerate(words)]
    names = [LinkedMention("i", "person", "x", s, e, w, "r") for s, e, w in spans if w == "X"]
    dates = [
        DateMention("i", s, e, w, None, None, None, None, True, None, "r")
        for s, e, w in spans
        if w == "Monday"
    ]
    return item, parse, names, dates


@given(st.integers(0, 10**6), st.integers(1, 80))
@settings(max_examples=60, deadline=None)
def test_tellings_point_into_the_text(seed: int, length: int) -> None:
    item, parse, names, dates = _item(seed, length)
    types = {kind.name for kind in load_event_types()}
    told = tell(item, parse, names, {}, dates)
    for t in told:
        assert item.text[t.trigger_start : t.trigger_end] == t.trigger
        assert item.text[t.start : t.end] == t.sentence
        assert t.event_type in types
        assert 0 <= t.confidence <= 1
        assert t.start <= t.trigger_start < t.trigger_end <= t.end
        assert len({(p.entity_kind, p.entity_id) for p in t.participants}) == len(t.participants)
    assert told == tell(item, parse, list(reversed(names)), {}, dates)


def test_time_grows_with_the_length_of_the_text() -> None:
    def seconds(length: int) -> float:
        arguments = _item(1, length)
        start = time.perf_counter()
        tell(*arguments[:3], {}, arguments[3])
        return time.perf_counter() - start

    seconds(1000)
    short, long = min(seconds(3000) for _ in range(2)), seconds(24000)
    assert long < 8 * 4 * short


def test_an_empty_item_tells_nothing(marked: Callable[[Mapping[str, Any]], Any]) -> None:
    case = marked({"text": "Nothing."})
    entities: Mapping[tuple[str, str], Entity] = {}
    assert tell(case.item, case.parse, [], entities, []) == []
