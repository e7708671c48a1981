"""Organisations named by the country they work in: "PEN Belarus", "Justice Africa"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.lexica.beginnings import Beginnings
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.recognize.words.words import Word

_SHORT = 4  # letters of a word that may be of somebody's name
_LONGEST_NAME = 4  # words of a federation's name


def chapter(context: Context) -> Iterator[Candidate]:
    """A federation or a cause and the country right after it."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        begins = _federations().may_begin(context.text.item.text, word.start)
        longest = min(word.i + _LONGEST_NAME, len(context.words)) if begins else word.i + 1
        for stop in range(longest, word.i, -1):
            name = context.text.slice(range(word.i, stop))
            federated = name in organizations.federations
            cause = not federated and stop == word.i + 1 and _is_own_word(context, word)
            if not cause and not federated:
                continue
            end = country_after(context, stop - 1)
            first = _first(context, word.i) if cause else word.i
            country = end and context.place_kind(range(first, end))  # "Papua New Guinea"
            if end and not country and not (cause and _is_linked(context, word.i)):
                yield Candidate(first, end, "organization")
            break


@cache
def _federations() -> Beginnings:
    return Beginnings(load_lexicon().organizations.federations)


def _first(context: Context, i: int) -> int:
    while i and context.joined(i) and context.can_name(context.words[i - 1]):
        i -= 1
    return i


def _is_own_word(context: Context, word: Word) -> bool:
    """Whether a word before a country makes a name with it: a cause, an acronym, an adjective inside."""
    if word.lower in context.lexicon.organizations.causes or _is_lone_acronym(context, word):
        return True
    if word.opening or not context.can_name(word):
        return False
    if not context.known.is_ordinary(word.text):
        return _is_coined(context, word)
    other = context.is_title(word) or context.is_demonym(word) or word.lower in context.lexicon.places.compass
    return not other and not word.shouted and word.tag.startswith(("NNP", "JJ"))


def _is_coined(context: Context, word: Word) -> bool:
    """Whether a word is no known one of people, places or English: "Centerra Kyrgyzstan"."""
    known, run = context.known, range(word.i, word.i + 1)
    called = known.is_person_name(word.text) or known.is_english(word.text) or context.is_demonym(word)
    listed = context.place_kind(run) or context.is_town(run) or context.is_title(word) or word.shouted
    return len(word.text) > 4 and word.text.isalpha() and word.latin and not called and not listed


def _is_lone_acronym(context: Context, word: Word) -> bool:
    """Whether a word is an acronym among words that are not in capitals: "MISA Malawi"."""
    if not (word.shouted and word.text.isalpha() and 3 <= len(word.text) <= 8 and context.can_name(word)):
        return False
    loud = any(
        other is not None and other.shouted
        for other in (context.text.before(word.i), context.text.after(word.i))
    )
    plain = word.text in context.lexicon.organizations.plain_acronyms or word.text in context.known.gazetteer
    return not (loud or plain or context.is_title(word))


def hyphenated(context: Context) -> Iterator[Candidate]:
    """A body with the place of its branch after a hyphen: "Karapatan-Negros", "Human Rights Forum-Nepal"."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        head, hyphen, place = word.text.rpartition("-")
        if (
            not hyphen
            or not place[:1].isupper()
            or not _is_placed(context, place)
            or context.is_demonym(word)
        ):
            continue
        before = context.text.before(word.i)
        named = before is not None and (before.capital or before.lower in context.lexicon.people.particles)
        if len(head) > _SHORT and head.lower() in organizations.heads:
            yield Candidate(left_edge(context, word.i), word.i + 1, "organization")
        elif not named and not context.place_kind(range(word.i, word.i + 1)) and _is_own_name(context, head):
            yield Candidate(word.i, _past_compass(context, word, place), "organization")


def _is_placed(context: Context, name: str) -> bool:
    """Whether a name is surely a place's: a country, a city that nobody is called, a compass word."""
    known = context.known
    city = name in known.sure_cities and name in known.gazetteer and not known.is_person_name(name)
    area = known.gazetteer.get(name) in ("country", "region") and not known.is_person_name(name)
    return area or city or name.lower() in context.lexicon.places.compass


def _is_own_name(context: Context, head: str) -> bool:
    """Whether the part before the hyphen is a body's: no person's, compass' or nation's, and long enough."""
    others = context.lexicon.others
    listed = head.lower() in others.demonyms | others.prefixes or head in context.known.gazetteer
    short = len(head) <= _SHORT and not head.isupper()
    return not (listed or short or context.known.is_person_name(head)) and head[:1].isupper()


def _past_compass(context: Context, word: Word, place: str) -> int:
    """Past the place that a compass word after the hyphen leads to: "Karapatan-Southern Mindanao"."""
    after = context.text.after(word.i) if place.lower() in context.lexicon.places.compass else None
    return after.i + 1 if after is not None and context.can_name(after) else word.i + 1


def _is_linked(context: Context, i: int) -> bool:
    """Whether a name is linked to another one before it: "House of Free Belarus"."""
    link = context.text.before(i)
    before = context.text.before(link.i) if link and link.lower in ("of", "for", "and") else None
    return before is not None and before.capital


def country_after(context: Context, i: int, cities: bool = False) -> int | None:
    """The end of the country or region that follows word i at once, where the name ends with it."""
    after = context.text.after(i)
    if after is None or context.words[i].possessive or not context.claims.free(after.i):
        return None
    for stop in range(min(after.i + 3, len(context.words)), after.i, -1):
        kind = context.place_kind(range(after.i, stop))
        sure = (
            cities
            and kind == "city"
            and context.text.slice(range(after.i, stop)) in context.known.sure_cities
        )
        if kind in ("country", "region") or sure:
            following = context.text.after(stop - 1)
            ends = following is None or not context.can_name(following) or context.is_title(following)
            return stop if ends and not context.words[stop - 1].possessive else None
    return None
