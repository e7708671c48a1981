"""What the terminal is told while work goes on: bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Thing = TypeVar("Thing")

ERR = Console(stderr=True, highlight=False)


def say(stage: str, outcome: str, seconds: float) -> None:
    """One line for a finished stage, on stderr."""
    ERR.print(f"[bold]{stage:>13}[/]  {outcome}  [dim]{seconds:.1f} s[/]", soft_wrap=True)


def tracked(
    things: Iterable[Thing], total: int, what: str, size: Callable[[Thing], int] = lambda _: 1
) -> Iterator[Thing]:
    """The same things, with a bar, a rate and the time left while stderr is a terminal.

    `size` says how much of `total` a thing is.
    """
    if not ERR.is_terminal:
        yield from things
        return
    columns = (TextColumn("{task.description:>13}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=ERR, transient=True) as progress:
        task = progress.add_task(what, total=total)
        for thing in things:
            yield thing
            progress.advance(task, size(thing))
