"""Places by their place noun, their number, the gazetteer, or the preposition before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words import Word

_NUMBER = re.compile(r"(?:[A-Z]{1,4}-)?\d[\d-]*[A-Za-z]?")


def place_noun(context: Context) -> Iterator[Candidate]:
    """Capitals and a place noun after them: "Savetskaya Street", "Wadi Rahba Prison", "Minsk region"."""
    for word in context.words:
        kind = context.lexicon.places.after.get(word.lower)
        if kind is None or not context.claims.free(word.i) or word.gap != " ":
            continue
        if not word.capital and word.lower not in context.lexicon.places.small_after:
            continue
        first = _leftmost(context, word.i)
        after = context.text.after(word.i)
        if first == word.i or (after and context.can_name(after)):
            continue
        lowered = [w.lower for w in context.words[first : word.i]]
        if (
            word.lower in context.lexicon.places.centre_words
            and lowered[-1] not in context.lexicon.places.centres
        ):
            continue
        if not word.capital and all(w in context.lexicon.others.demonyms for w in lowered):
            continue
        yield Candidate(first, word.i + 1, "place", kind)


def _leftmost(context: Context, i: int) -> int:
    first = i
    while (
        first > 0
        and context.words[first].gap in (" ", "' ", "’ ")
        and _can_precede(context, context.words[first - 1])
    ):
        first -= 1
    return first


def _can_precede(context: Context, word: Word) -> bool:
    if word.possessive and word.lower not in ("people", "king", "queen", "women", "men"):
        return False
    ordinal = word.text[:1].isdigit() and word.lower.endswith(("st", "nd", "rd", "th"))
    return ordinal or context.can_name(word)


def place_before(context: Context) -> Iterator[Candidate]:
    """A place noun and capitals after it: "Lake Karasor", "ulitsa Lenina", "Palace of Justice"."""
    places = context.lexicon.places
    for word in context.words:
        if not context.claims.free(word.i):
            continue
        after = context.text.after(word.i)
        kind = places.before.get(word.lower)
        if kind and after and context.can_name(after):
            run = context.run(after.i)
            if word.capital and not context.is_calendar(word):
                yield Candidate(word.i, run.stop, "place", kind)
            elif not word.capital:
                yield Candidate(run.start, run.stop, "place", context.place_kind(run) or kind)
        elif word.capital and word.lower in context.lexicon.places.of_nouns and after and after.lower == "of":
            run = context.run(after.i + 1)
            if run and context.words[run.start].gap == " ":
                yield Candidate(_leftmost(context, word.i), run.stop, "place", "other")


def place_of(context: Context) -> Iterator[Candidate]:
    """A name after "the town of", "the province of": what the noun says."""
    places = context.lexicon.places
    for word in context.words:
        after = context.text.after(word.i)
        if word.lower not in places.of or word.capital or after is None or after.lower != "of":
            continue
        shore = word.lower in context.lexicon.places.shores
        article = context.text.after(after.i)
        run = context.run(after.i + (2 if shore and article and article.lower == "the" else 1))
        if run and context.words[run.start].gap == " ":
            kind = (
                "other" if shore else places.before.get(word.lower) or places.after.get(word.lower) or "city"
            )
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or kind)


def polity(context: Context) -> Iterator[Candidate]:
    """The long name of a country: "Republic of Belarus", "People's Republic of China"."""
    places = context.lexicon.places
    for word in context.words:
        after = context.text.after(word.i)
        if word.lower not in places.polities or not word.capital or after is None or after.lower != "of":
            continue
        start = after.i + 1
        if start < len(context.words) and context.words[start].lower == "the":
            start += 1
        for stop in range(min(start + 4, len(context.words)), start, -1):
            if context.place_kind(range(start, stop)) in ("country", "region"):
                yield Candidate(_polity_start(context, word.i), stop, "place", "country")
                break


def _polity_start(context: Context, i: int) -> int:
    places, demonyms = context.lexicon.places, context.lexicon.others.demonyms
    while (
        i
        and context.words[i].gap in (" ", "'s ", "’s ")
        and context.words[i - 1].capital
        and (
            context.words[i - 1].text.lower() in places.polity_modifiers | demonyms
            or context.words[i - 1].lower + "'s" in places.polity_modifiers
        )
    ):
        i -= 1
    return i


def numbered_place(context: Context) -> Iterator[Candidate]:
    """A numbered prison, camp, hospital or school: "Penal Colony No. 17", "SIZO-1", "School No. 8"."""
    places = context.lexicon.places
    for word in context.words:
        head = word.lower.partition("-")[0]
        if head in ("sizo", "ik", "pkt", "yuk") and word.text[-1:].isdigit() and word.shouted:
            yield Candidate(word.i, word.i + 1, "place", "other")
            continue
        body = word.lower in places.numbered_bodies
        if not (body or word.lower in places.numbered) or not context.claims.free(word.i):
            continue
        stop = _number_after(context, word)
        if stop is None or not (word.capital or word.lower in ("colony", "prison", "jail")):
            continue
        first = _leftmost(context, word.i) if word.capital else word.i
        if (
            not word.capital
            and (before := context.text.before(word.i))
            and before.lower in ("penal", "correctional")
        ):
            first -= 1
        yield Candidate(first, stop, "organization" if body else "place", None if body else "other")


def _number_after(context: Context, word: Word) -> int | None:
    after = context.text.word(word.i + 1)
    if after is None or after.block != word.block:
        return None
    if after.lower in ("no", "nr", "number") and after.gap == " ":
        after = context.text.word(after.i + 1)
    elif after.gap not in (" ", " №", " № ", " #", " No", " N ") or (after.gap == " " and not word.capital):
        return None
    if after is None or not _NUMBER.fullmatch(after.text) or len(after.gap) > 3 or len(after.text) > 9:
        return None
    stop = after.i + 1
    while (more := context.text.word(stop)) and more.gap == "/" and more.text.isdigit():
        stop += 1
    return stop


def located_city(context: Context) -> Iterator[Candidate]:
    """A city of the gazetteer with a locative preposition before it or its country after it."""
    for word in context.words:
        span = _longest(context, word.i, ("city",))
        if span and located(context, span):
            yield Candidate(span.start, span.stop, "place", "city")


def country(context: Context) -> Iterator[Candidate]:
    """A country or region of the gazetteer; a compass word before it belongs to it."""
    yield from _from_gazetteer(context, ("country", "region"))


def city(context: Context) -> Iterator[Candidate]:
    """A city of the gazetteer whose name is no common word or given name, or stands where a place stands."""
    yield from _from_gazetteer(context, ("city",))


def _from_gazetteer(context: Context, kinds: tuple[str, ...]) -> Iterator[Candidate]:
    i = 0
    while i < len(context.words):
        span = _longest(context, i, kinds)
        if span is None:
            i += 1
            continue
        i = span.stop
        if kinds == ("city",) and not _stands_as_place(context, span):
            continue
        first = span.start
        before = context.text.before(first)
        if (
            before
            and before.lower in context.lexicon.places.compass
            and before.capital
            and not before.opening
            and context.claims.free(before.i)
        ):
            first -= 1
        yield Candidate(first, span.stop, "place", context.place_kind(span))


def _longest(context: Context, i: int, kinds: tuple[str, ...]) -> range | None:
    word = context.words[i]
    if (
        not word.text[:1].isupper()
        or not context.claims.free(i)
        or word.lower in context.lexicon.others.months
    ):
        return None
    for stop in range(min(i + 5, len(context.words)), i, -1):
        span = range(i, stop)
        free = all(context.claims.free(k) and context.words[k].gap == " " for k in range(i + 1, stop))
        if free and context.place_kind(span) in kinds:
            return span
    return None


def _stands_as_place(context: Context, span: range) -> bool:
    """Whether a city's name means the city here."""
    word = context.words[span.start]
    if located(context, span):
        return True
    if _beside_name(context, span) or (word.opening and context.is_opener(word)):
        return False
    if len(span) > 1:
        return True
    lexicon = context.lexicon
    if (
        word.lower
        in lexicon.others.not_places
        | lexicon.organizations.heads
        | lexicon.people.roles
        | lexicon.people.titles
    ):
        return False
    return word.text not in context.given_names or word.text in context.large_cities


