"""Where a line's dateline stands: alone, before or after its words, after a city, or a time of day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from pipeline.segment.datelines import DateHit, date_at, find_dates, weekday_at, year_at
from pipeline.segment.lexicon import lexicon, words_of


class Stamp(Enum):
    """Place of the dateline in its line."""

    NONE = "none"
    ALONE = "alone"
    BEFORE = "before"
    AFTER = "after"
    CITY = "city"
    END = "end of the text"
    TIME = "time"
    RECORD = "record of a database"


@dataclass(frozen=True, slots=True)
class Reading:
    """A line's dateline and the line's own words, in folded offsets."""

    kind: Stamp
    date: DateHit | None
    text_start: int
    text_end: int
    stamp_start: int
    stamp_end: int

    def entry_like(self, text: str) -> bool:
        """A colon after the date, or many words, make the entry of a chronicle even without a full stop."""
        sign = text[self.stamp_end : self.text_start].strip()
        return sign == ":" or len(text[self.text_start : self.text_end].split()) >= _ENTRY_WORDS

    @property
    def starts_with_date(self) -> bool:
        """A date is what the line begins with."""
        return self.kind in (Stamp.ALONE, Stamp.BEFORE) and self.date is not None and self.date.start == 0


_ENTRY_WORDS = 16
_HEAD = 200
_TAIL = 120
_CLOCK = r"(?:T|,?\s(?:at\s)?|\s?[-–—|,]\s?)?\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\.\d{1,6})?"
_ZONE = (
    r"(?:\s?(?:[ap]\.?m\.?|GMT|UTC|MSK|CES?T|E[DS]T|P[DS]T|EEST|Z|hrs|h)(?![^\W\d_]))?"
    r"(?:\s?[+-]\d\d:?\d\d)?\)?"
)
_CLOCK_AFTER = re.compile(rf"(?:{_CLOCK}{_ZONE}|\s(?:г|г\.|року))(?!\w)", re.I)
_TIME_FIRST = re.compile(
    rf"[(\[]?(?:[01]?\d|2[0-3])[:.h][0-5]\d{_ZONE}[)\]]?(?:\s?[-–—:|.,]{{1,2}})?(?:\s|$)(?=\D|$)", re.I
)
_PARTS = re.compile(r"[|•·,;:()\[\]/«»–—\n]|\s-\s|--|(?<=\s)-|-(?=\s)")
_AFTER_DATE = re.compile(r"[)\]]?[.,]?\s?(?:--|[:|/·•–—-])?\s?[)\]]?\s?")
_SEPARATED = re.compile(r"[)\]]|--|[:|·•–—-]")
_BEFORE_LAST = re.compile(r"(?:[(\[|•·–—/]|\s-|--|\s\s)\s?$")
_AFTER_CITY = re.compile(
    r"[)\]]?[.,]?\s?(?:\([^()]{1,40}\)|/[^/]{1,30}/|\[[^\]]{1,30}\])?\s?(?:--|[-–—:]|(?<=[).\]])(?=\s))\s?"
)
_WIRE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,20}(?:\s[A-Z][A-Z.'’-]{1,20}){0,3}(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)?"
    r"(?:\s(?:\([^()]{1,40}\)|/[^/]{1,30}/))?|\([A-Z][\w.'’-]{1,20}(?:[\s,]{1,2}[A-Z][\w.'’-]{1,20}){0,4}\))"
    r"\s?(?:--|[–—-])\s"
)
_NO_PLACE = frozenset(
    {
        "on", "in", "by", "since", "after", "from", "until", "till", "before", "during", "the", "at", "as",
        "of", "for", "and", "between", "last", "this", "that", "when", "born", "about", "around", "early",
        "late", "mid", "today", "yesterday", "to", "through", "but", "while", "already", "only", "it", "he",
        "she", "they", "we", "a", "an",
    }
)  # fmt: skip
_PARTICLES = frozenset(
    {
        "es", "de", "del", "la", "las", "los", "le", "les", "du", "des", "da", "do", "of", "the", "al", "el",
        "am", "an", "der", "den", "upon", "sur", "and", "y", "i", "e", "di",
    }
)  # fmt: skip
_FIELD = re.compile(r"(?:^|[|,;.]\s?)([^|,;:.]{2,40}):(?:\s|$)")
_LINKING = tuple((word,) for word in sorted(_NO_PLACE))
_LABEL = re.compile(
    r"(?:^|(?<=[\s(\[|,.•·–—-]))(?:" + "|".join(map(re.escape, lexicon().labels)) + r")\s?:?\s?$", re.I
)
_GLUED_LABEL = re.compile(
    r"(?:(?:posted|published|updated|added|created|submitted|released|issued)\s?(?:on|at)|date)\s?:?\s?$",
    re.I,
)
_ISO_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_END_GROUP = re.compile(r"[(\[]([^()\[\]]{4,90})[)\]]\.?$")


def read_stamp(text: str, start: int) -> Reading:
    """The dateline of a folded line whose words begin at `start`.

    >>> read_stamp("Posted on April 2, 2012 by admin", 0).kind
    <Stamp.ALONE: 'alone'>
    >>> r = read_stamp("12 May 2013: Police search a shop.", 0); r.kind, r.text_start
    (<Stamp.BEFORE: 'before'>, 13)
    >>> read_stamp("Statement on the events of 4 August 2012", 0).kind
    <Stamp.NONE: 'none'>
    """
    nothing = Reading(Stamp.NONE, None, start, len(text), 0, 0)
    time = _TIME_FIRST.match(text, start)
    if time:
        later = next(find_dates(text, time.end(), time.end() + 40), None)
        if not (later and _alone(text, start, [later])):
            return Reading(
                Stamp.TIME, None, time.end(), len(text), start, len(text[: time.end()].rstrip(" -–—:|.,"))
            )
    hits = list(find_dates(text, start, start + _HEAD))
    if len(text) <= _HEAD and len(_ISO_STAMP.findall(text)) > 1:
        return Reading(Stamp.RECORD, _foremost(text, hits), start, len(text), start, len(text))
    if len(text) <= _HEAD and hits and _alone(text, start, hits):
        return Reading(Stamp.ALONE, _foremost(text, hits), len(text), len(text), start, len(text))
    year = year_at(text, start) or weekday_at(text, start)
    if year and year.end == len(text):
        return Reading(Stamp.ALONE, year, len(text), len(text), start, len(text))
    return _before(text, start, hits, year) or _city(text, start, hits) or _after(text, start) or nothing


def _foremost(text: str, hits: list[DateHit]) -> DateHit:
    """The date of publication among several: no null stamp, rather not that of an update."""
    real = [hit for hit in hits if hit.year != 1970] or hits
    updated = lexicon().updated
    first = [
        hit
        for hit in real
        if not any(word in text[max(0, hit.start - 24) : hit.start].casefold() for word in updated)
    ]
    full = [hit for hit in first or real if hit.year is not None]
    return (full or first or real)[0]


def _alone(text: str, start: int, hits: list[DateHit]) -> bool:
    """Beside its dates the line holds only labels, times, bylines, categories and a place."""
    rest, at = [], start
    for hit in hits:
        before = text[at : hit.start]
        label = _LABEL.search(before) or _GLUED_LABEL.search(before)
        rest.append(before[: label.start()] if label else before)
        clock = _CLOCK_AFTER.match(text, hit.end)
        at = clock.end() if clock else hit.end
    rest.append(text[at:])
    if any(_names_a_field(before) for before in rest):
        return False
    pieces = [piece.strip(" .'\"") for piece in _PARTS.split("|".join(rest))]
    names = sum(not _is_meta(piece) for piece in pieces)
    return names <= 3 and all(_is_meta(piece) or _is_name(piece) for piece in pieces)


def _names_a_field(before: str) -> bool:
    """`Arrested: ` before a date is no dateline."""
    return any(not _is_meta(field) for field in _FIELD.findall(before))


def _is_meta(piece: str) -> bool:
    words = words_of(piece)
    if not words:
        return True
    if words[0] in lexicon().meta_starts:
        return len(words) <= 7
    return all(word in lexicon().meta for word in words) or piece.casefold() in lexicon().genres


def _is_name(piece: str) -> bool:
    """A place or a name: up to three capitalised words, none that opens a sentence."""
    first, *others = piece.split()
    words = [first, *(word for word in others if word not in _PARTICLES)]
    return len(words) <= 3 and all(
        word[:1].isdigit() or (word[:1].isupper() and word.casefold() not in _NO_PLACE) for word in words
    )


def _before(text: str, start: int, hits: list[DateHit], year: DateHit | None) -> Reading | None:
    opened = start + (text[start : start + 1] in ("(", "["))
    hit = date_at(text, opened) or _labelled(text, start, hits)
    if hit is None:
        hit = year
    if hit is None:
        return None
    clock = _CLOCK_AFTER.match(text, hit.end)
    end = clock.end() if clock else hit.end
    after = _AFTER_DATE.match(text, end)
    words_start = after.end() if after else end
    separated = after is not None and _SEPARATED.search(after.group()) is not None
    full = hit.day is not None or hit.numbers is not None
    if len(text[words_start:].split()) < 2 or (words_start == end and not separated):
        return None
    if not separated and (not full or hit.year is None):
        return None
    return Reading(
        Stamp.BEFORE, hit, words_start, len(text), start, end + (text[end : end + 1] in (")", "]"))
    )


def _labelled(text: str, start: int, hits: list[DateHit]) -> DateHit | None:
    if hits and hits[0].start > start:
        label = _LABEL.search(text, start, hits[0].start)
        if label and label.start() == start and len(label.group().split()) > 1:
            return hits[0]
    return None


def _city(text: str, start: int, hits: list[DateHit]) -> Reading | None:
    """PLACE, DATE (AGENCY) - words; or a wire's PLACE (AGENCY) -- words."""
    if hits and hits[0].start < start + 90:
        before = text[start : hits[0].start].strip(" ([,.-–—/:|")
        places = [piece.strip() for piece in re.split(r"[,/()\[\].|–—-]", before) if piece.strip()]
        clock = _CLOCK_AFTER.match(text, hits[0].end)
        after = _AFTER_CITY.match(text, clock.end() if clock else hits[0].end)
        if (
            after
            and places
            and len(places) <= 4
            and all(map(_is_name, places))
            and after.end() + 20 < len(text)
        ):
            end = len(text[: after.end()].rstrip(" -–—:."))
            return Reading(Stamp.CITY, hits[0], after.end(), len(text), start, end)
    wire = _WIRE.match(text, start)
    if wire and len(text) - wire.end() > 60:
        end = len(wire.group().rstrip(" -–—")) + start
        return Reading(Stamp.CITY, None, wire.end(), len(text), start, end)
    return None


