"""Stretches of words that the gazetteer knows, and how sure it is of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.recognize.context import Context

AREAS = ("country", "region")


CITY = ("city",)


def past_particle(context: Context, i: int) -> int:
    """The end of a name that a particle leads on: "San Miguel del Valle"."""
    particle = context.text.after(i - 1)
    if particle is None or particle.lower not in context.lexicon.places.name_particles or particle.capital:
        return i
    leads = context.leads_to_name(particle.i)
    return context.person_run(i - 1).stop if leads else i


def is_certain(context: Context, span: range) -> bool:
    return context.place_kind(span) in AREAS or is_sure(context, context.text.slice(span).title())


def is_sure(context: Context, name: str) -> bool:
    lexicon = context.lexicon
    lower = name.lower()
    if any(
        lower in nouns for nouns in (lexicon.organizations.heads, lexicon.people.roles, lexicon.people.titles)
    ):
        return False
    if name in context.known.large_cities:
        return True
    return name in context.known.sure_cities and not (
        context.known.is_given(name) or context.known.is_common_family(name)
    )


def spans(context: Context, kinds: Collection[str]) -> Iterator[range]:
    stop = 0
    for word in context.text.upper:
        span = longest(context, word.i, kinds) if word.i >= stop else None
        if span:
            yield span
            stop = span.stop


def longest(context: Context, i: int, kinds: Collection[str]) -> range | None:
    """The longest place of some kinds that begins at word i and that nobody claims."""
    if not context.may_be_place(i) or not context.claims.free(i):
        return None
    word = context.words[i]
    if context.is_calendar(word):
        return None
    if word.lower in context.lexicon.others.plain:
        return None
    stop = i + 1
    while stop < min(i + 5, len(context.words)) and context.claims.free(stop) and context.joined(stop):
        stop += 1
    for end in range(stop, i, -1):
        if context.place_kind(range(i, end)) in kinds:
            return range(i, end)
    return None
