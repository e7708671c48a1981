"""A plain table of events with the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from pipeline.schema.dataset import Event, EventMention

_HEAD = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Events</title>
<style>body{font:15px/1.4 sans-serif;margin:2em}td,th{padding:.4em;vertical-align:top;text-align:left;
border-bottom:1px solid #ccc}</style></head><body><h1>Events</h1>
<table><tr><th>Date<th>Type<th>Place<th>Who<th>Told by</tr>
"""


def report_page(events: Iterable[Event], tellings: Mapping[str, Sequence[EventMention]]) -> str:
    """The review page as one self-contained HTML document; page text is escaped throughout."""
    rows = "".join(_row(event, tellings.get(event.event_id, ())) for event in events)
    return f"{_HEAD}{rows}</table></body></html>\n"


def _row(event: Event, tellings: Sequence[EventMention]) -> str:
    who = [f"{person.name} ({person.role})" for person in event.people]
    who += [f"{body.name} ({body.role})" for body in event.organizations]
    day = event.date_start.isoformat() if event.date_start else ""
    cells = (day, event.event_type, event.place_name or "", ", ".join(who))
    told = "".join(f"<li>{escape(telling.sentence)}</li>" for telling in tellings)
    return "<tr>" + "".join(f"<td>{escape(cell)}" for cell in cells) + f"<td><ul>{told}</ul></tr>\n"
