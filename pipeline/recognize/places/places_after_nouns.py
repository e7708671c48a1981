"""Places by the noun before them: "Lake Karasor", "the town of Gori"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.chains import is_unknown
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.places.gazetteer_spans import past_particle
from pipeline.recognize.places.place_nouns import left_edge
from pipeline.recognize.words.words import Word

_LONGEST_TOWN = 4  # words


def place_before(context: Context) -> Iterator[Candidate]:
    """A place noun and a name after it: "Lake Karasor", "Plaza de Mayo", "Calle 13", "the river Oka"."""
    places = context.lexicon.places
    for word in context.text.among(places.before):
        kind, after = places.before[word.lower], context.text.after(word.i)
        if not context.claims.free(word.i) or after is None or context.is_calendar(word):
            continue
        numbered = after.text.isdigit() and kind == "street"
        office = kind == "region" and word.capital and context.known.is_given(after.text)
        if context.is_title(after) or office or _is_surname(context, word):
            continue  # "Secretary of State Anna Berg", "Carlos Villa Restrepo"
        named = context.can_name(after) or (
            after.lower in places.name_particles and context.leads_to_name(after.i)
        )
        if word.capital and (named or numbered) and not (word.opening and context.is_opener(word)):
            stop = after.i + 1 if numbered else _named_end(context, word, after)
            yield Candidate(word.i, stop, "place", kind)
        elif named and not word.capital:
            run = context.run(after.i)
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or kind)


def _named_end(context: Context, noun: Word, after: Word) -> int:
    """The end of the name that a noun opens, particles taken in: "Salle des Fêtes", "Rruga e Kavajës"."""
    first = after.i
    if context.place_kind(range(noun.i, after.i + 1)) == "city":
        return after.i + 1  # "Phnom Penh"
    while not context.can_name(context.words[first]):
        first += 1
    return max(context.person_run(noun.i).stop, past_particle(context, context.run(first).stop))


def _is_surname(context: Context, noun: Word) -> bool:
    """Whether a given name stands before a noun with a capital, which is then of somebody's name."""
    before = context.text.before(noun.i)
    return before is not None and noun.capital and before.capital and context.known.is_given(before.text)


def place_of(context: Context) -> Iterator[Candidate]:
    """A name after "the town of", "the province of", "the bank of the", "Palace of"."""
    places = context.lexicon.places
    for word in context.free_words():
        link = context.text.after(word.i)
        if link is None or link.lower not in ("of", "to"):
            continue
        article = context.text.after(link.i)
        shore = word.lower in places.shores and article is not None and article.lower == "the"
        monument = link.lower == "to" and article is not None and article.lower == "the"
        run = context.run(link.i + 2 if shore or monument else link.i + 1)
        if not run or context.words[run.start].gap != " ":
            continue
        if word.capital and word.lower in places.of_nouns and not context.is_opener(word):
            yield Candidate(left_edge(context, word.i), run.stop, "place", "other")
        elif link.lower == "of" and (not word.capital or word.opening) and (shore or word.lower in places.of):
            if not shore and context.known.is_ordinary(context.words[run.start].text) and len(run) == 1:
                continue
            kind = (
                "other" if shore else places.before.get(word.lower) or places.after.get(word.lower) or "city"
            )
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or kind)


def seat_of(context: Context) -> Iterator[Candidate]:
    """Where a court or council sits: "Peace Court of Masisi", whose name ends before "of"."""
    located = context.lexicon.organizations.located
    for word in context.free_words():
        owner = context.claims.owner(word.i - 1) if word.lower == "of" and word.gap == " " else None
        seated = owner is not None and owner.kind == "organization"
        if not seated or context.words[word.i - 1].lower not in located:
            continue
        if town := _town_at(context, word.i + 1):
            yield Candidate(town.start, town.stop, "place", context.place_kind(town) or "city")
            continue
        run = context.run(word.i + 1)
        if run and context.words[run.start].gap == " " and is_unknown(context, run):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")


def _town_at(context: Context, i: int) -> range | None:
    """The listed town of two words or more that begins at word i: "Nghe An"."""
    for stop in range(min(i + _LONGEST_TOWN, len(context.words)), i + 1, -1):
        town = range(i, stop)
        joined = all(context.words[j].gap == " " and context.words[j].capital for j in town)
        if joined and all(map(context.claims.free, town)) and context.is_town(town):
            return town
    return None
