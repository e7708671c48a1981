"""The time of every stage grows in proportion to the page, whatever stands on it."""

from __future__ import annotations

import os

import pytest
from flow import seconds_by_stage

from pipeline.read.decode import decode
from pipeline.read.html import read_html

PIECES = {
    "sentences": "Police in Osh detained the editor Aida Kamau on 11 March 2014, her lawyer said on Monday. ",
    "paragraphs": "The court fined Ivan Petrov. He was released by the Union of Writers in Minsk.\n\n",
    "dates": "12 March 2014 ",
    "numbers": "1 ",
    "capitals": "The Committee of ",
    "names": "Ivan Petrov, ",
    "verbs": "and he said that ",
    "quotes": '“the "',
    "dashes": "- ",
    "entries": "12 March 2014: Aida Kamau was detained in Osh.\n",
    "headlines": "Editor detained in Osh\n\n12 March 2014\n\nPolice detained the editor.\n\n",
    "shouts": "COURT OF THE CITY ",
    "addresses": "www.example.org/a.b ",
    "brackets": "((",
    "mojibake": "â€œÃ© ",
    "entities": "&amp;nbsp; ",
}
SHORT = int(os.environ.get("SCALING_CHARACTERS", "4000"))
TIMES_LONGER = 4
BOUND = 2.25 * TIMES_LONGER
"""Quadratic time would be 16-fold for a text four times as long."""
FLOOR = 0.06
"""Seconds below which a measurement says nothing of growth."""
MEASURED_AGAIN = 3


def text_of(piece: str, length: int) -> str:
    return "Press review\n\n" + piece * (length // len(piece)) + "\n"


def outgrown(piece: str) -> list[str]:
    """Stages that took more than the bound, measured once."""
    short = seconds_by_stage(text_of(piece, SHORT))
    long = seconds_by_stage(text_of(piece, SHORT * TIMES_LONGER))
    return [
        f"{stage}: {short[stage]:.2f} s, {long[stage]:.2f} s"
        for stage in short
        if long[stage] > BOUND * max(short[stage], FLOOR / TIMES_LONGER)
    ]


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    seconds_by_stage(text_of(PIECES["sentences"], 2000))


@pytest.mark.parametrize("kind", PIECES)
def test_time_grows_in_proportion_to_length(kind: str) -> None:
    slow = outgrown(PIECES[kind])
    for _ in range(MEASURED_AGAIN):  # on a busy machine
        slow = slow and outgrown(PIECES[kind])
    assert not slow


MARKUP = (
    "<div>",
    "<p>a</p>",
    "<table><tr><td>a",
    "<!-- ",
    "&amp;",
    "<script>",
    "</b>",
    "<a href='",
    "<b <",
    "<br>a ",
)


@pytest.mark.parametrize("piece", MARKUP)
def test_reading_html_grows_in_proportion_to_length(piece: str) -> None:
    import time

    def seconds(length: int) -> float:
        start = time.process_time()
        decode(read_html("<body>Police said." + piece * (length // len(piece))).text.encode())
        return time.process_time() - start

    seconds(1_000)
    assert seconds(200_000) < BOUND * max(seconds(50_000), FLOOR)
