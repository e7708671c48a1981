"""Lines that hold a dateline and nothing else: date, time, labels, byline, category, place."""

from __future__ import annotations

import re

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.dateline_pieces import BYLINE_WORDS, PARTS, is_meta, is_name, tells
from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.text.lexicon import lexicon, words_of

_NAMES_AT_MOST = 3
HANDLE = re.compile(r"(?:^|(?<=[\s(]))@\w{2,40}")
_FIELD = re.compile(r"(?:^|[|,;.\t]\s?)([^|,;:.\t]{2,40}):(?:\s|$)")
# `3 May 2014 in Land, Rivers` names categories.
_CATEGORY = re.compile(r"^\s?(?:in|under)\s(?=[^\W\d_a-z])")
# `12 Megabit 2010 E.C.`, `22 Farvardin 1394`, `3 Jumada al-Thani 1436 AH`: the same day in another calendar.
_OTHER_CALENDAR = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:[^\W\d_][\w'’-]{1,14}\s){1,3}\d{3,4}(?:\s?\(?(?:[A-Z]\.?){2,3}\)?)?(?!\w)"
    r"|\b\d{1,2}\s(?:[^\x00-\u024f]{2,24}\s){1,2}\d{3,4}(?!\w)"
    r"|\b\d{3,4}\s?(?:B\.?E|B\.?S|A\.?H|E\.?C|A\.?M|S\.?H)\b\.?"
)
_OF = re.compile(r"\s(?:of(?:\sthe)?|del?|da|do|vom)\s?$", re.I)
# `by Ann Holt (guest writer, Jos)`
_ASIDE = re.compile(r"\s\([^()\d]{2,60}\)")
# `rokeya_b - 3 May 2016, 22:41`
_NICK = re.compile(r"(?=[^\s_\d]{0,20}[_\d])[\w.-]{3,24}")
# `Early June 2018`, `End of May`
_PART_OF_MONTH = re.compile(
    r"(?:^|(?<=\s))(?:early|mid|late|(?:the\s)?(?:start|beginning|middle|end)\sof)(?:\sin)?[\s-]?$", re.I
)
_CREDIT = re.compile(r"([^\W\d_]{2,12}):\s[^.!?]*$")
# `Saturday, 4 June, from noon`, `Friday 3 May at 6 pm`: the hour of a meeting beside its day.
_HOUR = (
    r"(?:noon|midday|midnight|dawn|dusk|sunset"
    r"|\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|hrs?|h|o['’]clock)?(?![^\W_]))"
)
_HOURS = re.compile(
    rf"(?:(?:,|^)\s?|(?<=\s)|(?<=\|))(?:(?:starting\s|starts\s|begins\s|doors\s)?(?:from|at|until|till|after|before)\s{_HOUR}"
    rf"(?:\s?(?:to|until|till|-|–)\s?{_HOUR})?|all\sday(?:\slong)?|whole\sday)(?!\w)",
    re.I,
)
LABEL = re.compile(
    r"(?:^|(?<=[\s(\[|,.•·–—-]))(?:" + "|".join(map(re.escape, lexicon().labels)) + r")\s?:?\s?$", re.I
)
GLUED_LABEL = re.compile(
    r"(?:(?:posted|published|updated|added|created|submitted|released|issued)\s?(?:on|at)|date)\s?:?\s?$",
    re.I,
)


def is_lone(text: str, start: int, hits: list[DateHit]) -> bool:
    """Beside its dates the line holds only labels, times, bylines, categories and a place."""
    rest, at = [], start
    for hit in hits:
        before = text[at : hit.start]
        label = LABEL.search(before) or GLUED_LABEL.search(before)
        if label and _is_field_name(before, label):
            return False
        rest.append(before[: label.start()] if label else before)
        clock = CLOCK_AFTER.match(text, hit.end)
        at = clock.end() if clock else hit.end
    rest.append(text[at:])
    rest = [_HOURS.sub("|", _OTHER_CALENDAR.sub("|", part)) for part in rest]
    if _OF.search(rest[0]) and not is_meta(rest[0]):
        return False  # `Mothers of the 30th of May` is a name
    rest[0] = _without_credit(rest[0])
    if hits and hits[0].day is None:
        rest[0] = _PART_OF_MONTH.sub("", rest[0])
    if words_of(rest[0])[:1] and words_of(rest[0])[0] in lexicon().meta_starts:
        rest = [_ASIDE.sub("", part) for part in rest]
    if any(_names_a_field(before) for before in rest):
        return False
    rest[-1] = _CATEGORY.sub("", rest[-1])
    pieces = [piece.strip(" \t.'\"") for piece in PARTS.split(HANDLE.sub("|", "|".join(rest)))]
    if any(tells(piece.rpartition(". ")[2]) for piece in pieces if ". " in piece):
        return False
    names = sum(not is_meta(piece) for piece in pieces)
    nick = at > hits[-1].end if hits else False  # an hour stands behind the day
    return names <= _NAMES_AT_MOST and all(
        is_meta(piece) or is_name(piece) or (nick and _NICK.fullmatch(piece)) for piece in pieces
    )


def _is_field_name(before: str, label: re.Match[str]) -> bool:
    """`Hearing date:`, `Birth date:` name another day than that of the text; `Statement date:` does not."""
    named = PARTS.split(before[: label.start()])[-1].strip()
    return label.group().strip(" :").casefold() == "date" and not is_meta(named)


def foremost(text: str, hits: list[DateHit]) -> DateHit:
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


def _without_credit(before: str) -> str:
    """What stands before the first date, `Source: a daily of the town, ` left out."""
    credit = _CREDIT.match(before)
    known = credit is not None and credit.group(1).casefold() in lexicon().meta_starts
    return "" if known and len(before.split()) <= BYLINE_WORDS + 2 else before


def _names_a_field(before: str) -> bool:
    """`Arrested: ` before a date is no dateline."""
    return any(not is_meta(field) for field in _FIELD.findall(before))
