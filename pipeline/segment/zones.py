"""Stretches of a page that are no news by what stands over them: comments, contents, related texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from pipeline.segment.datelines import find_dates
from pipeline.segment.feet import foot_start
from pipeline.segment.letters import letter_rows
from pipeline.segment.rows import Row, Shape

# Zones that a page opens once; where their head stands after each item it is a mere link.
_ONCE = ("comments", "references")
_FOREIGN_HEADLINE = 120
_BEFORE_DATE, _CLOCK = 6, 16
_COMMENTER = re.compile(r"[\w.@' -]{2,40}\s(?:said|says|wrote|writes|commented|replied)(?:\s?[:,.…]|\son\s)")


def sealed_rows(rows: Sequence[Row]) -> list[str | None]:
    """For each row why no item begins there, None where one may."""
    sealed: list[str | None] = [None] * len(rows)
    for letter in letter_rows(rows):
        sealed[letter.start : letter.stop] = ["letter"] * len(letter)
    _seal_zones(rows, sealed)
    _seal_other_languages(rows, sealed)
    foot = foot_start(rows)
    sealed[foot:] = [reason or "page foot" for reason in sealed[foot:]]
    return sealed


def _seal_zones(rows: Sequence[Row], sealed: list[str | None]) -> None:
    """Seal what follows the head of a zone. Comment links that stand after each item open none."""
    later = Counter(_key(row) for row in rows)
    opened = Counter(row.zone for row in rows if row.zone in _ONCE or row.shape is Shape.RULE)
    zone: str | None = None
    gap_seen = False
    announced: set[str] = set()
    rules: set[str] = set()  # ruled lines between texts: the next one ends the comments on a text
    titles: set[str] = set()
    text_seen = False
    for i, row in enumerate(rows):
        later[_key(row)] -= 1
        opens = row.zone or _comment_or_about(rows, i) or ("comments" if _answers(row, titles) else None)
        if row.shape is Shape.HEAD:
            titles.add(_key(row))
        if opens == "teasers" and not text_seen:
            opens = "related"  # `Latest news` at the top of a page stands over its items
        text_seen = text_seen or row.is_text
        if row.reason == "rule" and zone is None:
            rules.add(row.folded.text)
        if opens:
            zone = opens if opened[opens] < 2 else None
            gap_seen = False
        elif zone:
            gap_seen = gap_seen or row.gap
            again = zone == "contents" and _key(row) in announced
            announced.add(_key(row))
            ruled = zone == "comments" and row.reason == "rule" and row.folded.text in rules
            if ruled or again or _leaves(zone, row, gap_seen, later[_key(row)] > 0):
                zone = None
        sealed[i] = sealed[i] or opens or zone


def _answers(row: Row, titles: Set[str]) -> bool:
    """`Re: Well closed` below a text with that headline."""
    reply, _, title = row.folded.text.partition(": ")
    return reply.casefold() in ("re", "aw", "sv", "odp") and title.casefold() in titles


def _comment_or_about(rows: Sequence[Row], i: int) -> str | None:
    """`Anna says:` over a reader's words; `About the Centre` over `The Centre is ...`."""
    row = rows[i]
    after = rows[i + 1] if i + 1 < len(rows) else None
    words = row.text.split()
    if after is None or len(words) > 9 or not any(r.is_text for r in rows[max(0, i - 8) : i]):
        return None
    if _is_commenter(row.folded.text):
        return "comments"
    if row.text.casefold().rstrip(": ").endswith((" says", " wrote", " writes", " said", " commented")):
        return "comments" if after.shape is Shape.DATE or row.text.endswith("says:") else None
    subject = " ".join(words[1:]).casefold().removeprefix("the ")
    about = words[:1] == ["About"] and len(words) > 1 and subject in after.text[:100].casefold()
    return "notes" if about and row.shape is Shape.HEAD else None


def _is_commenter(text: str) -> bool:
    """`Anna said: 3 May 2014 at 9:14 am`, with the words of the comment on the lines below."""
    name = _COMMENTER.match(text)
    if name is None:
        return False
    hit = next(find_dates(text, name.end()), None)
    return hit is not None and hit.start - name.end() < _BEFORE_DATE and len(text) - hit.end < _CLOCK


def _leaves(zone: str, row: Row, gap_seen: bool, repeated: bool) -> bool:
    """The row is no longer in the zone: news again, or a heading that the contents do not announce."""
    if zone == "contents":
        named = row.shape is Shape.HEAD and (repeated or not gap_seen)
        return not (named or (row.shape is Shape.NOISE and not gap_seen))
    if zone in ("related", "teasers"):
        return row.shape in (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE, Shape.TIME)
    return zone == "notes" and row.shape in (Shape.RULE, Shape.DATED_HEAD)


def _key(row: Row) -> str:
    return row.text.casefold()


def _seal_other_languages(rows: Sequence[Row], sealed: list[str | None]) -> None:
    """A text in another script that stands apart, with a headline or date of its own, is no English item."""
    start = 0
    for i in range(len(rows) + 1):
        if i < len(rows) and rows[i].foreign:
            continue
        run = rows[start:i]
        apart = len(run) > 1 and (run[0].gap or start == 0)
        if apart and (run[0].date is not None or len(run[0].text) < _FOREIGN_HEADLINE):
            sealed[start:i] = ["other language"] * len(run)
        start = i + 1