def _after(text: str, start: int) -> Reading | None:
    """Words, then a date in brackets, after a sign, or after `posted on`."""
    tail = max(start, len(text) - _TAIL)
    group = _END_GROUP.search(text, tail)
    if group:
        hits = list(find_dates(text, group.start(1), group.end(1)))
        if hits and hits[0].month_or_numbers and _alone(text[: group.end(1)], group.start(1), hits):
            end = len(text[: group.start()].rstrip())
            return Reading(Stamp.AFTER, hits[0], start, end, group.start(), len(text.rstrip(".")))
    for hit in find_dates(text, tail):
        clock = _CLOCK_AFTER.match(text, hit.end)
        if len(text[clock.end() if clock else hit.end :].strip(" .)]")):
            continue
        label = _GLUED_LABEL.search(text, start, hit.start) or _LABEL.search(text, start, hit.start)
        known = label is not None and len(label.group().strip(" :")) > 4
        sign = _BEFORE_LAST.search(text, start, label.start() if known and label else hit.start)
        at = sign.start() if sign else label.start() if known and label else None
        if (
            at is None
            and hit.numbers
            and not label
            and words_of(text[start : hit.start])[-1:] not in _LINKING
        ):
            at = hit.start
        full = hit.month_or_numbers and (hit.year is not None)
        if at is not None and full and len(text[start:at].split()) >= 3:
            end = len(text[:at].rstrip(" -–—|(,"))
            return Reading(
                Stamp.AFTER, hit, start, end, label.start() if known and label else hit.start, len(text)
            )
    return None
