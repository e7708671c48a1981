"""What joining remembers of the tellings of an item for the next run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.schema.column import Column


@dataclass(frozen=True, slots=True)
class JoinedUnit:
    """Tellings of one event in one item, in the order in which joining asked which event each is of."""

    rank: Annotated[int, Column("How little of the date is known; units come by it and what follows.")]
    later: Annotated[int, Column("1 where it is a headline.")]
    unnamed: Annotated[int, Column("How many it is about, negative.")]
    item_id: Annotated[str, Column("The item.")]
    trigger_start: Annotated[int, Column("First character of the first telling's trigger.")]
    event_type: Annotated[str, Column("Type of the first telling.")]
    tellings: Annotated[int, Column("How many tellings it has.")]
    sought: Annotated[tuple[int, ...], Column("Keys under which it looks for others.")]
    told: Annotated[tuple[int, ...], Column("Keys under which others find it.")]
    home: Annotated[int, Column("Number, in this order, of the unit that founded its event.")]
    plain: Annotated[str | None, Column("Of a founder: the id of its event, if it is the only one.")] = None
    vague: Annotated[bool, Column("Of a founder: that id says too little.")] = False
    near: Annotated[str | None, Column("Of a founder: what is added where it is not the only one.")] = None
    far: Annotated[str | None, Column("Of a founder: what is added where that does not do.")] = None
