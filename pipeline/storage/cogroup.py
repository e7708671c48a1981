"""Tables of several stages read side by side: the rows of each that belong to one key, in step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from pipeline.errors import PipelineError

Row = TypeVar("Row")
Key = TypeVar("Key")


def cogroup(
    leaders: Iterable[Row], key: Callable[[Any], Key], *streams: Iterable[Any]
) -> Iterator[tuple[Row, tuple[list[Any], ...]]]:
    """Each leader with the rows of every stream that share its key, all read in step.

    The streams' keys must come in the leaders' order. Raises PipelineError where they do not: the
    tables come from different runs.

    >>> list(cogroup(["a", "b"], lambda row: row[0], ["a1", "a2", "b1"], ["b9"]))
    [('a', (['a1', 'a2'], [])), ('b', (['b1'], ['b9']))]
    >>> list(cogroup(["a"], lambda row: row[0], ["b1"]))
    Traceback (most recent call last):
    ...
    pipeline.errors.PipelineError: the stage tables differ at 'b'; run all stages: `python -m pipeline run`
    """
    iterators = [iter(stream) for stream in streams]
    heads = [next(iterator, None) for iterator in iterators]
    for leader in leaders:
        wanted, found = key(leader), []
        for index, iterator in enumerate(iterators):
            rows: list[Any] = []
            while (head := heads[index]) is not None and key(head) == wanted:
                rows.append(head)
                heads[index] = next(iterator, None)
            found.append(rows)
        yield leader, tuple(found)
    for head in heads:
        if head is not None:
            raise _misfit(key(head))


def only(rows: list[Row], key: object) -> Row:
    """The one row that a stage must have written for a key; PipelineError where it wrote none or more.

    >>> only(["a1"], "a")
    'a1'
    """
    if len(rows) != 1:
        raise _misfit(key)
    return rows[0]


def _misfit(key: object) -> PipelineError:
    return PipelineError(f"the stage tables differ at {key!r}; run all stages: `python -m pipeline run`")
