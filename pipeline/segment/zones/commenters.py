"""Words of readers below a text, and of its owner on himself, by what stands over them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.row import Row, Shape

_BEFORE_DATE, _CLOCK = 6, 16
_NEAR = 8
_HEADING_WORDS = 9
_ABOUT_WORDS, _OPENING = 2, 100
_COMMENTER = re.compile(r"[\w.@' -]{2,40}\s(?:said|says|wrote|writes|commented|replied)(?:\s?[:,.…]|\son\s)")
_NAME_BEFORE_DAY = re.compile(
    r"(?!(?:posted|by|on|published|updated)\b)[\w@][\w.@'’ -]{1,30}(?:,|\s[-–—|·]|\son)\s", re.I
)
_SPEAKER = re.compile(r"[\w@][\w.@'’ -]{1,30}(?:\s(?:said|says|wrote|writes))?:\s\S")
# `Old Soldier said...`, his words on the lines below
_SAID = re.compile(r"[\w@][\w.@'’ -]{1,40}\s(?:said|says|wrote|writes|commented)\s?(?:\.\.\.|…|:)")
_OWNER_HEADS = ("about us", "who we are", "about this site", "about this website")
_ABOVE = 3
_THREAD = re.compile(
    r"(?:(?:all\s)?comments|[1-9]\d{0,3}\s(?:comments?|replies|responses))\s?(?:\(\d{1,4}\))?:?", re.I
)
_SPEAKS = (" says", " wrote", " writes", " said", " commented")


def _links_comments(row: Row) -> bool:
    """`3 May 2014 | by admin | 4 comments` stands under a headline, never under a reader's name."""
    return "comment" in row.folded.text.casefold()


def answers(row: Row, titles: Set[str]) -> bool:
    """`Re: Well closed` below a text with that headline."""
    reply, _, title = row.folded.text.partition(": ")
    return reply.casefold() in ("re", "aw", "sv", "odp") and title.casefold() in titles


def thread_heads(rows: Sequence[Row]) -> frozenset[int]:
    """`Comments`, `2 comments` below the only text of a page that has such a line, over what readers say.

    On a page of several texts each has one: they are links.
    """
    found = [row.index for row in rows if row.reason == "comments" and _THREAD.fullmatch(row.folded.text)]
    together = bool(found) and found[-1] - found[0] < len(found) + 1
    told = together and any(row.is_text for row in rows[max(0, found[0] - _ABOVE) : found[0]])
    return frozenset(found) if told else frozenset()


def comment_or_about(rows: Sequence[Row], i: int) -> str | None:
    """`Anna says:` over a reader's words; `About the Centre` over `The Centre is ...`."""
    row = rows[i]
    after = rows[i + 1] if i + 1 < len(rows) else None
    words = row.text.split()
    if (
        after is None
        or len(words) > _HEADING_WORDS
        or not any(r.is_text for r in rows[max(0, i - _NEAR) : i])
    ):
        return None
    if row.shape is Shape.NOISE and after.is_text and row.folded.text.casefold().strip(" :") in _OWNER_HEADS:
        return "notes"
    if _is_commenter(row.folded.text):
        return "comments"
    if row.text.casefold().rstrip(": ").endswith(_SPEAKS):
        signed = after.shape is Shape.DATE and not _links_comments(after)
        return "comments" if signed or row.text.endswith("says:") else None
    subject = " ".join(words[1:]).casefold().removeprefix("the ")
    told = after.text[:_OPENING].casefold()
    named = subject in told or (len(words) > _ABOUT_WORDS and f"the {subject.split()[-1]} " in told)
    about = words[:1] == ["About"] and len(words) > 1 and named
    return "notes" if about and row.shape is Shape.HEAD else None


def thread_follows(rows: Sequence[Row], i: int) -> bool:
    """Readers' words, each after a name, stand right under the link to the comments."""
    after = rows[i + 1] if i + 1 < len(rows) else None
    spoken = after is not None and (_SPEAKER.match(after.folded.text) or names_commenter(after))
    return after is not None and bool(spoken) and not after.gap


def names_commenter(row: Row) -> bool:
    """`Old Soldier said...`: the next of the readers below a text."""
    return _SAID.fullmatch(row.folded.text) is not None


def signs_comment(row: Row) -> bool:
    """`Old_Baker, Aug. 2nd, 2012 at 07:15`: a name, the day and the hour."""
    text = row.folded.text
    hit = row.date if row.shape is Shape.DATE else None
    if hit is None or not _NAME_BEFORE_DAY.fullmatch(text, 0, hit.start):
        return False
    return CLOCK_AFTER.match(text, hit.end) is not None


def _is_commenter(text: str) -> bool:
    """`Anna said: 3 May 2014 at 9:14 am`, with the words of the comment on the lines below."""
    name = _COMMENTER.match(text)
    if name is None:
        return False
    hit = next(find_dates(text, name.end()), None)
    return hit is not None and hit.start - name.end() < _BEFORE_DATE and len(text) - hit.end < _CLOCK
