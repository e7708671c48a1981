"""A state's own bodies alone with a capital: "The Army said", "arrested by State Security"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.beginnings import Beginnings
from pipeline.recognize.lexica.lexicon import load_lexicon


def bare_body(context: Context) -> Iterator[Candidate]:
    """A state's own body alone with a capital and article: "The Army said"; an embassy by its country."""
    organizations = context.lexicon.organizations
    for word in context.free_words():
        before, after = context.text.before(word.i), context.text.after(word.i)
        if word.capital and (stop := _branch_end(context, word.i)):
            yield Candidate(word.i, stop, "organization")
        if before is None or (after is not None and context.can_name(after)):
            continue
        if word.lower in organizations.embassies and not word.capital and context.is_demonym(before):
            if before.capital and context.claims.free(before.i):
                yield Candidate(before.i, word.i + 1, "organization")
        elif word.capital and word.lower in organizations.bare and before.lower == "the":
            yield Candidate(word.i, word.i + 1, "organization")


@cache
def _branches() -> Beginnings:
    return Beginnings(load_lexicon().organizations.branches)


def _branch_end(context: Context, i: int) -> int | None:
    """The end of a branch of the police or army that stands alone: "State Security"."""
    if not _branches().may_begin(context.text.item.text, context.words[i].start):
        return None
    for stop in (i + 3, i + 2):
        if stop > len(context.words):
            continue
        before, after = context.text.before(i), context.text.after(stop - 1)
        longer = (after and context.can_name(after)) or (before and (before.capital or _hangs(context, i)))
        if not longer and context.text.slice(range(i, stop)) in context.lexicon.organizations.branches:
            return stop
    return None


def _hangs(context: Context, i: int) -> bool:
    """Whether a link joins word i to a capital: "Committee for National Security"."""
    link = context.text.before(i)
    if link is None or link.lower not in context.lexicon.organizations.first_links:
        return False
    head = context.text.before(link.i)
    return link.lower == "of" or (head is not None and head.capital)
