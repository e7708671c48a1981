"""Names by the label or bracket that says what they are: "Outlet: Mlima Post", "(Nord-Est, 6 June)"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words
from pipeline.recognize.words.words import Word

_LONGEST = 6
_ENDS = frozenset(",;.(\n\t|/–—")
_MEDIA = (
    "daily",
    "weekly",
    "monthly",
    "radio",
    "tv",
    "television",
    "website",
    "newspaper",
    "magazine",
    "online",
    "web",
    "blog",
)


def labelled(context: Context) -> Iterator[Candidate]:
    """What a line or cell gives for a field: "Employer: Awramba Zena", "Prison: Pavoncito"."""
    for word in context.words:
        if word.gap[:1] not in ("\n", "\t", "|") and "\n" not in word.gap and word.i:
            continue
        after = context.text.after(word.i, ": ")
        kind = _kind(context, word.lower)
        if after is None or kind is None or not _is_capital(after):
            continue
        stop = _stop(context, after)
        if kind == "place" and context.place_kind(range(after.i, stop)) == "country":
            continue
        if stop > after.i and not context.is_title(after) and not context.is_demonym(context.words[stop - 1]):
            place = (context.place_kind(range(after.i, stop)) or "other") if kind == "place" else None
            yield Candidate(after.i, stop, kind, place)


def _kind(context: Context, label: str) -> str | None:
    if label in context.lexicon.organizations.labels:
        return "organization"
    return "place" if label in context.lexicon.places.labels else None


def _is_capital(word: Word) -> bool:
    return word.text[:1].isupper()


def _stop(context: Context, first: Word) -> int:
    """The end of a value: capitals and small links up to a mark; its beginning where it is a sentence."""
    organizations, i = context.lexicon.organizations, first.i
    links = organizations.links | organizations.inner | organizations.foreign_links
    while i < min(first.i + _LONGEST, len(context.words)) and (i == first.i or context.words[i].gap == " "):
        word = context.words[i]
        if not context.claims.free(i) or not (_is_capital(word) or word.lower in links):
            return first.i
        i += 1
    tail = context.text.tail(i - 1, 2).lstrip(" ")
    return i if not tail or tail[0] in _ENDS else first.i


def cited(context: Context) -> Iterator[Candidate]:
    """The sources in a bracket, each with its day: "(Dimineața, 5 June; Nord-Est, 6 June)"."""
    for word in context.words:
        source: Word | None = word if _opens_bracket(word) else None
        while source is not None and _is_capital(source) and (found := _source(context, source)):
            run, last = found
            if not context.place_kind(run) and not has_person_words(context, run):
                yield Candidate(run.start, run.stop, "organization")
            source = context.text.after(last, "; ")


def medium(context: Context) -> Iterator[Candidate]:
    """A name and in brackets what kind of medium it is: "Dainik Meghna (daily)"."""
    for word in context.text.among(_MEDIA):
        if _opens_bracket(word) and context.text.tail(word.i, 1) == ")":
            first = _first_before(context, word.i)
            if first < word.i and not context.is_demonym(context.words[first]):
                yield Candidate(first, word.i, "organization")


def _opens_bracket(word: Word) -> bool:
    return word.gap[-1:] == "(" and word.gap[:1] in (" ", ".")


def _first_before(context: Context, i: int) -> int:
    first = i
    while first > max(i - _LONGEST, 0) and context.can_name(context.words[first - 1]):
        first -= 1
        if context.words[first].gap != " ":
            break
    return first


def _source(context: Context, first: Word) -> tuple[range, int] | None:
    """The capitals that begin at a word and the last word of the day after them, which ends the citation."""
    run = context.person_run(first.i) if context.can_name(first) else range(first.i, first.i + 1)
    day, month = context.text.word(run.stop), context.text.word(run.stop + 1)
    if day is None or month is None or day.gap != ", " or month.gap != " " or context.is_calendar(first):
        return None
    months = context.lexicon.others.months
    dated = {day.text[:1].isdigit(), month.text[:1].isdigit()} == {True, False}
    if not dated or not (day.lower in months or month.lower in months) or len(run) > _LONGEST:
        return None
    year = context.text.word(month.i + 1)
    last = year if year is not None and year.gap in (" ", ", ") and year.text.isdigit() else month
    return (run, last.i) if context.text.tail(last.i, 1) in (")", ";") else None
