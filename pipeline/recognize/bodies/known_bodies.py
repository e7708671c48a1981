"""Organisations by a list of well-known ones that no noun shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.recognize.bodies.body_spans import collective_run
from pipeline.recognize.bodies.chains import past_article
from pipeline.recognize.bodies.chapters import country_after
from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.beginnings import Beginnings
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.recognize.words.words import Word

_GENERIC = {"house", "high", "supreme", "constitutional", "red", "state", "foreign", "home", "security"}
_ENGLISH_LINKS = ("and", "of", "for", "in", "on", "to", "a", "i")
_LONGEST = 9  # words of a well-known body's name


def known_body(context: Context) -> Iterator[Candidate]:
    """A full name from the list of bodies that no head noun shows."""
    known, text = context.lexicon.organizations.known, context.text.item.text
    for word in context.free_names():
        if not _known_bodies().may_begin(text, word.start):
            continue
        for stop in range(min(word.i + _LONGEST, len(context.words)), word.i, -1):
            span = range(word.i, stop)
            if context.text.slice(span).replace("’", "'") in known and _is_whole(context, span):
                first = left_edge(context, word.i) if _takes_modifiers(context, span) else word.i
                yield Candidate(first, _past_country(context, stop), "organization")
                break


@cache
def _known_bodies() -> Beginnings:
    return Beginnings(load_lexicon().organizations.known)


def _past_country(context: Context, stop: int) -> int:
    """Past the country whose only one it is: "National Assembly of Cambodia", "Parliament of Uganda"."""
    link = context.text.after(stop - 1)
    head = context.words[stop - 1].lower
    organizations = context.lexicon.organizations
    federated = context.text.slice(range(max(stop - 2, 0), stop)) in organizations.federations
    if link is None or link.lower != "of" or not (federated or head in organizations.legislatures):
        return stop
    start = past_article(context, link.i + 1)
    return country_after(context, start - 1) or stop


def opens_longer_name(context: Context, span: range) -> bool:
    """Whether a well-known body begins the name of another: "United Nations Working Group on ..."."""
    known, heads = context.lexicon.organizations.known, context.lexicon.organizations.heads
    first = context.words[span.start]
    return context.text.slice(span) in known and first.lower not in heads and not _is_whole(context, span)


def _takes_modifiers(context: Context, span: range) -> bool:
    """Whether the capitals before a known body are of its name: "Baku Court of Appeal"."""
    generic = context.lexicon.organizations.heads | _GENERIC
    return (context.words[span.start].lower in generic and len(span) > 1) or _is_peoples(context, span.start)


def _is_peoples(context: Context, i: int) -> bool:
    """Whether a people's possessive stands before word i: "People's Majlis"."""
    before = context.text.word(i - 1)
    collective = before is not None and before.lower in context.lexicon.organizations.collective
    return collective and before is not None and before.possessive and before.capital


def _is_whole(context: Context, span: range) -> bool:
    """Not part of a longer phrase with a head noun of its own, nor a head noun at an opening."""
    organizations = context.lexicon.organizations
    first = context.words[span.start]
    before, after = context.text.before(span.start), context.text.after(span.stop - 1)
    if first.lower in organizations.heads:
        beside = (before and context.can_name(before)) or (after and context.can_name(after))
        chained = after and after.lower in ("of", "for") and len(span) == 1
        return len(span) > 1 or not (beside or chained or first.opening)
    run = context.run(after.i) if after else range(0)
    strong = organizations.heads - organizations.weak_heads
    if len(span) == 1 and after and context.can_name(after) and context.known.is_given(first.text):
        return False  # "Vesna Kovač"
    if run and any(context.words[i].lower in context.lexicon.places.after for i in run[:2]):
        return False  # "Great National Assembly Square"
    if first.shouted and len(span) == 1 and after and _heads_chain(context, after):
        return False
    if first.shouted:  # "EU Monitoring Mission", but "UN experts", "UN Committee"
        run = collective_run(context, after.i) if after and context.can_name(after) else range(0)
        return len(run) < 2 or not any(context.words[i].lower in organizations.heads for i in run)
    if after and context.can_name(after) and not context.is_title(after) and not context.is_demonym(after):
        return bool(country_after(context, span.stop - 1))  # "Irrawaddy Dawn"
    if after and not after.capital and context.leads_to_name(after.i):
        return after.lower in _ENGLISH_LINKS  # "El Faro del Sur"
    return not any(context.words[i].lower in strong for i in run)


def _heads_chain(context: Context, head: Word) -> bool:
    """Whether a head noun has its own field after it: "OSCE Office for Democratic Institutions"."""
    link = context.text.after(head.i)
    if link is None or not head.capital or head.lower not in context.lexicon.organizations.heads:
        return False
    field = context.text.after(link.i)
    return link.lower in ("for", "on", "against") and field is not None and context.can_name(field)
