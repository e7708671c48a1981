"""`docs/event-types.md`: what each event type means and which words tell of it, from the data."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.frames.declared import EventType, Frame, load_event_types
from pipeline.extract.frames.frame_check import Pattern

_GLANCE = 3  # words of a frame shown at a glance

_INTRODUCTION = """# Event types

Made from `pipeline/resources/events/*.toml`, one file a type; do not edit this page. A new trigger is a word
in a file's list, a new type a new file: no Python is needed. A file that does not read is refused with its
name and line. First all types at a glance; then how a file is read; then each type with all its words.
"""

_HOW = """
PLOVER's code is the type's, except where words decide (`words/plover.toml`): a statement is ACCUSE, SUPPORT
or CONSULT by what it says, a protest has the mode hunger, strike, boycott, obstruct or riot where its words
say so, a death is ASSAULT only where somebody killed.

## How a file is read

A file has `type`, `meaning`, `plover_event`, `plover_mode`, `example_in`, `example_out`, perhaps `not_in`
(phrases that only look like the event) and frames: `[[verb]]`, `[[noun]]`, `[[adjective]]`.

- `words`: triggers. Of a verb the first word is the verb, the others follow in its clause (`take to
  @police_place`); of a noun the last word is the noun. `@name` stands for a list of `words/classes.toml`.
- `actor`, `target`, `other`: the slots of the clause that hold them: `subject` and `object` (of the sense:
  the object of 'X was beaten' is X), `indirect`, a preposition, for nouns also `poss`, `compound`, and
  `light` (who *held* a picket), `carrier` (the verb that carries the noun), `governor` (who died after a
  hunger strike), `befallen` (who was arrested in a raid);
  `object.owner` is whose flat was searched, `object.organizer` whose march was dispersed;
  `addressee` is a body behind 'at', 'before', 'with', 'to' in the clause (sued at the COURT),
  `object.imposed` on whom the fine was imposed.
- Conditions on verbs: `subject`, `object`, `not_subject`, `not_object` (words or classes), `needs`, `unless`
  (words of the clause), `around` (phrases of the sentence, the one before or after), `voice`, `transitive`
  (a bare past form without object is passive: 'Activist jailed in Minsk'), `ditransitive` ('X denied
  visa'), `polarity = "negative"` (was NOT allowed), `speech`
  (something is said), `predicative` (called it shameful), `named` (told only where somebody is named in it).
- Conditions on nouns: `evidence`, one of which must hold: a `participant` or date (`dated`) with it,
  `definite` or `indefinite` article, `light` verb, subject of a `happening`, `placed`, `during`,
  `headline`, `label` ('Trial: 6 May'), `manner` ('knelt in protest').
- `opens` a "scene", a session of a "court" or a "gathering", and `follows` one: takes its date in the
  sentences after it ("series": as the last act of a series). `personal`: befalls people. `utterance`:
  something is said. `announced`: counts when announced with its date. `reports_speech`, `in_court`: as
  they say. `crowd`: the role ("actor" or "target") of those who gathered, whose gathering 'the sit-in' after
  it means. `on_things`: things are "taken" or access is "barred"; their owner, or who asked, is the target.
  `ordered`: may be done on somebody's orders ('on the orders of X the bank closed the account').
  `occasion`: who speaks at it or in it holds it ('X said at a press conference'). `measured`: so many years,
  so much to pay for each of several people. `endured`, of a noun: its doer is the subject of the verb around
  it ('X died after a hunger strike').

What has people of its own, named or not, takes nobody told of before: 'about 200 villagers blocked the road'
is not the protest of the one named in the sentence before.

Negated, feared, possible, demanded and habitual events are left out by `words/modality.toml`.

An event has the date that governs its trigger; else that of a trigger joined to it in the sentence; else that
of the same noun told of before ('a sit-in on 4 May ... the sit-in was dispersed'); else that of the scene,
session or gathering that goes on; else, in chronicles and lists, the entry's. A date `since` which something
lasts is not the day of what then happened. The words of time are in `words/time.toml`.
"""


def event_types_page() -> str:
    """The page as Markdown."""
    kinds = load_event_types()
    table = ["| type | what | such as | PLOVER |", "| --- | --- | --- | --- |", *map(_row, kinds)]
    return "\n".join([_INTRODUCTION, *table, _HOW, *(line for kind in kinds for line in _section(kind))])


def _row(kind: EventType) -> str:
    """A type at a glance: its first words of two frames each say most."""
    words = [_words(pattern) for frame in kind.frames[:2] for pattern in frame.words[:_GLANCE]]
    few = ", ".join(dict.fromkeys(words[: 2 * _GLANCE]))
    return f"| [{kind.name}](#{kind.name}) | {kind.meaning} | {few} | {_plover(kind)} |"


def _plover(kind: EventType) -> str:
    return ", ".join(part for part in (kind.plover_event, kind.plover_mode) if part) or "none"


def _section(kind: EventType) -> Iterator[str]:
    yield f"## {kind.name}\n"
    yield f"{kind.meaning} PLOVER: {_plover(kind)}.\n"
    yield f"- In: {kind.example_in}"
    yield f"- Out: {kind.example_out}\n"
    yield "| triggers | roles | conditions |"
    yield "| --- | --- | --- |"
    for frame in kind.frames:
        yield f"| {frame.kind}: {_triggers(frame)} | {_roles(frame)} | {_conditions(frame)} |"
    yield ""


def _triggers(frame: Frame) -> str:
    return ", ".join(_words(pattern) for pattern in frame.words)


def _words(pattern: Pattern) -> str:
    return " ".join(_set(words) for words in pattern)


def _set(words: frozenset[str]) -> str:
    """A class by its name, words by themselves."""
    classes = sorted(word for word in words if word.startswith("@"))
    return ", ".join(classes or sorted(words))


def _roles(frame: Frame) -> str:
    return "; ".join(f"{role}: {', '.join(slots)}" for role, slots in frame.roles if slots) or "none"


def _conditions(frame: Frame) -> str:
    told = [
        f"{key}: {', '.join(sorted(word for word in words if word.startswith('@')) or sorted(words))}"
        for key, words in (
            ("subject", frame.subject),
            ("object", frame.object),
            ("not object", frame.not_object),
            ("evidence", frame.evidence),
        )
        if words
    ]
    told += [
        f"{key}: {', '.join(_words(pattern) for pattern in patterns)}"
        for key, patterns in (("needs", frame.needs), ("unless", frame.unless))
        if patterns
    ]
    if frame.around:
        told.append(f"around: {', '.join(frame.around)}")
    if frame.voice != "any":
        told.append(frame.voice)
    if frame.polarity == "negative":
        told.append("negated")
    return "; ".join(told)
