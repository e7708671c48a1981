"""Places that a list knows: rivers, mountains and seas with an article, palaces and prisons of the world."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context

_LONGEST = 4


def well_known_place(context: Context) -> Iterator[Candidate]:
    """A palace, square, prison or quarter that is known all over the world: "Casa Rosada", "Evin"."""
    for word in context.free_words():
        if not word.text[:1].isupper():
            continue
        for stop in range(min(word.i + _LONGEST, len(context.words)), word.i, -1):
            if context.known.lexicon.places.known.get(context.text.slice(range(word.i, stop))) == "other":
                after = context.text.after(stop - 1)
                if after is None or not context.can_name(after):
                    yield Candidate(word.i, stop, "place", "other")
                break


def natural_feature(context: Context) -> Iterator[Candidate]:
    """A river, range, sea or desert with an article: "along the Euphrates", "the Nuba and the Altai"."""
    places = context.lexicon.places
    for word in context.free_words():
        article = context.text.before(word.i)
        if not word.capital or word.text not in places.natural or article is None:
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
