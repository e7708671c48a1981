"""Bodies called by whose they are or what they are for: "Citizens' Bench", "Maat Justice"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_LINKS = ("for", "of", "against", "and", "on", "in")
_GATHERINGS = (
    "march",
    "rally",
    "strike",
    "vigil",
    "walk",
    "protest",
    "caravan",
    "parade",
    "race",
    "lives",
    "war",
)


def owned_by(context: Context) -> Iterator[Candidate]:
    """A people's plural possessive and a common noun, both capital: "Balkan Lawyers’ Exchange"."""
    for word in context.free_names():
        owner = context.text.word(word.i - 1)
        if owner is None or not _is_owner(context, owner, word) or _is_else(context, word):
            continue
        after = context.text.after(word.i)
        if context.can_name(after) or word.possessive or _is_headline(context, word):
            continue
        first = left_edge(context, owner.i) if context.can_name(owner) else owner.i
        if context.claims.free(owner.i) and owner.capital:
            yield Candidate(first, word.i + 1, "organization")


def _is_owner(context: Context, owner: Word, noun: Word) -> bool:
    plural = noun.gap in ("' ", "’ ") and owner.lower.endswith("s")
    owned = plural or (owner.possessive and noun.gap in ("'s ", "’s ") and not owner.lower.endswith("s"))
    return (
        owned
        and owner.lower in context.lexicon.organizations.collective | context.lexicon.organizations.people
    )


def _is_else(context: Context, word: Word) -> bool:
    """Whether a noun is a title, day, prize, right or place, so that the phrase is no body."""
    others, organizations = context.lexicon.others, context.lexicon.organizations
    listed = (
        others.heads
        | others.groups
        | others.quoted_works
        | organizations.topics
        | context.lexicon.people.titles
    )
    placed = context.lexicon.places.after.keys() | context.lexicon.places.before.keys()
    ordinary = context.known.is_english(word.text) and word.tag.startswith("NN")
    return (
        word.lower in listed
        or word.lower in _GATHERINGS
        or word.lower in placed
        or not ordinary
        or context.is_title(word)
    )


def _is_headline(context: Context, word: Word) -> bool:
    return context.text.item.blocks[word.block].kind == "headline"


def cause_last(context: Context) -> Iterator[Candidate]:
    """A word of its own and a cause: "EuroMed Rights", "Maat Justice"; no noun that is of it follows."""
    causes = context.lexicon.organizations.causes | context.lexicon.organizations.topics
    for word in context.free_names():
        name = context.text.before(word.i)
        if word.lower not in causes or name is None or not context.can_name(name) or word.possessive:
            continue
        after, before = context.text.after(word.i), context.text.before(name.i)
        if context.can_name(after) or context.can_name(before) or _is_headline(context, word):
            continue
        compound = after is not None and (after.tag.startswith("NN") or after.lower in _LINKS)
        if not compound and not name.possessive and _is_own(context, name):
            yield Candidate(name.i, word.i + 1, "organization")


def _is_own(context: Context, name: Word) -> bool:
    """Whether a word is no English one, person, title or shouted word, and of some length."""
    known = context.known
    called = known.is_given(name.text) or context.is_title(name) or context.is_demonym(name)
    plain = known.is_ordinary(name.text) or name.text.isupper() or len(name.text) < 4
    return not called and not plain and name.latin and name.lower not in context.lexicon.others.openers
