"""Places by their noun: "Savetskaya Street", "Lake Karasor", "the town of Gori"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.head_nouns import stands_in
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_LONGEST = 12
_GAPS = (" ", "' ", "’ ")


def place_noun(context: Context) -> Iterator[Candidate]:
    """Capitals and a place noun after them: "Wadi Rahba Prison", "Minsk region"."""
    places = context.lexicon.places
    for word in context.free_words():
        kind = places.after.get(word.lower) or ("other" if word.lower in places.buildings else None)
        if (
            kind is None
            or not _follows(context, word)
            or not (word.capital or word.lower in places.small_after)
        ):
            continue
        after = context.text.after(word.i)
        compound = context.text.before(word.i)
        stationed = compound is not None and compound.lower in places.station_kinds
        if word.lower in places.after_station_kinds and (word.capital or not stationed):
            continue
        if stationed and context.words[word.i - 1].capital and not word.capital:
            continue  # "Civil Police station" is the body's
        lead = _past_modifiers(context, word, word.i - stationed)
        first = left_edge(context, lead)
        if first == lead or (after and context.can_name(after)):
            continue
        if not word.capital and _is_one_of_some(context, first, lead):
            continue
        if word.lower == "hall" and context.words[word.i - 1].lower in ("city", "town"):
            continue  # an authority unless one is there; see head_noun
        indoors = places.buildings if word.capital else places.buildings | places.worship
        if word.lower in indoors and not stands_in(context, first):
            continue
        if _is_denomination(context, first, word) or _is_of_body(context, first):
            continue
        if context.words[first].lower in context.lexicon.organizations.broadcasts and lead > first + 1:
            continue  # "Radio Silver City"
        if context.text.is_quoted(range(first, word.i + 1)):
            continue  # what is called so; see quoted_name
        if _fits(context, context.words[first:lead], word):
            yield Candidate(first, word.i + 1, "place", kind)


def _follows(context: Context, word: Word) -> bool:
    """Whether a word follows the one before at once, also "women's" and the like."""
    owned = word.gap in ("'s ", "’s ")
    return word.gap in _GAPS or (
        owned and context.words[word.i - 1].lower in context.lexicon.places.custody_modifiers
    )


def _past_modifiers(context: Context, noun: Word, lead: int) -> int:
    """The first of the small words before a place to hold people in: "women's prison"."""
    places = context.lexicon.places
    if noun.capital or noun.lower not in places.custody:
        return lead
    while lead > 0 and _follows(context, context.words[lead]):
        word = context.words[lead - 1]
        if word.capital or word.lower not in places.custody_modifiers:
            break
        lead -= 1
    return lead


def _is_of_body(context: Context, first: int) -> bool:
    """Whether "of" links the words to a body's head noun: "University of the Western Cape"."""
    link = context.text.before(first)
    if link and link.lower == "the":
        link = context.text.before(link.i)
    head = context.text.before(link.i) if link else None
    if link is None or head is None or not head.capital or context.claims.owner(head.i):
        return False
    organizations = context.lexicon.organizations
    heads = organizations.heads - organizations.located
    if link.lower == "of":
        return head.lower in heads - organizations.weak_heads
    if link.lower == "in":
        return head.lower in organizations.topics and not head.opening
    modified = context.text.before(head.i)
    named = head.lower in heads and not head.opening and modified is not None
    leads = modified is not None and (modified.capital or modified.lower == "the")
    return named and leads and link.lower in ("on", "for", "against")


def _is_denomination(context: Context, first: int, noun: Word) -> bool:
    """Whether a church is a faith's and not a building: "the Russian Orthodox Church"."""
    faiths = context.lexicon.organizations.denominations
    before = {word.lower for word in context.words[first : noun.i]}
    return noun.capital and noun.lower == "church" and bool(before & faiths) and not stands_in(context, first)


def _is_one_of_some(context: Context, first: int, noun: int) -> bool:
    """Whether the words before a small noun are no name of its: "a Minsk prison", "Iran prison"."""
    before = context.text.before(first)
    several = before is not None and before.lower in ("a", "an", "another", "some", "any")
    return several or context.place_kind(range(first, noun)) == "country"


def _fits(context: Context, modifiers: tuple[Word, ...], noun: Word) -> bool:
    """Whether the words before a place noun make it a place: not so "Human Rights Centre"."""
    places = context.lexicon.places
    if noun.lower in places.centre_words:
        return modifiers[-1].lower in places.centres
    faiths = context.lexicon.organizations.denominations
    return noun.capital or not all(context.is_demonym(w) or w.lower in faiths for w in modifiers)


def left_edge(context: Context, i: int) -> int:
    """The first of the capitals and ordinals before a place noun."""
    first = i
    while first > max(i - _LONGEST, 0) and context.words[first].gap in _GAPS:
        if not _can_precede(context, context.words[first - 1]):
            break
        first -= 1
    return first


def _can_precede(context: Context, word: Word) -> bool:
    if word.possessive and word.lower not in context.lexicon.organizations.collective:
        return False
    ordinal = word.text[:1].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))
    return ordinal or context.can_name(word)