def _beside_name(context: Context, span: range) -> bool:
    """Whether the words before or after a span run on as a name."""
    before, after = context.text.before(span.start), context.text.after(span.stop - 1)
    if after and context.can_name(after) and not context.words[span.stop - 1].possessive:
        return True
    return bool(
        before
        and context.can_name(before)
        and not before.possessive
        and not before.opening
        and before.lower not in context.lexicon.others.demonyms
    )


def located(context: Context, span: range) -> bool:
    """Whether "in" or the like stands before a span, or a country after it: "in Split", "Salem, India"."""
    before = context.text.before(span.start)
    if before and before.lower in context.lexicon.places.strong_locative:
        following = context.text.after(span.stop - 1)
        return following is None or not context.can_name(following) or len(context.run(following.i)) > 1
    after = context.text.after(span.stop - 1, ", ")
    return bool(after and context.gazetteer.get(after.text) in ("country", "region"))


def unknown_place(context: Context) -> Iterator[Candidate]:
    """An unknown capitalised word after "in", "near", "outside": a place."""
    for word in context.words:
        if word.capital or word.lower not in context.lexicon.places.strong_locative:
            continue
        after = context.text.after(word.i)
        if after is None or not context.can_name(after) or after.lower in context.lexicon.others.demonyms:
            continue
        run = context.run(after.i)
        if (
            len(run) <= 3
            and not any(context.words[i].shouted for i in run)
            and after.text not in context.given_names
        ):
            yield Candidate(run.start, run.stop, "place", context.place_kind(run) or "other")
