"""Places by their number: "Penal Colony No. 17", "SIZO-1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.places.place_nouns import left_edge
from pipeline.recognize.words.words import Word

_NUMBER = re.compile(r"(?:[A-Z]{1,4}-)?\d[\d-]*[A-Za-z]?")
_SIGNS = (" №", " № ", " #", " N ")


def numbered_place(context: Context) -> Iterator[Candidate]:
    """A numbered prison, camp or school: "Penal Colony No. 17", "SIZO-1", "School No. 14" (a body)."""
    places = context.lexicon.places
    for word in context.free_words():
        if word.text[-1:].isdigit() and word.shouted and word.lower.partition("-")[0] in places.prison_codes:
            yield Candidate(word.i, word.i + 1, "place", "other")
        elif _is_numbered(context, word) and (stop := _number_end(context, word)):
            if word.capital:
                first = left_edge(context, word.i)
            elif word.lower in places.small_numbered:
                before = context.text.before(word.i)
                first = word.i - (before is not None and before.lower in places.small_numbered_modifiers)
            else:
                continue
            body = word.lower in places.numbered_bodies
            yield Candidate(first, stop, "organization" if body else "place", None if body else "other")


def _is_numbered(context: Context, word: Word) -> bool:
    places = context.lexicon.places
    return word.lower in places.numbered or word.lower in places.numbered_bodies


def numbered_road(context: Context) -> Iterator[Candidate]:
    """A road by its number: "National Road 4", "Highway 7"."""
    for word in context.free_names():
        number = context.text.after(word.i) if word.lower in context.lexicon.places.roads else None
        if number is None:
            continue
        if number.text.isdigit() and len(number.text) < 4 and context.claims.free(number.i):
            yield Candidate(left_edge(context, word.i), number.i + 1, "place", "street")


def _number_end(context: Context, noun: Word) -> int | None:
    number = context.text.word(noun.i + 1)
    if number and number.lower in ("no", "nr", "number") and number.gap == " ":
        number = context.text.after(number.i, " |. |.")
    elif number and number.gap not in _SIGNS and not (number.gap == " " and noun.capital):
        return None
    if number is None or not _NUMBER.fullmatch(number.text) or len(number.text) > 9:
        return None
    stop = number.i + 1
    while (more := context.text.word(stop)) and more.gap == "/" and more.text.isdigit():
        stop += 1
    return stop
