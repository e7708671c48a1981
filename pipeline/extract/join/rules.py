"""When two groups of tellings are one event: within an item, and over items and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from pipeline.extract.join.evidence import Evidence
from pipeline.extract.join.facts import Entities, Who
from pipeline.extract.join.groups import READ, Fit, Group

LIKE_WORDS = 2  # telling words that two sentences share when they speak of one thing
LIKE_SHARE = 0.3  # of the shorter sentence's telling words, for statements on one day
NEXT_SENTENCE = 2  # characters between neighbouring sentences
NEARLY_EQUAL = 0.05  # scores closer than this do not tell two candidates apart


def keys_in_item(group: Group) -> Iterator[int]:
    """Within an item all groups are near; the finer keys serve items with very many."""
    yield _number("item")
    yield from keys_told(group)


def keys_told(group: Group) -> Iterator[int]:
    """The keys under which a group is found: who and when, title, copied sentence.

    Keys are numbers that another run has too, so that they can be kept.
    """
    yield from _words_of(group)
    dates = {
        d for when in group.whens for d in (when.start, when.end if group.profile.lasting else None) if d
    }
    for who in map(_person, group.keyed):
        yield who
        for day in dates:
            yield _key(who, day.toordinal())
            yield _key(who, day.year, day.month)


def keys_sought(group: Group) -> Iterator[int]:
    """The keys under which a group looks for others: no wider than its own date."""
    yield from _words_of(group)
    starts = {when.start for when in group.whens if when.start}
    for who in map(_person, group.keyed):
        if group.rank > 1:
            yield who
        elif group.rank == 1 or group.profile.lasting:
            yield from (_key(who, day.year, day.month) for day in starts)
        else:
            yield from (_key(who, day.toordinal()) for day in starts)


def _words_of(group: Group) -> Iterator[int]:
    yield from (_number(f"copy {copy}") for copy in group.copies)
    yield from (_number(f"title {' '.join(sorted(title))}") for title in group.titles)
    yield from (_key(when.start.toordinal()) for when in group.days if when.start)


def _person(who: Who) -> int:
    return _number(" ".join(who))


def _key(*numbers: int) -> int:
    return hash(numbers)  # of numbers it is the same in every run


@lru_cache(maxsize=2**16)
def _number(text: str) -> int:
    """A number of 64 bits for a text."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def fit_in_item(unit: Group, group: Group, entities: Entities) -> Fit | None:
    """How well two groups of one item and type fit, None where they are two events."""
    headed = unit.headline or group.headline
    seen = Evidence(unit, group, entities, headed)
    if seen.against or seen.newcomers or (seen.strangers and not (unit.profile.public and seen.same_day)):
        return None
    if (headed and not _unknown_speakers(unit, group, seen)) or _tell_one(unit, group, seen):
        return Fit(group, seen.score, seen.same_day, _same_type(unit, group))
    return None


def _unknown_speakers(unit: Group, group: Group, seen: Evidence) -> bool:
    """'Neighbours say' above 'an official said': nobody is named, and nothing else is common."""
    nobody = not (unit.keyed or group.keyed)
    return unit.profile.undated == "never" and nobody and not (seen.same_words or seen.alike)


def _tell_one(unit: Group, group: Group, seen: Evidence) -> bool:
    related = seen.same_words or seen.alike > 0
    if seen.shared:
        return unit.profile.undated != "words" or not unit.profile.kinds or seen.same_day or related
    if seen.same_count and seen.same_words:
        return True
    if seen.same_day and unit.profile.public and (unit.definite or group.definite):
        return True
    if seen.same_day:
        return related or seen.same_place or _gap(unit, group) <= NEXT_SENTENCE
    if seen.same_sentence or (unit.titled != group.titled and not seen.same_stems):
        return False
    if unit.anaphoric and not (unit.keyed or unit.titled) and group.start < unit.start:
        return True
    if unit.profile.public and seen.same_stems:
        return True
    return seen.alike >= LIKE_WORDS or (related and seen.same_place) or (seen.same_words and seen.alike > 0)


def _gap(unit: Group, group: Group) -> int:
    """Characters between the first telling of one group and that of the other."""
    first, last = sorted((unit.facts[0].telling, group.facts[0].telling), key=lambda t: t.start)
    return last.start - first.end


def _same_type(unit: Group, group: Group) -> bool:
    return unit.facts[0].telling.event_type in {facts.telling.event_type for facts in group.facts[:READ]}


def choose_in_item(unit: Group, fits: Sequence[Fit]) -> Group | None:
    """The best fit; of equals the lead event for a headline, the last one told for 'the arrest'."""
    best = max(fit.score for fit in fits)
    equals = [fit.group for fit in fits if best - fit.score < NEARLY_EQUAL]
    if len(equals) == 1:
        return equals[0]
    equals.sort(key=lambda group: group.start)
    if unit.headline:
        return equals[0]
    before = [group for group in equals if group.start < unit.start]
    return before[-1] if before and unit.anaphoric else None


def fit_across(unit: Group, group: Group, entities: Entities) -> Fit | None:
    """How well two groups of different items fit, None where they are or may be two events."""
    seen = Evidence(unit, group, entities)
    elsewhere = seen.copied and not seen.same_sentence  # 'X wrote and Y called' tells of two events
    if seen.against or (seen.strangers and not elsewhere):
        return None
    fit = Fit(group, seen.score + seen.copied, seen.same_day or seen.copied, _same_type(unit, group))
    if seen.copied:
        return fit
    if unit.profile.undated == "never":
        return fit if seen.shared and seen.same_day and seen.share >= LIKE_SHARE else None
    if seen.shared:
        return fit if _same_event_of_same_people(unit, group, seen) else None
    if seen.titled:
        return Fit(group, seen.score, False, _same_type(unit, group))
    return _fit_of_day_and_place(unit, group, seen, fit)


def _same_event_of_same_people(unit: Group, group: Group, seen: Evidence) -> bool:
    if seen.same_day or unit.profile.undated == "participant":
        return True
    if unit.rank == 1 and group.rank <= 1:
        return True
    return seen.same_kind or seen.same_figures or (seen.same_words and seen.alike >= LIKE_WORDS)


def _fit_of_day_and_place(unit: Group, group: Group, seen: Evidence, fit: Fit) -> Fit | None:
    """Groups that share a day but no participant: one event where the place is the same too."""
    public, nobody = unit.profile.public, not (unit.keyed or group.keyed)
    if not (seen.same_day and seen.anonymous):
        return None
    alike = seen.alike >= (1 if seen.both_placed else LIKE_WORDS)
    if (public or nobody) and (seen.same_spot or alike):
        return fit
    referring = any(side.definite and not side.keyed for side in (unit, group))
    referred = referring and seen.same_words and not seen.both_placed
    if referred and (public or seen.alike or seen.same_kind):
        return Fit(group, fit.score, False, fit.same_type)
    return None


def choose_across(unit: Group, fits: Sequence[Fit]) -> Group | None:
    """The best of those that fit on the day; otherwise the only one that fits, or that is of the type."""
    sure = [fit for fit in fits if fit.sure]
    if sure:
        return max(sure, key=lambda fit: fit.score).group
    if len(fits) > 1:
        fits = [fit for fit in fits if fit.same_type]
    return fits[0].group if len(fits) == 1 else None
