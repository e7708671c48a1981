"""Organisations by a list of well-known ones, quotation marks, an acronym, or the word for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.head_nouns import left_edge
from pipeline.recognize.people import runs
from pipeline.recognize.quotes import quoted
from pipeline.recognize.words import Word

_NO_BODIES = ("LOC", "FAC", "GPE", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "NORP")
_OPENING = frozenset("“\"„«‘'")


def known_body(context: Context) -> Iterator[Candidate]:
    """A full name from the list of bodies that no head noun shows."""
    known = context.lexicon.organizations.known
    for word in context.free_words():
        if not word.capital:
            continue
        for stop in range(min(word.i + 6, len(context.words)), word.i, -1):
            span = range(word.i, stop)
            if context.text.slice(span) in known and _is_whole(context, span):
                first = left_edge(context, word.i) if _takes_modifiers(context, span) else word.i
                yield Candidate(first, stop, "organization")
                break


def _takes_modifiers(context: Context, span: range) -> bool:
    """Whether the capitals before a known body are of its name: "Baku Court of Appeal"."""
    generic = context.lexicon.organizations.heads | {"house", "high", "supreme", "constitutional"}
    return len(span) > 1 and context.words[span.start].lower in generic


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
    return first.shouted or not any(context.words[i].lower in strong for i in run)


def quoted_name(context: Context) -> Iterator[Candidate]:
    """A name in quotation marks after or before what it is: 'the newspaper "X"', '"X" organisation'."""
    organizations = context.lexicon.organizations
    for span, closing in quoted(context.text):
        first = context.words[span.start]
        if len(span) > 7 or not first.text[:1].isupper():
            continue
        before, after = context.text.word(span.start - 1), context.text.word(span.stop)
        named = first.gap[:1] == " " and first.gap[1:] in _OPENING and _is_kind(context, before)
        if named and before and _is_head_of_name(context, before):
            yield Candidate(left_edge(context, before.i), span.stop, "organization", closing=closing)
            continue
        follows = after and len(after.gap) == 2 and after.gap[1] == " " and _is_kind(context, after)
        work = before is not None and before.lower in context.lexicon.others.quoted_works
        if named or (follows and not work) or context.text.slice(span) in organizations.known:
            yield Candidate(span.start, span.stop, "organization")


def _is_head_of_name(context: Context, word: Word) -> bool:
    """Whether a word before a quoted name is of the name: "Centre “Steppe and Law”", not "Newspaper “X”"."""
    return word.capital and not word.opening and word.lower in context.lexicon.organizations.heads


def _is_kind(context: Context, word: Word | None) -> bool:
    return word is not None and word.lower in context.lexicon.organizations.kinds_before


def named_kind(context: Context) -> Iterator[Candidate]:
    """A name after a word for what it is: "the news site Belarus Tide", "NGO Golos"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.bare_kinds or (word.capital and not word.shouted):
            continue
        after = context.text.after(word.i)
        if after is None or not context.can_name(after) or context.is_demonym(after):
            continue
        run = context.run(after.i)
        if len(run) <= 4 and not _is_person(context, run) and context.place_kind(run) != "country":
            yield Candidate(run.start, _past_of(context, run), "organization")
    yield from _kind_after(context)


