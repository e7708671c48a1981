"""Organisations by quotation marks: 'the newspaper "X"', '"X" organisation', 'a group calling itself "X"'."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.bodies.named_kinds import is_compound
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.words.quotes import quoted
from pipeline.recognize.words.words import Word

_OPENING = frozenset("“\"„«‘'")
_SELF = ("itself", "themselves")


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
    """Whether a quoted name is what one is of or calls oneself: 'member of “X”', 'calling itself “X”'."""
    organizations = context.lexicon.organizations
    if link is not None and first.gap[:1] == " " and link.lower in _SELF:
        return True
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
    return word is not None and (
        word.lower in context.lexicon.organizations.kinds_before or is_compound(context, word)
    )
