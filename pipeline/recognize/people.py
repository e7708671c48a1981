"""People by what stands around the name: titles, roles, ages, speech."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.person_runs import is_foreign, person_at, runs
from pipeline.recognize.words import Word

_LONGEST_OFFICE = 10  # words after "Minister of"
_OFFICE_LINKS = ("and", "the", "for", "of", "&")


def titled(context: Context) -> Iterator[Candidate]:
    """A name after a title: "Mr March", "Judge Nadzeya Brylko", "Dr. Rania Shahin"."""
    people = context.lexicon.people
    for word in context.text.among(people.titles):
        if word.possessive or _is_doubled(context, word):
            continue
        if word.lower in people.capital_titles and (not word.capital or _inside_name(context, word)):
            continue
        after = context.text.after(word.i, " |. ")
        if (
            after
            and after.lower not in people.after_no_title
            and (word.text[:1].isupper() or after.gap == " ")
        ):
            yield from person_at(context, after.i)


def office_holder(context: Context) -> Iterator[Candidate]:
    """A name after an office and what it is for: "Minister of Interior X", "Secretary of State X"."""
    people = context.lexicon.people
    for word in context.text.among(people.portfolio_holders):
        link = context.text.after(word.i)
        stop = link.i if link is not None and link.lower in ("of", "for") else None
        end = _past_portfolios(context, stop) if stop is not None else None
        after = context.text.word(end) if end is not None else None
        if after is not None and after.gap in (" ", ", ") and context.can_name(after):
            plain = context.known.is_ordinary(after.text) or context.is_title(after)
            shortest = 1 if after.gap == " " and word.capital and not plain else 2
            if not plain and (after.gap == " " or context.known.is_given(after.text)):
                yield from person_at(context, after.i, shortest)


def _past_portfolios(context: Context, link: int) -> int | None:
    """The word after what an office is for, past "and", "the", commas and a further "for"."""
    portfolios, i, last = context.lexicon.people.portfolios, link + 1, None
    while i < min(len(context.words), link + _LONGEST_OFFICE):
        word = context.words[i]
        if word.gap not in (" ", ", ") or not (word.capital or word.lower in _OFFICE_LINKS):
            break
        if word.lower in portfolios:
            last = i + 1
        elif word.lower not in _OFFICE_LINKS:
            break
        i += 1
    return last


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
            yield candidate
            if word.lower in several:
                yield from _listed(context, candidate)


def _is_where(context: Context, role: Word, span: range) -> bool:
    """Whether a name after a role and a comma is where its bearer is: "Our correspondent, Jos"."""
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


def described(context: Context) -> Iterator[Candidate]:
    """A name with an age or role after it: "Rudakov, 34,", "X (41)", "X, aged 17", "X, a lawyer"."""
    for run in runs(context):
        before = context.text.before(run.start)
        located = before is not None and before.lower in context.lexicon.places.strong_locative | {"at"}
        if located and not has_person_words(context, run):
            continue
        if not context.place_kind(run) and (_has_age(context, run.stop) or _has_role(context, run.stop)):
            yield from person_at(context, run.start)


def _has_age(context: Context, i: int) -> bool:
    after = context.text.word(i)
    if after is None or after.gap not in (", ", " (", " "):
        return False
    if after.lower in ("aged", "born"):
        return True
    if after.gap == " " or not after.text.isdigit() or len(after.text) > 2:
        return False
    closing = context.text.tail(after.i, 2)
    if after.gap == " (":
        return closing[:1] == ")"
    return closing[:1] in (",", ";") or closing in (".", ". ", ".\n")


def _has_role(context: Context, i: int) -> bool:
    people = context.lexicon.people
    for k in range(i, min(i + 6, len(context.words))):
        word = context.words[k]
        if word.gap != (", " if k == i else " "):
            return False
        if word.lower in people.roles or word.lower in people.kin:
            return True
        if word.lower in context.lexicon.organizations.kinds_before or word.lower in (
            "by",
            "in",
            "at",
            "with",
        ):
            return False
        if word.capital and not context.is_demonym(word):
            return False
    return False


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
