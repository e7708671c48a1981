"""What holds for every text: spans, formats that read back, time in proportion to length."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.resolve_dates import resolve_dates

from .conftest import make_item, no_parse

WORDS = (
    "4 12 31 2012 1999 may May March on in from to until the and , . - – / : ago later before after last "
    "next same day days weeks two a Friday Sunday today yesterday of year month summer 1st born No. Mr people"
)
PIECES = st.sampled_from([*WORDS.split(), "\n", "'s ", "04.08.2012", "2012-08-04", "de agosto", "\u00a0"])
TEXTS = st.lists(PIECES, max_size=40).map(" ".join)
DAYS = st.dates(date(1930, 1, 1), date(2060, 12, 31))


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    return f"{number}{ending}"


FORMS: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d.day} {d:%B %Y}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d:%b}. {_ordinal(d.day)}, {d.year}" if d.month != 5 else f"May {_ordinal(d.day)}, {d.year}",
    lambda d: f"the {_ordinal(d.day)} of {d:%B} {d.year}",
    lambda d: f"{d:%A}, {d.day} {d:%B}, {d.year}",
    lambda d: f"{d:%a} {d.day} {d:%b} {d.year}",
    lambda d: f"{d.day}-{d:%b}-{d.year}",
    lambda d: f"{d.year}, {d:%B} {d.day}",
    lambda d: f"{d.day} {d:%B} {d.year}".upper(),
    lambda d: d.isoformat(),
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y %d/%m}" if d.day > 12 else f"{d:%Y %m/%d}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d:%d/%m/%Y}",
)


@settings(deadline=None)
@given(TEXTS, st.none() | DAYS.map(date.isoformat))
def test_spans_slice_back_in_order(text: str, published: str | None) -> None:
    found = resolve_dates(make_item(text, published), no_parse())
    assert all(text[mention.start : mention.end] == mention.text != "" for mention in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all("\n" not in mention.text for mention in found)


@settings(deadline=None)
@given(TEXTS, DAYS.map(date.isoformat))
def test_values_agree_with_their_days(text: str, published: str) -> None:
    for mention in resolve_dates(make_item(text, published), no_parse()):
        if mention.value is None:
            assert mention.date_start is mention.date_end is mention.precision is None
        elif mention.value.startswith("--"):
            assert mention.date_start is None
        else:
            assert mention.date_start is not None and mention.date_end is not None
            assert mention.date_start.isoformat().startswith(mention.value)
            assert mention.date_start <= mention.date_end
            assert mention.value.count("-") == ("year", "month", "day").index(mention.precision or "")


@pytest.mark.parametrize("form", FORMS, ids=[form(date(2012, 8, 24)) for form in FORMS])
@settings(max_examples=30, deadline=None)
@given(day=DAYS, published=st.none() | DAYS.map(date.isoformat))
def test_a_date_reads_back(form: Callable[[date], str], day: date, published: str | None) -> None:
    for before, after in (("On ", " they met."), ("", ""), ("(", ")"), ("held: ", ", again")):
        written = form(day)
        found = resolve_dates(make_item(before + written + after, published), no_parse())
        assert [(m.value, m.relative) for m in found] == [(day.isoformat(), False)], before + written + after


@settings(max_examples=50, deadline=None)
@given(DAYS, st.integers(1, 40), st.booleans())
def test_ranges_read_back(first: date, length: int, words: bool) -> None:
    last = first + timedelta(days=length)
    text = f"{first.day} {first:%B %Y} - {last.day} {last:%B %Y}"
    if words:
        text = f"from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
    (found,) = resolve_dates(make_item(text), no_parse())
    assert (found.text, found.date_start, found.date_end) == (text, first, last)


@settings(max_examples=50, deadline=None)
@given(DAYS, st.integers(1, 90))
def test_days_ago_are_counted_from_the_published_date(published: date, number: int) -> None:
    (found,) = resolve_dates(make_item(f"It was {number} days ago.", published.isoformat()), no_parse())
    assert found.date_start == published - timedelta(days=number)
    assert found.anchor == published.isoformat()


@settings(max_examples=50, deadline=None)
@given(DAYS, DAYS)
def test_a_date_without_year_is_put_near_the_published_one(day: date, published: date) -> None:
    (found,) = resolve_dates(make_item(f"on {day.day} {day:%B}", published.isoformat()), no_parse())
    assert found.date_start is not None
    leap_years = 8 * 366 if (day.month, day.day) == (2, 29) else 366
    assert abs((found.date_start - published).days) <= leap_years


ADVERSARIAL = (
    "1 ", "May ", "1, 2, ", "from 1 to 2 ", "two days after the x ", "in May, June, ", "the ", " ", "15 May ",
    "twenty-", "Friday ", "1.1.", "2012-", "the same day, ", "of the ",
)  # fmt: skip


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_grows_in_proportion_to_length(piece: str) -> None:
    def seconds(length: int) -> float:
        item = make_item(piece * (length // len(piece)), "2012-08-04")
        start = time.process_time()
        resolve_dates(item, no_parse())
        return time.process_time() - start

    seconds(1_000)
    small, large = seconds(6_000), seconds(48_000)
    assert large < 8 * 3 * max(small, 0.01)
