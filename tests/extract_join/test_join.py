"""Which tellings are one event: cases as data, and what holds whatever is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import join
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Telling
from tests.extract_join.tellings import BODIES, CASES, ENTITIES, PEOPLE, PLACES, partition, tellings

PLOVER = {"arrest": ("COERCE", "arrest"), "death": (None, None)}


def joined(told: Sequence[Telling]) -> tuple[list[Event], dict[tuple[str, int, str], str]]:
    events, rows = join(told, ENTITIES, PLOVER)
    return events, {
        (r.telling.item_id, r.telling.trigger_start, r.telling.event_type): r.event_id for r in rows
    }


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_partition(case: dict[str, Any]) -> None:
    told = tellings(case["tellings"])
    assert partition(told, joined(told)[1]) == sorted(case["events"])


def event(*rows: dict[str, Any]) -> Event:
    (found,), _ = joined(tellings(rows))
    return found


def arrest(**more: Any) -> dict[str, Any]:
    return {"in": "a", "says": "Omondi was [arrested].", "type": "arrest", "target": ["omondi"], **more}


def test_event_has_the_most_precise_date_and_the_closest_place() -> None:
    found = event(
        arrest(date="2014-05", place="kisumu"),
        arrest(**{"in": "b"}, date="2014-05-03", place="kenya"),
        arrest(**{"in": "c"}),
    )
    assert (found.date_start, found.date_end, found.date_precision) == (
        date(2014, 5, 3), date(2014, 5, 3), "day",
    )  # fmt: skip
    assert (found.place_id, found.place_name) == ("kisumu", "Kisumu")
    assert (found.item_ids, found.mention_count) == (("a", "b", "c"), 3)
    assert (found.plover_event, found.plover_mode) == ("COERCE", "arrest")


def test_event_has_the_participants_of_all_tellings_each_in_one_role() -> None:
    found = event(
        arrest(date="2014-05-03", other=["mwangi"]),
        arrest(**{"in": "b"}, date="2014-05-03", actor=["guards", "mwangi"]),
        arrest(**{"in": "c"}, date="2014-05-03", target=["omondi", "nowak"]),
    )
    assert [(p.person_id, p.name, p.role) for p in found.people] == [
        ("mwangi", "Mwangi", "actor"), ("nowak", "Nowak", "target"), ("omondi", "Omondi", "target"),
    ]  # fmt: skip
    assert [(o.organization_id, o.role) for o in found.organizations] == [("guards", "actor")]


def test_an_organisation_called_by_a_part_of_its_name_is_one_participant() -> None:
    rows = (
        {"in": "a", "says": "[Statement] of the Union", "type": "statement", "actor": ["lantern-union"]},
        {
            "in": "a", "says": "The Lantern Weavers Union [condemns] it.", "type": "statement",
            "actor": ["lantern-weavers-union"],
        },
    )  # fmt: skip
    assert [o.organization_id for o in event(*rows).organizations] == ["lantern-weavers-union"]
    both = arrest(date="2014-05-03", actor=["lantern-union", "lantern-weavers-union"])
    assert len(event(both).organizations) == 2


def test_majority_decides_between_actor_and_target() -> None:
    swapped = arrest(**{"in": "c"}, date="2014-05-03", target=["omondi", "guards"])
    right = [arrest(**{"in": item}, date="2014-05-03", actor=["guards"]) for item in "ab"]
    assert [o.role for o in event(swapped, *right).organizations] == ["actor"]


def test_event_quotes_a_dated_sentence_before_a_headline() -> None:
    found = event(
        {"in": "a", "says": "Omondi [held]", "type": "arrest", "target": ["omondi"], "confidence": 0.95},
        arrest(date="2014-05-03", says="On 3 May 2014 Omondi was [arrested]."),
    )
    assert (found.trigger, found.sentence) == ("arrested", "On 3 May 2014 Omondi was arrested.")


def test_confidence_grows_with_tellings_and_stays_below_one() -> None:
    one = event(arrest(date="2014-05-03"))
    two = event(arrest(date="2014-05-03"), arrest(**{"in": "b"}, date="2014-05-03"))
    many = event(*(arrest(**{"in": f"i{n}"}, date="2014-05-03") for n in range(60)))
    assert one.confidence == 0.8
    assert one.confidence < two.confidence < many.confidence < 1


def test_majority_of_tellings_gives_the_type() -> None:
    rows = [arrest(**{"in": item}, date="2014-05-03", type="detention") for item in "ab"]
    assert event(*rows, arrest(**{"in": "c"}, date="2014-05-03")).event_type == "detention"


def test_ids_are_readable() -> None:
    ids = [
        event(arrest(date="2014-05-03")).event_id,
        event(arrest(date="2014-05")).event_id,
        event(arrest(target=[], actor=["guards"], date="2014-05-03")).event_id,
        event(arrest(target=[], date="2014-05-03", place="kisumu")).event_id,
        event(arrest()).event_id,
    ]
    assert ids == [
        "arrest-2014-05-03-omondi", "arrest-2014-05-omondi", "arrest-2014-05-03-guards",
        "arrest-2014-05-03-kisumu", "arrest-omondi",
    ]  # fmt: skip


def test_ids_of_like_events_differ_by_their_own_words() -> None:
    first = {"in": "a", "says": '"No," [said] Okafor.', "type": "statement", "actor": ["okafor"]}
    second = {**first, "in": "b", "says": '"Yes," [said] Okafor.'}
    alone = event(first).event_id
    (one, other), _ = joined(tellings([first, second]))
    assert one.event_id != other.event_id
    assert alone in {one.event_id, other.event_id}
    assert alone.startswith("statement-okafor-")


def test_a_copy_on_another_page_leaves_the_id() -> None:
    says = "Okafor [said] fishing families were driven from their lagoon before dawn without warning."
    row = {"in": "m", "says": says, "type": "statement", "actor": ["okafor"]}
    for copy in ("a", "z"):
        found = event(row, {**row, "in": copy})
        assert (found.event_id, found.mention_count) == (event(row).event_id, 2)


ROWS = st.fixed_dictionaries(
    {
        "in": st.sampled_from("abcd"),
        "type": st.sampled_from(["arrest", "detention", "protest", "statement", "sentence"]),
        "says": st.sampled_from(
            ["They were [arrested].", "The [rally] of bakers", "He [said] the bakers marched on the mill."]
        ),
        "date": st.sampled_from([None, "2014", "2014-05", "2014-05-03", "2014-05-04", "--05-03"]),
        "place": st.sampled_from([None, *PLACES]),
        "target": st.lists(st.sampled_from(PEOPLE[:3]), max_size=2, unique=True),
        "actor": st.lists(st.sampled_from(BODIES[:2]), max_size=1),
    }
)


@given(st.lists(ROWS, max_size=12), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events(rows: list[dict[str, Any]], random: Any) -> None:
    told = tellings(rows)
    shuffled = random.sample(told, len(told))
    assert join(shuffled, ENTITIES, PLOVER) == join(told, ENTITIES, PLOVER)


@given(st.lists(ROWS, max_size=12))
def test_every_telling_belongs_to_one_event_and_no_event_holds_two_days(rows: list[dict[str, Any]]) -> None:
    told = tellings(rows)
    events, by_event = joined(told)
    assert len({event.event_id for event in events}) == len(events)
    assert set(by_event.values()) == {event.event_id for event in events}
    assert sum(event.mention_count for event in events) == len(told)
    days: dict[str, set[date]] = {}
    for one in told:
        if one.date_precision == "day" and one.date_start:
            key = by_event[one.item_id, one.trigger_start, one.event_type]
            days.setdefault(key, set()).add(one.date_start)
    assert all(len(found) == 1 for found in days.values())


@given(st.lists(ROWS, max_size=12))
def test_an_unrelated_telling_changes_no_event(rows: list[dict[str, Any]]) -> None:
    told = tellings(rows)
    other = tellings(
        [{"in": "A-first", "says": "Yildiz [fled] to Ankara.", "type": "other", "target": ["yildiz"]}]
    )
    before, after = join(told, ENTITIES, PLOVER)[0], join([*other, *told], ENTITIES, PLOVER)[0]
    assert [event for event in after if event.event_type != "other"] == before
