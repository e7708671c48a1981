"""People by the office that they hold and what it is for: "Minister of Interior X"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.people.person_runs import person_at

_LONGEST_OFFICE = 10  # words after "Minister of"
_OFFICE_LINKS = ("and", "the", "for", "of", "&")


def office_holder(context: Context) -> Iterator[Candidate]:
    """A name after an office and what it is for: "Minister of Interior X", "Secretary of State X"."""
    people = context.lexicon.people
    for word in context.text.among(people.portfolio_holders):
        link = context.text.after(word.i)
        stop = link.i if link is not None and link.lower in ("of", "for") else None
        end = _past_portfolios(context, stop) if stop is not None else None
        after = context.text.word(end) if end is not None else None
        if after is not None and after.gap in (" ", ", ") and context.can_name(after):
            plain = context.known.is_ordinary(after.text) or context.is_title(after)
            shortest = 1 if after.gap == " " and word.capital and not plain else 2
            if not plain and (after.gap == " " or context.known.is_given(after.text)):
                yield from person_at(context, after.i, shortest)


def _past_portfolios(context: Context, link: int) -> int | None:
    """The word after what an office is for, past "and", "the", commas and a further "for"."""
    portfolios, i, last = context.lexicon.people.portfolios, link + 1, None
    while i < min(len(context.words), link + _LONGEST_OFFICE):
        word = context.words[i]
        if word.gap not in (" ", ", ") or not (word.capital or word.lower in _OFFICE_LINKS):
            break
        if word.lower in portfolios:
            last = i + 1
        elif word.lower not in _OFFICE_LINKS:
            break
        i += 1
    return last
