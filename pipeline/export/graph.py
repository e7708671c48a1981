"""GraphML: people, organisations, places and events as nodes, the parts they take as edges."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from pipeline.schema.dataset import Event, Organization, Person, Place
from pipeline.storage.dataset import published

__all__ = ["graph", "write"]

# what XML 1.0 cannot hold
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(dataset: Path, path: Path) -> None:
    """Write the graph for Gephi, Cytoscape, igraph and their like."""
    nx.write_graphml(graph(dataset), path)


def graph(dataset: Path) -> nx.MultiDiGraph:
    """Edges lead from who takes part (`role`) to the event, and from the event to its place (`in`).

    Node ids are `kind:id`. Every node has `kind` and `label`.
    """
    made = nx.MultiDiGraph()
    for person in published(dataset, Person):
        _node(made, "person", person.person_id, person.name)
    for body in published(dataset, Organization):
        _node(made, "organization", body.organization_id, body.name, acronym=body.acronym)
    for place in published(dataset, Place):
        _node(made, "place", place.place_id, place.name, place_kind=place.kind,
              country=place.country_code, latitude=place.latitude, longitude=place.longitude)  # fmt: skip
    for event in published(dataset, Event):
        _event(made, event)
    return made


def _event(made: nx.MultiDiGraph, event: Event) -> None:
    day = event.date_start.isoformat() if event.date_start else None
    name = " ".join(filter(None, (event.event_type, day)))
    _node(made, "event", event.event_id, name, event_type=event.event_type, date=day,
          date_precision=event.date_precision, sentence=event.sentence,
          confidence=event.confidence)  # fmt: skip
    target = _id("event", event.event_id)
    for person in event.people:
        made.add_edge(_id("person", person.person_id), target, role=person.role)
    for body in event.organizations:
        made.add_edge(_id("organization", body.organization_id), target, role=body.role)
    if event.place_id:
        made.add_edge(target, _id("place", event.place_id), role="in")


def _id(kind: str, known: str) -> str:
    return _NOT_XML.sub("", f"{kind}:{known}")


def _node(made: nx.MultiDiGraph, kind: str, known: str, label: str, **values: str | float | None) -> None:
    """A node without the attributes that are null, which GraphML does not know."""
    attributes = {"kind": kind, "label": label, **values}
    made.add_node(
        _id(kind, known),
        **{
            name: _NOT_XML.sub("", value) if isinstance(value, str) else value
            for name, value in attributes.items()
            if value is not None
        },
    )
