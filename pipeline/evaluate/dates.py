"""Date expressions of an item: found by their words, right by their value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.evaluate.gold import GoldDate, GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Verdict
from pipeline.schema.dataset import DateRow

__all__ = ["judge_dates", "missed_dates"]


def judge_dates(scope: Scope, item: GoldItem, predicted: Sequence[DateRow]) -> Iterator[Verdict]:
    """Dates of one item; area `date` asks for words and value, `date_found` for the words alone.

    Right pairs are made first, so that a wrong one never takes the row of a right one. A gold date
    without a value asks for nothing, but a row that reads one into it is wrong.
    """
    norm = scope.fold.norm
    free = list(predicted)
    left: list[GoldDate] = []

    def same_words(date: GoldDate) -> list[DateRow]:
        words = norm(date.text)
        return [row for row in free if words in norm(row.text) or norm(row.text) in words]

    def verdict(area: str, kind: str, date: GoldDate | None, row: DateRow | None) -> Verdict:
        start = row.start if row else scope.locate(item, date.text if date else "")
        gold, got = _shown(date), _shown(row)
        return Verdict(area, scope.page, kind, gold=gold, got=got, start=start)

    for date in item.dates:
        right = [row for row in same_words(date) if (row.value or None) == date.value]
        if date.unsure or not right:
            left.append(date)
            continue
        row = min(right, key=lambda row: norm(row.text) != norm(date.text))
        free.remove(row)
        yield verdict("date", "RIGHT", date, row)
        yield verdict("date_found", "RIGHT", date, row)
    for date in sorted(left, key=lambda date: date.unsure):
        near = same_words(date)
        if date.unsure:
            free = [row for row in free if row not in near]
        elif near:
            free.remove(near[0])
            yield verdict("date", "WRONG", date, near[0])
            yield verdict("date_found", "RIGHT", date, near[0])
        elif date.value is not None:
            yield verdict("date", "MISSED", date, None)
            yield verdict("date_found", "MISSED", date, None)
    said = {(norm(date.text), date.value) for date in item.dates}
    for row in free:
        if (norm(row.text), row.value) not in said:
            yield verdict("date", "EXTRA", None, row)
            yield verdict("date_found", "EXTRA", None, row)


def missed_dates(scope: Scope, item: GoldItem) -> Iterator[Verdict]:
    """The dates of an item that was not found."""
    for date in item.dates:
        if not date.unsure and date.value is not None:
            for area in ("date", "date_found"):
                yield Verdict(area, scope.page, "MISSED", _shown(date), "(item not found)", item.start)


def _shown(date: GoldDate | DateRow | None) -> str | None:
    return f"{date.text} = {date.value}" if date else None
