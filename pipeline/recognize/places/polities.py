"""Countries by their long names."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context


def polity(context: Context) -> Iterator[Candidate]:
    """The long name of a country: "Republic of Belarus", "People's Republic of China"."""
    for word in context.text.among(context.lexicon.places.polities):
        link = context.text.after(word.i)
        if not word.capital or not context.claims.free(word.i) or not link or link.lower != "of":
            continue
        if _is_peoples(context, word.i):
            continue
        start = link.i + 1
        if start < len(context.words) and context.words[start].lower == "the":
            start += 1
        for stop in range(min(start + 4, len(context.words)), start, -1):
            if context.place_kind(range(start, stop)) in ("country", "region") and _ends(context, stop):
                yield Candidate(_polity_start(context, word.i), stop, "place", "country")
                break


def _is_peoples(context: Context, i: int) -> bool:
    """Whether the union is one of people: "Teachers' Union of Lesotho"."""
    before = context.text.word(i - 1)
    modifiers = context.lexicon.places.polity_modifiers
    return (
        before is not None
        and before.capital
        and context.words[i].gap in ("' ", "’ ", "'s ", "’s ")
        and f"{before.lower}'s" not in modifiers
    )


def _ends(context: Context, stop: int) -> bool:
    """Whether no further capital runs on: not so "Union of Gaza Fishermen"."""
    after = context.text.after(stop - 1)
    return after is None or not context.can_name(after) or context.is_title(after)


def _polity_start(context: Context, i: int) -> int:
    modifiers = context.lexicon.places.polity_modifiers
    while i and context.words[i].gap in (" ", "'s ", "’s "):
        before = context.words[i - 1]
        word = before.lower + ("'s" if before.possessive else "")
        if not before.capital or not (word in modifiers or context.is_demonym(before)):
            break
        i -= 1
    return i
