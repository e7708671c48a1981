"""People by what stands before the name or what they do: titles, roles, aliases, speech."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.people.person_runs import is_foreign, is_thing, person_at, runs
from pipeline.recognize.words.words import Word

_LONGEST_SHORT = 4  # letters of an English title that is written short: "Capt. X", no "the judge. X"
_OF_PLACES = frozenset(("pak", "luang", "sen", "mae", "don", "phra", "san", "king"))
"""Titles that begin names of places too."""

_RANKS = ("col", "gen", "maj", "lt", "cdr", "capt")  # after another one: "Lt Col"


def titled(context: Context) -> Iterator[Candidate]:
    """A name after a title: "Mr March", "Judge Nadzeya Brylko", "Dr. Rania Shahin"."""
    people = context.lexicon.people
    for word in context.text.among(people.titles):
        if word.possessive or _is_doubled(context, word):
            continue
        if word.lower in people.capital_titles and (not word.capital or _inside_name(context, word)):
            continue
        spelt_out = len(word.text) > _LONGEST_SHORT and context.known.is_english(word.text)
        after = context.text.after(word.i, " " if spelt_out else " |. ")
        if (
            after
            and after.lower not in people.after_no_title
            and (word.text[:1].isupper() or after.gap == " ")
            and after.lower not in context.lexicon.organizations.parts_of
        ):
            name = range(word.i, context.run(after.i).stop)
            if len(name) > 1 and word.capital and _is_place(context, name):
                yield Candidate(name.start, name.stop, "place", context.place_kind(name) or "city")
                continue
            further = after.lower in _RANKS and len(context.run(after.i)) > 2
            yield from person_at(context, after.i + further)


def _is_place(context: Context, name: range) -> bool:
    """Whether title and name are a place's: "in Luang Namtha", "of Pak Mun"."""
    before = context.text.before(name.start)
    located = before is not None and before.lower in context.lexicon.places.strong_locative
    return context.is_listed_place(name) or (located and context.words[name.start].lower in _OF_PLACES)


def _is_doubled(context: Context, word: Word) -> bool:
    """Whether a title is said twice, as names are and titles are not: "Tun Tun Naing", "Ma Ma Lay"."""
    beside = context.text.before(word.i), context.text.after(word.i)
    return any(other is not None and other.lower == word.lower for other in beside)


def _inside_name(context: Context, word: Word) -> bool:
    before = context.text.before(word.i)
    return before is not None and context.can_name(before) and not context.is_title(before)


def role(context: Context) -> Iterator[Candidate]:
    """A name after a role or kin word: "the poet X", "his wife, X", "students X and Y"."""
    people = context.lexicon.people
    one, several = people.roles | people.kin, people.plural_roles
    either = one | several
    for word in context.text.among(either):
        if word.possessive:
            continue
        after = context.text.after(word.i, " |, |: ")
        if after is None or not after.capital or (after.gap == ", " and word.opening):
            continue
        for candidate in person_at(context, after.i):
            span = range(candidate.first, candidate.stop)
            if after.gap == ", " and _is_where(context, word, span):
                continue
            words = context.words[candidate.first : candidate.stop]
            if len(words) > 1 and all(context.known.is_ordinary(each.text) for each in words):
                continue
            if len(words) == 1 and word.capital and after.gap == " " and is_thing(context, words[0]):
                continue  # "Student Leaders"
            if len(words) == 1 and word.lower in several and words[0].shouted:
                continue  # "the union of journalists SYNPICS"
            yield candidate
            if word.lower in several:
                yield from _listed(context, candidate)


def _is_where(context: Context, role: Word, span: range) -> bool:
    """Whether a name after a role and a comma is where its bearer is: "Our correspondent, Jos"."""
    if role.lower in context.lexicon.people.kin:
        return False
    if context.place_kind(span) and (len(span) == 1 or not has_person_words(context, span)):
        return True
    before = context.text.word(role.i - 1)
    return role.gap == ", " and before is not None and before.capital  # "Yolanda Ruiz, teacher, Caloto"


def _listed(context: Context, candidate: Candidate) -> Iterator[Candidate]:
    """The people listed after one: ", X", "and Y"."""
    while True:
        after = context.text.word(candidate.stop)
        if after and after.gap in (" ", ", ") and after.lower == "and":
            after = context.text.after(after.i)
        elif after is None or after.gap != ", ":
            return
        found = list(person_at(context, after.i)) if after and after.capital else []
        if not found:
            return
        candidate = found[0]
        yield candidate


def alias(context: Context) -> Iterator[Candidate]:
    """Another name of a person: "known as Boz", "alias Sova"."""
    cues = context.lexicon.people.alias_cues
    for word in context.text.among(cues | {"as"}):
        known_as = word.lower == "as" and word.i and context.words[word.i - 1].lower in ("known", "called")
        after = context.text.after(word.i, ' | “| "| «')
        if after and (known_as or word.lower in cues):
            owner = next(
                (o for i in range(word.i - 1, max(word.i - 6, -1), -1) if (o := context.claims.owner(i))),
                None,
            )
            if (owner and owner.kind == "person") or (after.gap != " " and _is_nickname(context, word)):
                yield from person_at(context, after.i)


def _is_nickname(context: Context, cue: Word) -> bool:
    """Whether a noun for a person stands before a cue and a quotation: 'a youth called "El Flaco"'."""
    people = context.lexicon.people
    before = context.text.word(cue.i - 1)
    return before is not None and before.lower in people.roles | people.kin


def speaker(context: Context) -> Iterator[Candidate]:
    """Unknown words before or after what people do: "X told reporters", "“...”, said X", "X was arrested"."""
    people = context.lexicon.people
    for run in runs(context):
        if not is_foreign(context, run):
            continue
        before, after = context.text.word(run.start - 1), context.text.after(run.stop - 1)
        inverted = (
            before is not None and before.lower in people.speech and context.words[run.start].gap == " "
        )
        if inverted or (after is not None and after.lower in people.verbs):
            yield from person_at(context, run.start)
