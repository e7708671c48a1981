"""What is said of a name right after it: ", a weekly in Gondar", "(JZ)"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.people.person_runs import runs

_REACH = 6  # words between a comma and the noun that says what a name is


def described_kind(context: Context) -> Iterator[Candidate]:
    """A body or place that a noun after a comma describes: "Tikur Wuha, an independent weekly"."""
    for run in runs(context):
        kind = None if context.place_kind(run) == "country" else _kind_said(context, run.stop)
        if kind is None or len(run) > 5:
            continue
        if kind == "place" and context.known.is_given(context.words[run.start].text):
            continue
        place = (context.place_kind(run) or "other") if kind == "place" else None
        yield Candidate(run.start, run.stop, kind, place)


def _kind_said(context: Context, i: int) -> str | None:
    if _works(context, i):
        return "organization"
    article = context.text.word(i)
    if article is None or article.gap != ", " or article.lower not in ("a", "an", "the"):
        return None
    lexicon = context.lexicon
    for word in context.words[i + 1 : i + 1 + _REACH]:
        after = context.text.after(word.i)
        compound = word.possessive or (after is not None and after.tag.startswith("NN"))
        if word.gap != " " or (word.capital and not context.is_demonym(word)):
            return None
        if word.lower in lexicon.organizations.described and not compound:
            return "organization"
        if word.lower in lexicon.places.described and not compound:
            return "place"
        if word.lower in lexicon.people.roles or word.tag.startswith(("V", "IN", "W")):
            return None
    return None


def _works(context: Context, i: int) -> bool:
    """Whether ", which" and what bodies do follow: ", which helps migrants"."""
    which, verb = context.text.word(i), context.text.after(i)
    apposed = which is not None and which.gap == ", " and which.lower == "which"
    return apposed and verb is not None and verb.lower in context.lexicon.organizations.works_of_bodies


def spelt_out(context: Context) -> Iterator[Candidate]:
    """A name whose initials follow in brackets, and those: "Justicia Zuliana (JZ)"."""
    heads = context.lexicon.others.heads
    for word in context.free_words():
        closed = word.gap == " (" and context.text.tail(word.i, 1) in (")", ",", ";")
        if not closed or not word.shouted or not word.text.isalpha() or not 2 <= len(word.text) <= 8:
            continue
        first = _first_of(context, word.i, word.text)
        if first is None or any(w.lower in heads for w in context.words[first : word.i]):
            continue
        if context.place_kind(range(first, word.i)) is None:
            yield Candidate(first, word.i, "organization")
            yield Candidate(word.i, word.i + 1, "organization")


def _first_of(context: Context, stop: int, letters: str) -> int | None:
    """The word from which on the capitals before `stop` begin with `letters`, small words passed over."""
    i, left = stop - 1, len(letters)
    while i >= 0 and context.claims.free(i):
        word = context.words[i]
        if word.capital:
            left -= 1
            if word.text[0].upper() != letters[left]:
                return None
            if left == 0:
                return i
        elif word.lower not in context.lexicon.organizations.links | context.lexicon.organizations.inner | (
            context.lexicon.organizations.foreign_links
        ):
            return None
        if word.gap != " ":
            return None
        i -= 1
    return None
