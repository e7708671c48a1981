"""Stretches of a page that are no news by what stands over them: comments, contents, related texts."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.rows.row import Row
from pipeline.segment.zones.feet import closing_start, foot_start
from pipeline.segment.zones.letters import letter_rows
from pipeline.segment.zones.requests import request_rows
from pipeline.segment.zones.zone_walk import ZoneWalk

_FOREIGN_HEADLINE = 120


def sealed_rows(rows: Sequence[Row]) -> list[str | None]:
    """For each row why no item begins there, None where one may."""
    sealed: list[str | None] = [None] * len(rows)
    for letter in letter_rows(rows):
        sealed[letter.start : letter.stop] = ["letter"] * len(letter)
    walk = ZoneWalk(rows)
    for i in range(len(rows)):
        reason = walk.step(i)
        sealed[i] = sealed[i] or reason
    for request in request_rows(rows):
        sealed[request.start : request.stop] = [sealed[i] or "request" for i in request]
    _seal_other_languages(rows, sealed)
    closing = closing_start(rows)
    sealed[closing:] = [reason or "notes" for reason in sealed[closing:]]
    foot = foot_start(rows)
    sealed[foot:] = [reason or "page foot" for reason in sealed[foot:]]
    return sealed


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
