"""People by what the name itself looks like: initials, endings, a family name in capitals, a given name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.people.against_person import is_placed
from pipeline.recognize.people.person_runs import is_foreign, is_no_person, is_thing, person_at, runs
from pipeline.recognize.people.weighing import is_likely_person


def name_ending(context: Context) -> Iterator[Candidate]:
    """A patronymic ending or particle: "Nurbek Asan uulu", "Leyla Anvar qizi", "Ahmad bin Salim"."""
    people = context.lexicon.people
    for run in runs(context):
        words = context.words[run.start : run.stop]
        if len(run) > 1 and (
            words[-1].text in people.endings or any(w.text in people.filial for w in words[1:-1])
        ):
            yield Candidate(run.start, run.stop, "person")


def initials(context: Context) -> Iterator[Candidate]:
    """Initials and a name: "H. Havryliuk", "Rosa M. Quintero", "J. R. Mbeki"."""
    for word in context.free_names():
        if not word.initial or context.text.tail(word.i, 1) != ".":
            continue
        after = context.text.after(word.i, ". |.")
        if after is None or not after.capital or (word.text == "U" and after.text in ("S", "N", "K")):
            continue
        if word.text in ("P", "O") and "Box" in (
            after.text,
            context.words[min(after.i + 1, len(context.words) - 1)].text,
        ):
            continue
        if context.text.slice(range(word.i, after.i + 1)) in context.lexicon.organizations.company_forms:
            continue  # "Enerji A.Ş."
        first, before = word.i, context.text.before(word.i)
        if before and context.can_name(before) and not before.initial and not context.is_title(before):
            first -= 1
        for found in person_at(context, first, shortest=2):
            yield replace(found, first=_first_initial(context, first))


def _first_initial(context: Context, i: int) -> int:
    """The first of the initials before word i, one that is an English word too: "A. R. M. Chowdhury"."""
    while context.words[i].initial and context.claims.free(i - 1) and context.joined(i):
        if not context.words[i - 1].initial:
            break
        i -= 1
    return i


def shouted_surname(context: Context) -> Iterator[Candidate]:
    """A family name in capitals beside a given name that is not: "LIPKOUSKI Uladzimir", "Wangari OTIENO"."""
    for run in runs(context):
        words = [context.words[i] for i in run]
        loud = [word.shouted and len(word.text) > 2 for word in words]
        if not 2 <= len(words) <= 4 or all(loud) or not (loud[0] or loud[-1]):
            continue
        quiet = [word for word, shouted in zip(words, loud, strict=True) if not shouted]
        named = any(context.known.is_given(word.text) for word in quiet) or context.is_modelled(run, "PERSON")
        known = any(context.known.is_person_name(word.text) for word in words)
        if (named or (known and _stands_alone(context, run))) and not any(
            is_no_person(context, word) for word in words
        ):
            yield Candidate(run.start, run.stop, "person")


def _stands_alone(context: Context, run: range) -> bool:
    """Whether a run opens its block and punctuation or the block's end follows it."""
    after = context.text.word(run.stop)
    return context.words[run.start].gap == "\n" and (after is None or after.gap != " ")


def given_name(context: Context) -> Iterator[Candidate]:
    """Two words or more, the first a given name of some language or the last with a family name's ending."""
    suffixes = context.lexicon.people.surname_suffixes
    for run in runs(context):
        first, last = context.words[run.start], context.words[run.stop - 1]
        if not 2 <= len(run) <= 5 or any(is_no_person(context, context.words[i]) for i in run):
            continue
        if (first.shouted and last.shouted and len(run) > 3) or (
            len(run) > 1 and context.place_kind(run) == "city"
        ):
            continue
        if first.lower in context.lexicon.places.saints or (last.shouted and len(last.text) < 6):
            continue
        before = context.text.before(run.start)
        if before and before.lower in ("in", "near", "outside") and not last.possessive:
            continue
        after = context.text.after(run.stop - 1)
        if before and before.lower == "the" and after and after.lower in context.lexicon.places.small_nouns:
            continue
        ends = len(last.text) > 5 and last.lower.endswith(suffixes) and not first.shouted
        ends = ends and not context.known.is_english(last.text)
        if is_thing(context, last):
            continue
        if (ends or context.known.is_given(first.text)) and is_likely_person(context, run):
            yield from person_at(context, run.start)


def foreign_name(context: Context) -> Iterator[Candidate]:
    """Two to four capitalised words of no English kind with no article: most often a person."""
    for run in runs(context):
        before = context.text.before(run.start)
        if (
            not 2 <= len(run) <= 4
            or not is_foreign(context, run)
            or context.words[run.start].gap[-1:] in '“"„«'
        ):
            continue
        articled = before is not None and before.lower in ("the", "a", "an")
        if not articled and is_likely_person(context, run):
            yield from person_at(context, run.start)


def lone_given(context: Context) -> Iterator[Candidate]:
    """A given name alone that acts, owns or stands beside a person: "Saodat fears", "Jelena and Sharif"."""
    for run in runs(context):
        word = context.words[run.start]
        if len(run) > 1 or word.shouted or len(word.text) < 3:
            continue
        speaks = context.known.is_family(word.text) and _speaks(context, run.stop)
        if speaks and word.text not in context.known.large_cities and context.place_kind(run) != "country":
            yield Candidate(run.start, run.stop, "person")
            continue
        if not context.known.is_given(word.text):
            continue
        if context.place_kind(run) or context.known.is_ordinary(word.text) or not word.tag.startswith("NN"):
            continue
        before, after = context.text.before(word.i), context.text.word(word.i + 1)
        if before is not None and before.lower in _NO_SUBJECT | context.lexicon.places.locative:
            continue
        acts = after is not None and after.gap == " " and after.tag in ("VBD", "VBZ", "MD")
        known = acts or word.possessive or _beside_person(context, run)
        if known and not is_placed(context, run):
            yield Candidate(run.start, run.stop, "person")


def _speaks(context: Context, i: int) -> bool:
    """Whether word i is what only people do with words: "said", "told"."""
    verb = context.text.word(i)
    said = verb is not None and verb.gap == " " and verb.tag.startswith("VB")
    return said and verb is not None and verb.lower in context.lexicon.people.speech


_NO_SUBJECT = frozenset(("the", "a", "an", "of", "river", "lake", "mount"))


def _beside_person(context: Context, run: range) -> bool:
    """Whether "and" or a comma parts a name from a person's."""
    for link, other in ((run.start - 1, run.start - 2), (run.stop, run.stop + 1)):
        word, owner = context.text.word(link), context.claims.owner(other)
        if word is not None and word.lower == "and" and owner is not None and owner.kind == "person":
            return True
    return False
