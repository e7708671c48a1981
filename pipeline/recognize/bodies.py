"""Organisations by a list of well-known ones, quotation marks, an acronym, or the word for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words, is_cut_off
from pipeline.recognize.head_nouns import stands_in
from pipeline.recognize.left_edge import left_edge
from pipeline.recognize.person_runs import runs
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
            if context.text.slice(span).replace("’", "'") in known and _is_whole(context, span):
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
    if first.shouted:  # "EU Monitoring Mission", but "UN experts", "UN Committee"
        return len(run) < 2 or context.words[run.stop - 1].lower not in organizations.heads
    return not any(context.words[i].lower in strong for i in run)


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
        if after and after.gap[1:] == " " and len(after.gap) == 2 and _is_strong_head(context, after):
            yield Candidate(span.start, after.i + 1, "organization")
            continue
        named = named or _is_part_of(context, before, first)
        follows = after and len(after.gap) == 2 and after.gap[1] == " " and _says_what(context, after)
        work = before is not None and before.lower in context.lexicon.others.quoted_works
        if named or (follows and not work) or context.text.slice(span) in organizations.known:
            yield Candidate(span.start, span.stop, "organization")


def _says_what(context: Context, word: Word) -> bool:
    """Whether a word after a quoted name is what it is, or who belongs to it: '“X” editor'."""
    return _is_kind(context, word) or word.lower in context.lexicon.organizations.employed


def _is_head_of_name(context: Context, word: Word) -> bool:
    """Whether a word before a quoted name is of the name: "Centre “Forest and Law”", not "Newspaper “X”"."""
    heads, kinds = context.lexicon.organizations.heads, context.lexicon.organizations.bare_kinds
    return word.capital and word.lower in heads and not (word.opening and word.lower in kinds)


def _is_strong_head(context: Context, word: Word) -> bool:
    organizations = context.lexicon.organizations
    return word.capital and word.lower in organizations.heads and word.i > 0


def _is_part_of(context: Context, link: Word | None, first: Word) -> bool:
    """Whether a quoted name is what somebody is of: 'coordinator of “X”'."""
    organizations = context.lexicon.organizations
    if link is None or link.lower not in ("of", "for", "at", "with") or first.gap[:1] != " ":
        return False
    noun = context.text.before(link.i)
    if noun is None:
        return False
    if link.lower == "of" and noun.capital and _is_person(context, noun):
        return True
    return noun.lower in organizations.employed or (
        link.lower == "of" and noun.lower in organizations.parts_of
    )


def _is_person(context: Context, last: Word) -> bool:
    """Whether a word ends the name of a person, by the title or the given name: "Adv Lindiwe Moyo"."""
    first = context.person_start(last.i)
    before = context.text.before(first)
    if before is not None and before.capital and before.lower in context.lexicon.people.titles:
        return True
    return has_person_words(context, range(first, last.i + 1)) and first < last.i


def _is_kind(context: Context, word: Word | None) -> bool:
    return word is not None and word.lower in context.lexicon.organizations.kinds_before


def articled(context: Context) -> Iterator[Candidate]:
    """Two capitals or more with "the" before and no noun after, as bodies have it: "the Black Eagles"."""
    for run in runs(context):
        before, after = context.text.before(run.start), context.text.after(run.stop - 1)
        if not 2 <= len(run) <= 5 or before is None or before.lower != "the" or context.place_kind(run):
            continue
        modifies = after is not None and after.tag.startswith("NN") and not after.capital
        words = [context.words[i] for i in run]
        if (
            modifies
            or is_cut_off(context, run)
            or words[-1].possessive
            or words[-1].lower in context.lexicon.others.heads
        ):
            continue
        if context.is_title(words[-1]) or context.is_title(words[0]):
            continue
        if not context.is_modelled(run, *_NO_BODIES) and not any(w.initial for w in words):
            here = stands_in(context, run.start)
            yield Candidate(
                run.start, run.stop, "place" if here else "organization", "other" if here else None
            )


def lone_acronym(context: Context) -> Iterator[Candidate]:
    """Three to six capitals in a sentence that are no known abbreviation: a body's acronym."""
    plain = context.lexicon.organizations.plain_acronyms
    for word in context.free_words():
        stem = word.text.partition("-")[0]
        letters = stem.isalpha() and stem.isupper() and 3 <= len(stem) <= 9
        if not letters or not word.latin or not context.can_name(word) or word.text in plain:
            continue
        before, after = context.text.before(word.i), context.text.after(word.i)
        if len(stem) > 4 and context.known.is_ordinary(stem):
            continue
        loud = any(other is not None and other.shouted for other in (before, after))
        in_name = before is not None and context.can_name(before) and not context.is_demonym(before)
        if not loud and not in_name and not _is_roman(word.text):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_roman(text: str) -> bool:
    return set(text) <= set("IVXLC")


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
