"""Organisations by a number: "teachers of Section 22", "Article 36 condemned the strike"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word


def numbered_body(context: Context) -> Iterator[Candidate]:
    """A noun and number that act or have members; an article of a law does and has not."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        if word.lower not in organizations.numbered and word.lower not in organizations.numbered_always:
            continue
        number = context.text.after(word.i)
        if number is None or not number.text.isdigit() or len(number.text) > 4:
            continue
        verb = context.text.after(number.i)
        if verb is not None and verb.lower == "of":
            continue  # a part of something: "Branch 15 of the court"
        acts = verb is not None and verb.lower in organizations.numbered_after
        if (
            acts
            or word.lower in organizations.numbered_always
            or _owner(context, word).lower in organizations.numbered_after
        ):
            yield Candidate(word.i, number.i + 1, "organization")


def _owner(context: Context, word: Word) -> Word:
    """What is said to be of a name: "teachers" in "teachers of the Section 22"; else the name itself."""
    link = context.text.before(word.i)
    if link and link.lower == "the":
        link = context.text.before(link.i)
    owner = context.text.before(link.i) if link and link.lower in ("of", "from", "at") else None
    return owner or word
