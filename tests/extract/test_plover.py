"""The PLOVER code of an event by its words."""

from __future__ import annotations

import pytest

from pipeline.extract import coded, load_event_types
from pipeline.schema.dataset import Event

CODES = {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}


def event(event_type: str, trigger: str, sentence: str) -> Event:
    nothing = (None,) * 5
    return Event("e", event_type, *CODES[event_type], trigger, sentence, *nothing, (), (), ("i",), 1, 0.9)


@pytest.mark.parametrize(
    ("event_type", "trigger", "sentence", "plover"),
    [
        ("statement", "condemned", "The union condemned the raid.", ("ACCUSE", None)),
        ("statement", "are alarmed", "We are alarmed by the raid.", ("ACCUSE", None)),
        ("statement", "said", "She said that the search had been unlawful.", ("ACCUSE", None)),
        ("statement", "welcomed", "The union welcomed the unlawful order's end.", ("SUPPORT", None)),
        ("statement", "said", "He said the guild stood by its members.", ("SUPPORT", None)),
        ("statement", "said", "She said that the hall was full.", ("CONSULT", None)),
        ("protest", "march", "A march went through Kisumu.", ("PROTEST", "demo")),
        ("protest", "hunger strike", "Six miners are on hunger strike.", ("PROTEST", "hunger")),
        ("protest", "general strike", "The union began a general strike.", ("PROTEST", "strike")),
        ("protest", "blocked the road", "Villagers blocked the road.", ("PROTEST", "obstruct")),
        ("protest", "boycotted", "Students boycotted their lectures.", ("PROTEST", "boycott")),
        ("death", "was shot dead", "The farmer was shot dead.", ("ASSAULT", None)),
        ("death", "died", "The poet died at home.", (None, None)),
        ("release", "was freed", "She was freed on Monday.", ("RETREAT", "release")),
    ],
)
def test_the_code_follows_what_is_said(
    event_type: str, trigger: str, sentence: str, plover: tuple[str | None, str | None]
) -> None:
    found = coded(event(event_type, trigger, sentence))
    assert (found.plover_event, found.plover_mode) == plover
