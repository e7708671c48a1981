"""Short forms of names told in full elsewhere: a family or given name, a head noun, a body's own word."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.known import Known
from pipeline.recognize.words.words import Word


def surname_alone(context: Context, known: Known) -> Iterator[Candidate]:
    """The family name of someone named in full: "Bialiatski" after "Ales Bialiatski"."""
    for word in context.words:
        if word.text not in known.surnames or not context.claims.free(word.i) or not word.text[:1].isupper():
            continue
        if len(word.text) == 1:
            continue
        if context.is_calendar(word) or (word.opening and word.lower in context.lexicon.others.openers):
            continue
        if context.is_title(word) and _holds(context, word.i + 1):
            continue
        after, before = context.text.after(word.i), context.text.before(word.i)
        if after and context.can_name(after) and not word.possessive:
            continue
        if (
            before
            and before.lower in context.lexicon.places.strong_locative
            and word.text in context.known.gazetteer
        ):
            continue
        yield Candidate(context.person_start(word.i), word.i + 1, "person")


def _holds(context: Context, i: int) -> bool:
    owner = context.claims.owner(i)
    return owner is not None and owner.kind == "person" and context.words[i].gap in (" ", ". ")


def given_alone(context: Context, known: Known) -> Iterator[Candidate]:
    """The given name of someone named in full in the same item: "Leandro" after "Leandro Quintero"."""
    for word in context.words:
        if (
            word.text in known.given
            and context.claims.free(word.i)
            and word.capital
            and not context.is_calendar(word)
        ):
            after = context.text.after(word.i)
            if not (after and context.can_name(after)) and not (word.opening and context.is_opener(word)):
                yield Candidate(word.i, word.i + 1, "person")


def short_body(context: Context, known: Known) -> Iterator[Candidate]:
    """A capital head noun alone: "by the Bureau" anywhere, "The Society" after a body with that head."""
    heads = {
        word.lower()
        for name, counts in known.kinds.items()
        if ("organization", None) in counts
        for word in name.split(" ")
    }
    organizations = context.lexicon.organizations
    foreign = {name.partition(" ")[0].lower() for name in known.kinds} & organizations.foreign_heads & heads
    told = (organizations.heads & heads) - organizations.common_alone
    for word in context.text.among(organizations.short_heads | foreign | told):
        if not context.claims.free(word.i):
            continue
        before, after = context.text.before(word.i), context.text.after(word.i)
        if not before or not word.capital or word.shouted or (after and context.can_name(after)):
            continue
        told_before = word.lower in heads and before.lower in ("the", "this", "our")
        if told_before or (before.text == "the" and word.lower in organizations.short_heads):
            yield Candidate(word.i, word.i + 1, "organization")


def short_name(context: Context, known: Known) -> Iterator[Candidate]:
    """The one telling word of a body named in full: "Mawimbi" after "Radio Mawimbi"; its quoted part."""
    for word in context.free_words():
        if context.can_name(word) and context.text.slice(context.run(word.i)) in known.quoted:
            yield Candidate(word.i, context.run(word.i).stop, "organization")
        elif (
            _is_telling(context, known, word.text)
            and context.can_name(word)
            and len(context.run(word.i)) == 1
            and not _is_in(context, word)
        ):
            yield Candidate(word.i, word.i + 1, "organization")


def _is_in(context: Context, word: Word) -> bool:
    """Whether a word is where something is: "in Ogbete", after "Ogbete Press"."""
    before = context.text.before(word.i)
    return before is not None and before.lower in context.lexicon.places.strong_locative


def _is_telling(context: Context, known: Known, word: str) -> bool:
    """Whether a word of a body's two-word name is no English word, place or name of people."""
    return word in known.words_of_pairs and len(word) > 3 and not _means_else(context, word)


def _means_else(context: Context, word: str) -> bool:
    known, lexicon = context.known, context.lexicon
    if known.is_ordinary(word) or known.is_person_name(word) or word in known.gazetteer:
        return True
    words = lexicon.organizations.heads | lexicon.others.demonyms
    return word.lower() in words