def _kind_after(context: Context) -> Iterator[Candidate]:
    """A name between "the" and a word for what it is: "the Novosti Aziya website"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.kinds_after or word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        before, run = context.text.before(first), range(first, word.i)
        if not run or before is None or before.lower != "the" or _is_person(context, run):
            continue
        if not context.place_kind(run) and not any(context.is_demonym(context.words[i]) for i in run):
            yield Candidate(first, word.i, "organization")


def part_of(context: Context) -> Iterator[Candidate]:
    """A name that one is a member, head or branch of: "chairperson of Padtrymka"."""
    for word in context.words:
        link = context.text.after(word.i)
        if link is None or not _is_part(context, word, link):
            continue
        after = context.text.after(link.i)
        if after and after.lower == "the":
            after = context.text.after(after.i)
        if (
            after is None
            or not context.can_name(after)
            or context.is_demonym(after)
            or context.is_title(after)
        ):
            continue
        if after.text in context.lexicon.organizations.plain_acronyms:
            continue
        run = _up_to_person(context, context.person_run(after.i))
        stop = _past_of(context, run)
        kind = context.place_kind(range(run.start, stop))
        doubtful = kind == "city" and after.text not in context.known.sure_cities
        if len(run) <= 5 and not _is_person(context, run) and (kind is None or doubtful):
            yield Candidate(run.start, stop, "organization")


def _is_part(context: Context, word: Word, link: Word) -> bool:
    organizations = context.lexicon.organizations
    if word.capital and not word.opening:
        return False  # a title: "the Director of Public Prosecutions"
    if link.lower == "of":
        return word.lower in organizations.parts_of | organizations.employed
    return link.lower in ("for", "with", "at") and word.lower in organizations.employed


def before_role(context: Context) -> Iterator[Candidate]:
    """An unknown name before a word for who belongs to it: "Abahlali branch", "Green Valley activist"."""
    for word in context.words:
        if word.lower not in context.lexicon.organizations.before_roles or word.capital or word.gap != " ":
            continue
        first = left_edge(context, word.i)
        run = range(first, word.i)
        if not run or len(run) > 4 or context.place_kind(run) or _is_person(context, run):
            continue
        words = [context.words[i] for i in run]
        if words[-1].possessive or any(context.is_demonym(w) or context.is_title(w) for w in words):
            continue
        if not all(context.known.is_person_name(w.text) for w in words):
            yield Candidate(run.start, run.stop, "organization")


def told(context: Context) -> Iterator[Candidate]:
    """A single unknown name that somebody told something: a newspaper or agency."""
    for word in context.words:
        after = context.text.after(word.i)
        if word.lower not in ("told", "telling") or after is None or not context.can_name(after):
            continue
        run = context.run(after.i)
        person = any(context.known.is_person_name(context.words[i].text) for i in run)
        if len(run) == 1 and not person and not context.is_demonym(after) and not context.place_kind(run):
            yield Candidate(run.start, run.stop, "organization")


def articled(context: Context) -> Iterator[Candidate]:
    """Two capitals or more with "the" before and no noun after, as bodies have it: "the Black Eagles"."""
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        if not 2 <= len(run) <= 5 or before is None or before.lower != "the" or context.place_kind(run):
            continue
        modifies = after is not None and after.tag.startswith("NN") and not after.capital
        words = [context.words[i] for i in run]
        if modifies or words[-1].possessive or words[-1].lower in context.lexicon.others.heads:
            continue
        if context.is_title(words[-1]) or context.is_title(words[0]):
            continue
        if not context.is_modelled(run, *_NO_BODIES) and not any(w.initial for w in words):
            yield Candidate(run.start, run.stop, "organization")


def lone_acronym(context: Context) -> Iterator[Candidate]:
    """Three to six capitals in a sentence that are no known abbreviation: a body's acronym."""
    plain = context.lexicon.organizations.plain_acronyms
    for word in context.free_words():
        stem = word.text.partition("-")[0]
        letters = stem.isalpha() and stem.isupper() and 3 <= len(stem) <= 6
        if not letters or not word.latin or not context.can_name(word) or word.text in plain:
            continue
        before, after = context.text.before(word.i), context.text.after(word.i)
        loud = any(other is not None and other.shouted for other in (before, after))
        in_name = before is not None and context.can_name(before) and not context.is_demonym(before)
        if not loud and not in_name and not _is_roman(word.text):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_roman(text: str) -> bool:
    return set(text) <= set("IVXLC")


def _up_to_person(context: Context, run: range) -> range:
    """A run without the person named right after: "leader of Padtrymka Ales Zhuk"."""
    for i in run[1:]:
        if context.known.is_given(context.words[i].text) and i + 1 < run.stop:
            return range(run.start, i)
    return run


def _past_of(context: Context, run: range) -> int:
    """The end of what hangs on a name by a link: "Spring of Hope", "Mreža za Promjene"."""
    organizations = context.lexicon.organizations
    link = context.text.after(run.stop - 1)
    after = context.text.after(link.i) if link and not link.capital else None
    if after and link and after.lower == "the" and link.lower in ("of", "for"):
        after = context.text.after(after.i)
    if link is None or after is None or not context.can_name(after):
        return run.stop
    if link.lower in organizations.foreign_links - {"and", "of", "for", "in", "a", "i", "o", "e", "y", "en"}:
        return context.run(after.i).stop
    if link.lower not in ("of", "for"):
        return run.stop
    ordinary = any(context.known.is_ordinary(word.text) for word in (after, context.words[run.stop - 1]))
    return context.run(after.i).stop if ordinary else run.stop


def person_of(context: Context) -> Iterator[Candidate]:
    """A name that a person is of: "Chhim Sarath of Voice of Democracy"."""
    for word in context.words:
        owner = context.claims.owner(word.i - 1) if word.lower == "of" and word.gap == " " else None
        after = context.text.after(word.i)
        if after and after.lower == "the":
            after = context.text.after(after.i)
        if owner is None or owner.kind != "person" or after is None or not context.can_name(after):
            continue
        run = context.run(after.i)
        if not context.place_kind(run) and not context.is_demonym(after) and not _is_person(context, run):
            yield Candidate(run.start, _past_of(context, run), "organization")


def _is_person(context: Context, run: range) -> bool:
    first = context.words[run.start]
    return (
        len(run) > 1
        and (context.known.is_given(first.text) or context.is_title(first))
        and not any(context.known.is_ordinary(context.words[i].text) for i in run)
    )


def acronym(context: Context) -> Iterator[Candidate]:
    """An acronym in brackets after an organisation, and its other mentions in the item."""
    found = {word.text for word in context.words if word.shouted and _explains(context, word)}
    for word in context.free_words():
        if word.text in found:
            yield Candidate(word.i, word.i + 1, "organization")


def _explains(context: Context, word: Word) -> bool:
    owner = context.claims.owner(word.i - 1)
    closed = word.gap in (" (", "” (", '" (', "» (") and context.text.tail(word.i, 1) in (")", ",", ";")
    return closed and owner is not None and owner.kind == "organization"
