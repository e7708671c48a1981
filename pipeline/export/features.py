"""GeoJSON (RFC 7946): one feature an event, at its place's coordinates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.schema.dataset import Event, Place
from pipeline.storage.dataset import published

__all__ = ["write"]

PROPERTIES = (
    "event_id", "event_type", "plover_event", "plover_mode", "date_precision", "place_id", "place_name",
    "trigger", "sentence", "mention_count", "confidence",
)  # fmt: skip


def write(dataset: Path, path: Path) -> None:
    """Write the features, one a line; an event whose place has no known coordinates has no geometry."""
    places = {place.place_id: place for place in published(dataset, Place)}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for number, event in enumerate(published(dataset, Event)):
            feature = _feature(event, places.get(event.place_id or ""))
            file.write((",\n" if number else "\n") + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")


def _feature(event: Event, place: Place | None) -> dict[str, Any]:
    geometry = None
    if place and place.longitude is not None and place.latitude is not None:
        geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Feature",
        "id": event.event_id,
        "geometry": geometry,
        "properties": {
            **{name: getattr(event, name) for name in PROPERTIES},
            "date_start": event.date_start.isoformat() if event.date_start else None,
            "date_end": event.date_end.isoformat() if event.date_end else None,
            "people": [f"{part.name} ({part.role})" for part in event.people],
            "organizations": [f"{part.name} ({part.role})" for part in event.organizations],
            "item_ids": list(event.item_ids),
        },
    }
