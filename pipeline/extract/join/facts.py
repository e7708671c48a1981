"""What a telling says that can speak for or against its being one event with another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from pipeline.extract.join.dates import When, when_of
from pipeline.extract.join.profiles import Profile, Words, load_figures, load_words, profile_of
from pipeline.schema.flow import Entity, Telling

Entities = Mapping[tuple[str, str], Entity]
Who = tuple[str, str]

STEM = 6  # letters: long enough to tell words apart, short enough to join "picket" and "picketers"
COPY_WORDS = 6  # a sentence of fewer telling words may be written twice by chance
HEADLINE_REACH = 200  # characters from the item's start within which a headline stands
TITLE_WORDS = 3
LONG_SENTENCE, LONG_WORD = 2000, 40  # characters read of a text that may be no sentence at all
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]{3,}")
_COUNTED = re.compile(
    r"(?:\s(?:of|the|at least|all|about))*\s(\d{1,3}|[a-z]{3,12})\s(?=[^\W\d_])", re.IGNORECASE
)
_FINAL = tuple(".!?…:;")


@dataclass(frozen=True, slots=True)
class Facts:
    """The evidence of one telling.

    `keyed` are the participants in the role that tells events of the type apart, `opposite` those in
    the role that faces it; `counted` is how many the words behind the trigger say there are. `stems` are the
    beginnings of the sentence's telling words without names and trigger; `title` the words of a long
    trigger such as 'International Day of Solidarity', `titled` tells that it stands there as a name;
    `copy` is the hash of a sentence so long that the same words elsewhere are a copy; `definite` marks
    'the arrest of A', `anaphoric` 'the arrest' or 'his arrest' with nothing more said of it; `newcomers`
    tells that it is about people without a name who are told of for the first time.
    """

    telling: Telling
    profile: Profile
    when: When
    keyed: frozenset[Who]
    opposite: frozenset[Who]
    counted: int | None
    kind: str | None
    figures: frozenset[tuple[float, str]]
    stems: frozenset[str]
    trigger_stems: frozenset[str]
    title: frozenset[str]
    titled: bool
    copy: str | None
    headline: bool
    apart: bool
    definite: bool
    anaphoric: bool
    newcomers: bool


def facts_of(telling: Telling, entities: Entities) -> Facts:
    """The evidence in a telling."""
    profile, words = profile_of(telling.event_type), load_words()
    everyone = frozenset((p.entity_kind, p.entity_id) for p in telling.participants)
    keyed = frozenset((p.entity_kind, p.entity_id) for p in telling.participants if p.role == profile.key)
    facing = "target" if profile.key == "actor" else "actor"
    names = _name_stems(telling, everyone, entities)
    own = stems_of(telling.trigger, words)
    text = telling.sentence[:LONG_SENTENCE]
    sentence = stems_of(text, words)
    before, after = _around(telling)
    definite = any(w.casefold() in words.definite for w in (*before, *telling.trigger.split()[:1]))
    return Facts(
        telling=telling,
        profile=profile,
        when=when_of(telling),
        keyed=keyed,
        opposite=frozenset((p.entity_kind, p.entity_id) for p in telling.participants if p.role == facing),
        counted=_count_after(telling),
        kind=profile.kind_of(telling.trigger),
        figures=_figures(text, profile.figures) if profile.figures else frozenset(),
        stems=sentence - own - names,
        trigger_stems=own - names,
        title=_title(telling.trigger),
        titled=_is_title(telling),
        copy=_copy(text) if len(sentence) >= COPY_WORDS else None,
        headline=_is_headline(telling),
        apart=words.apart.search(" ".join((*before, telling.trigger, *after))) is not None,
        definite=definite,
        newcomers=profile.key in telling.unnamed,
        anaphoric=definite and not any(w.casefold() in words.complement for w in after),
    )


def stems_of(text: str, words: Words) -> frozenset[str]:
    """The beginnings of the words that say what a sentence is about."""
    found = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:STEM] for word in found if word not in words.light)


def _name_stems(telling: Telling, everyone: frozenset[Who], entities: Entities) -> frozenset[str]:
    named = set(everyone)
    if telling.place_id is not None:
        named.add(("place", telling.place_id))
    found = [entities[who] for who in named if who in entities]
    text = " ".join(name for entity in found for name in (entity.name, *entity.aliases))
    return frozenset(word.casefold()[:STEM] for word in _WORD.findall(text))


def _count_after(telling: Telling) -> int | None:
    """'the arrest of THREE farmers': three; None where no number from two up is said."""
    start = max(telling.trigger_start - telling.start, 0) + len(telling.trigger)
    found = _COUNTED.match(telling.sentence, start)
    if found is None:
        return None
    word = found[1].casefold()
    number = load_figures().numbers.get(word)
    value = int(word) if word.isdecimal() else int(number or 0)
    return value if value > 1 else None


def name_words(who: Who, entities: Entities) -> frozenset[str]:
    """The words of someone's name."""
    entity = entities.get(who)
    return frozenset(word.casefold() for word in _WORD.findall(entity.name)) if entity else frozenset()


def _around(telling: Telling) -> tuple[list[str], list[str]]:
    """The word before the trigger and the one after it, none at the sentence's bounds."""
    start = max(telling.trigger_start - telling.start, 0)
    end = start + len(telling.trigger)
    before = telling.sentence[max(start - LONG_WORD, 0) : start].split()
    after = telling.sentence[end : end + LONG_WORD].split()
    return before[-1:], after[:1]


def _is_headline(telling: Telling) -> bool:
    """A sentence near the item's start that no stop ends."""
    text = telling.sentence.rstrip(" \t\"'”’»)]")
    return telling.start <= HEADLINE_REACH and not text.endswith(_FINAL)


def _title(trigger: str) -> frozenset[str]:
    found = frozenset(word.casefold() for word in _WORD.findall(trigger))
    return found if len(found) >= TITLE_WORDS else frozenset()


def _is_title(telling: Telling) -> bool:
    """Capitalised in a sentence that is not: in a headline in capitals nothing is a name for it."""
    capitals = sum(word[:1].isupper() for word in telling.trigger.split())
    small = sum(word[:1].islower() and len(word) > 3 for word in telling.sentence.split())
    return capitals >= 2 and small >= TITLE_WORDS


def _figures(sentence: str, sort: str) -> frozenset[tuple[float, str]]:
    """Terms or sums in numbers: 'four and a half years' and '4.5 years' are (4.5, 'year')."""
    figures = load_figures()
    found = set()
    for number, half, unit in figures.patterns[sort].findall(sentence):
        value = figures.numbers.get(number.casefold())
        if value is None:
            value = _number(number)
        found.add((value + (0.5 if half else 0), unit.casefold()))
    return frozenset(found)


def _number(text: str) -> float:
    """A number in digits; a comma or point before three digits parts thousands."""
    text = _THOUSANDS.sub("", text.rstrip(".,")).replace(",", ".")
    whole, _, part = text.partition(".")
    return float(f"{whole}.{part.replace('.', '') or 0}")


def _copy(sentence: str) -> str:
    return sha256(" ".join(_WORD.findall(sentence.casefold())).encode()).hexdigest()
