"""Which words may be the name of a person: runs of capitals, and what rules a person out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_LONGEST = 8
_COINED = re.compile(r"^(?!Mac)\w*[a-z]{3}[A-Z]")  # "FactCheck"; no "MacArthur", "DiMaggio"


def is_foreign(context: Context, run: range) -> bool:
    """Whether a run has two words or more, none of them English, a place or an acronym."""
    words = [context.words[i] for i in run]
    if len(words) < 2 or context.place_kind(run) or any(is_no_person(context, word) for word in words):
        return False
    known = context.known
    return not any(w.shouted or known.is_ordinary(w.text) or _is_english(context, w) for w in words)


def _is_english(context: Context, word: Word) -> bool:
    return context.known.is_english(word.text) and context.place_kind(range(word.i, word.i + 1)) is None


def runs(context: Context) -> Iterator[range]:
    """Maximal runs of free words that can name, titles and demonyms left out, particles taken in."""
    stop = 0
    for word in context.text.names:
        if word.i < stop or not context.can_name(word):
            continue
        if not context.is_title(word) and not context.is_demonym(word):
            run = context.person_run(word.i)
            yield run
            stop = run.stop


def person_at(context: Context, i: int, shortest: int = 1) -> Iterator[Candidate]:
    """The person whose name starts at word i, further titles passed over."""
    while i < len(context.words) and context.words[i].capital and context.is_title(context.words[i]):
        after = context.text.after(i, " |. ")
        if after is None:
            return
        i = after.i
    if i >= len(context.words):
        return
    particle = context.words[i].lower in context.lexicon.people.leading and context.leads_to_name(i)
    run = range(i, context.person_run(i + 1 if particle else i).stop)
    if shortest <= len(run) <= _LONGEST and _may_be_person(context, run):
        yield Candidate(run.start, run.stop, "person")


def _may_be_person(context: Context, run: range) -> bool:
    first, last = context.words[run.start], context.words[run.stop - 1]
    kind = context.place_kind(run)
    if all(len(context.words[i].text) == 1 for i in run):
        return False  # "Observer: E. T."
    if is_office(context, run) or (len(run) == 1 and first.lower in context.lexicon.people.titles):
        return False
    if len(run) == 1:
        if first.tag.startswith("VB") and first.lower in context.lexicon.others.openers:
            return False  # a column of a table follows: "editor | Died 2020"
        short = first.shouted and len(first.text) < 6
        if context.is_demonym(first) or kind == "country" or short or first.initial:
            return False
    elif kind in ("country", "region"):
        return False
    organizations = context.lexicon.organizations
    return last.lower not in organizations.heads - organizations.weak_heads and first.text[:1].isalpha()


def is_office(context: Context, run: range) -> bool:
    """Whether a run ends with what its holder is called: "Sessions Judge", "District Commissioner"."""
    people, last = context.lexicon.people, context.words[run.stop - 1].lower
    office = (last in people.titles - people.capital_titles and len(last) > 3) or last in people.roles
    return office and len(run) > 1 and not context.known.is_given(context.words[run.start].text)


def is_no_person(context: Context, word: Word) -> bool:
    """Whether a word makes a phrase something else than a person."""
    lexicon = context.lexicon
    return (
        word.lower in lexicon.organizations.heads
        or word.lower in lexicon.others.heads
        or context.is_demonym(word)
        or word.text in lexicon.organizations.known
        or any(c.isdigit() for c in word.text)
        or _COINED.search(word.text) is not None
    )


def is_thing(context: Context, last: Word) -> bool:
    """Whether a word is an English one that nobody is called: "Amber Skyline"."""
    others = context.lexicon.others
    called = (context.lexicon.people.virtues, others.ambiguous_months, others.weekdays)
    ordinary = last.text.isalpha() and context.known.is_ordinary(last.text)
    return ordinary and not any(last.lower in names for names in called)
