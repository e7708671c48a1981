"""Places that a list knows: rivers, mountains and seas with an article, palaces and prisons of the world."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.beginnings import Beginnings
from pipeline.recognize.lexica.lexicon import load_lexicon

_LONGEST = 4


def well_known_place(context: Context) -> Iterator[Candidate]:
    """A palace, square, prison or quarter that is known all over the world: "Casa Rosada", "Evin"."""
    known = context.lexicon.places.known
    for word in context.text.upper:
        if not _known_places().may_begin(context.text.item.text, word.start) or not context.claims.free(
            word.i
        ):
            continue
        for stop in range(min(word.i + _LONGEST, len(context.words)), word.i, -1):
            if known.get(context.text.slice(range(word.i, stop))) == "other":
                after = context.text.after(stop - 1)
                noun = after is not None and after.lower in context.lexicon.places.after
                if after is None or not (noun or context.can_name(after)):
                    yield Candidate(word.i, stop, "place", "other")
                break


@cache
def _known_places() -> Beginnings:
    return Beginnings(name for name, kind in load_lexicon().places.known.items() if kind == "other")


def natural_feature(context: Context) -> Iterator[Candidate]:
    """A river, range, sea or desert with an article: "along the Euphrates", "the Nuba and the Altai"."""
    places = context.lexicon.places
    for word in context.free_names():
        article = context.text.before(word.i) if word.text in places.natural else None
        if article is None:
            continue
        after = context.text.after(word.i)
        ended = after is None or not (context.can_name(after) or after.lower in places.after)
        first = word.i
        if article.capital and article.lower in places.compass:
            first, article = article.i, context.text.before(article.i)
        if article is None or article.lower != "the" or _is_of_a_name(context, article.i):
            continue
        if ended and not word.possessive:
            yield Candidate(first, word.i + 1, "place", "other")


def _is_of_a_name(context: Context, article: int) -> bool:
    """Whether "of the" leads on a capital before it: "Journalists' Union of the Aegean"."""
    link = context.text.before(article)
    before = context.text.before(link.i) if link and link.lower in ("of", "for") else None
    return before is not None and before.capital
