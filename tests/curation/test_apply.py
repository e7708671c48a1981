"""Decisions carried out on small rows: they win, and one that misses its target says so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from pipeline.curation import (
    Assignments,
    Decision,
    curate_entities,
    curate_events,
    curate_items,
    curate_mentions,
    locate,
    moved,
    names_of,
)
from pipeline.curation.decisions import COLUMNS
from pipeline.schema.dataset import Event, PersonRole, RejectedSpan
from pipeline.schema.flow import (
    Block,
    CleanItem,
    DoubtfulPair,
    Edit,
    Entity,
    LinkedMention,
    Mention,
    RawItem,
    SourcePage,
    Telling,
    ToldEvent,
)
from pipeline.segment import segment_page

PLOVER = {"arrest": ("COERCE", "arrest"), "detention": ("COERCE", "arrest"), "protest": ("PROTEST", "demo")}


def decide(file: str, decision: str, line: int = 2, **cells: object) -> Decision:
    filled = {column: str(cells.get(column, "")) for column in COLUMNS[file]} | {"decision": decision}
    return Decision(file, line, decision, MappingProxyType(filled))


def entity(entity_id: str, name: str, *aliases: str, kind: str = "person") -> Entity:
    return Entity(kind, entity_id, name, None, aliases, None, None, None, None, None)


def linked(entity_id: str, text: str, start: int, kind: str = "person") -> LinkedMention:
    return LinkedMention("page#0", kind, entity_id, start, start + len(text), text, "model")


# entities

ALES, OTHER, CLUB = (
    entity("ales-bialiatski", "Ales Bialiatski", "Bialiatski", "Belyatsky"),
    entity("bialacki", "Bialacki"),
    entity("viasna", "Viasna", kind="organization"),
)
MENTIONS = [
    linked("ales-bialiatski", "Ales Bialiatski", 0),
    linked("ales-bialiatski", "Belyatsky", 30),
    linked("bialacki", "Bialacki", 60),
    linked("viasna", "Viasna", 90, "organization"),
]
PAIR = DoubtfulPair("person", "ales-bialiatski", "bialacki", 0.7, "one surname")


def curate(*decisions: Decision) -> tuple[dict[str, Entity], list[str], int, list[str | None]]:
    moves, entities, doubtful, outcomes = curate_entities([ALES, OTHER, CLUB], [PAIR], decisions)
    mentions = list(moved(MENTIONS, moves))
    by_id = {e.entity_id: e for e in entities}
    return by_id, [m.entity_id for m in mentions], len(doubtful), [o.problem for o in outcomes]


def test_same_joins_names_and_mentions_and_settles_the_doubt() -> None:
    decision = decide("entities", "same", kind="person", entity="Ales Bialiatski", other="bialacki")
    entities, mentions, doubtful, problems = curate(decision)
    assert entities["ales-bialiatski"].aliases == ("Belyatsky", "Bialacki", "Bialiatski")
    assert entities["ales-bialiatski"].curated and "bialacki" not in entities
    assert mentions == ["ales-bialiatski"] * 3 + ["viasna"]
    assert (doubtful, problems) == (0, [None])


def test_not_same_settles_a_doubtful_pair() -> None:
    decision = decide("entities", "not_same", kind="person", entity="ales-bialiatski", other="bialacki")
    entities, _, doubtful, problems = curate(decision)
    assert len(entities) == 3 and (doubtful, problems) == (0, [None])


def test_not_same_takes_a_name_away_again() -> None:
    decision = decide("entities", "not_same", kind="person", entity="ales-bialiatski", other="Belyatsky")
    entities, mentions, _, problems = curate(decision)
    assert entities["belyatsky"].name == "Belyatsky"
    assert "Belyatsky" not in entities["ales-bialiatski"].aliases
    assert mentions[1] == "belyatsky" and problems == [None]


def test_rename_retype_reject() -> None:
    entities, mentions, _, problems = curate(
        decide("entities", "rename", kind="person", entity="bialacki", other="A. Bialacki"),
        decide("entities", "retype", kind="organization", entity="Viasna", other="place"),
        decide("entities", "reject", kind="person", entity="ales-bialiatski"),
    )
    assert entities["bialacki"].name == "A. Bialacki" and entities["bialacki"].aliases == ("Bialacki",)
    assert (entities["viasna"].entity_kind, entities["viasna"].place_kind) == ("place", "other")
    assert mentions == ["bialacki", "viasna"] and problems == [None] * 3


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("name", ["bialacki", "Bialacki"])
def test_rename_and_retype_of_one_entity_in_either_order(turned: bool, name: str) -> None:
    decisions = [
        decide("entities", "rename", kind="person", entity=name, other="Bialacki Fund"),
        decide("entities", "retype", kind="person", entity=name, other="organization"),
    ]
    entities, mentions, _, problems = curate(*reversed(decisions) if turned else decisions)
    fund = entities["bialacki"]
    assert (fund.entity_kind, fund.name, fund.aliases) == ("organization", "Bialacki Fund", ("Bialacki",))
    assert mentions[2] == "bialacki" and problems == [None, None]


@pytest.mark.parametrize(
    ("name", "problem"),
    [("Nobody", "no person is called 'Nobody'"), ("viasna", "no person is called 'viasna'")],
)
def test_an_entity_that_is_gone_is_reported(name: str, problem: str) -> None:
    assert curate(decide("entities", "reject", kind="person", entity=name))[3] == [problem]


# items


def reread(page: SourcePage) -> list[RawItem]:
    return segment_page(page)[0]


TEXT = "First head\nFirst body.\nSecond head\nSecond body.\n"
PAGE = SourcePage("page", "page.txt", "0" * 64, None, None, None, "en", TEXT)
WHOLE = RawItem(
    "page#0", "page", 0, "article", 0, 46, False, None, None, None,
    (Block("headline", 0, 10), Block("body", 11, 22), Block("body", 23, 34), Block("body", 35, 46)),
)  # fmt: skip


def test_split_and_join_are_each_others_undoing() -> None:
    split = decide("items", "split", page_id="page", at=23, words="Second head")
    items, _, outcomes = curate_items(PAGE, [WHOLE], [], [split], reread)
    assert [(i.item_id, i.position, i.start, i.end, len(i.blocks)) for i in items] == [
        ("page#0", 0, 0, 22, 2), ("page#23", 1, 23, 46, 2),
    ]  # fmt: skip
    assert [o.problem for o in outcomes] == [None]
    join = decide("items", "join", page_id="page", at=23, words="Second head")
    (joined,), _, _ = curate_items(PAGE, items, [], [join], reread)
    assert (joined.start, joined.end, joined.blocks) == (0, 46, WHOLE.blocks)


DATED = "Dam opened\n3 May 2014\nThe dam was opened.\n\nClinic shut\n7 June 2014\nThe clinic was shut.\n"
CLINIC = DATED.index("Clinic")


@pytest.mark.parametrize(
    ("source", "text", "cell", "date_and_source"),
    [
        ("dateline", DATED, "", ("2014-06-07", "day", "dateline")),
        ("section", DATED.replace("7 June 2014", "A report"), "", ("2014-05-03", "day", "section")),
        ("dateline", DATED.replace("7 June 2014", "A report"), "", ("2014-05-03", "day", "inferred")),
        ("dateline", DATED.replace("7 June 2014", "7 June"), "", ("2014-06-07", "day", "dateline")),
        ("dateline", DATED, "2014-08", ("2014-08-01", "month", "curation")),
        ("section", DATED, "-", (None, None, None)),
    ],
)
def test_a_split_item_has_the_date_that_it_says_or_shares_or_was_given(
    source: str, text: str, cell: str, date_and_source: tuple[str | None, ...]
) -> None:
    page = replace(PAGE, text=text)
    blocks = tuple(Block("body", m.start(), m.end()) for m in re.finditer(".+", text))
    item = replace(
        WHOLE, end=len(text.rstrip()), blocks=blocks,
        published_on=date(2014, 5, 3), published_precision="day", published_source=source,
    )  # fmt: skip
    split = decide("items", "split", page_id="page", at=CLINIC, words="Clinic shut", published=cell)
    (first, second), _, outcomes = curate_items(page, [item], [], [split], reread)
    assert [o.problem for o in outcomes] == [None]
    assert (first.published_on, first.published_source) == (item.published_on, source)
    on = second.published_on.isoformat() if second.published_on else None
    assert (on, second.published_precision, second.published_source) == date_and_source
    if text == DATED:
        assert [block.kind for block in second.blocks] == ["headline", "dateline", "body"]
    assert text[second.blocks[0].start : second.blocks[-1].end] == text[CLINIC:].rstrip()


def test_an_item_is_dated_by_hand() -> None:
    cells = {"page_id": "page", "words": "First head", "published": "2014"}
    (dated,), _, outcomes = curate_items(PAGE, [WHOLE], [], [decide("items", "set", at=0, **cells)], reread)
    assert (dated.published_on, dated.published_precision) == (date(2014, 1, 1), "year")
    assert (dated.published_source, outcomes[0].problem) == ("curation", None)


def test_a_page_that_changed_is_reported() -> None:
    split = decide("items", "split", page_id="page", at=23, words="Third head")
    items, _, outcomes = curate_items(PAGE, [WHOLE], [], [split], reread)
    assert items == [WHOLE] and "no longer says" in (outcomes[0].problem or "")


# text that belongs to no item

LISTED = """\
Who we are

Bridge closed
2 May 2014
Police closed the bridge in Tombali.

More from us
Clinic shut
7 June 2014
The clinic in Quinara was shut. Two nurses were dismissed.

Contact us
"""
LEFT_OUT = [
    RejectedSpan("page", LISTED.index(line), LISTED.index(line) + len(line), line, "page foot")
    for line in ("Who we are", "More from us", *LISTED.splitlines()[7:10], "Contact us")
]
BRIDGE = replace(
    WHOLE, item_id="page#12", start=12, end=73, published_on=date(2014, 5, 2), published_precision="day",
    published_source="dateline",
    blocks=(Block("headline", 12, 25), Block("dateline", 26, 36), Block("body", 37, 73)),
)  # fmt: skip


def brought_back(*decisions: tuple[str, str, str]) -> tuple[list[RawItem], list[str], list[str | None]]:
    """What becomes of the listed page after decisions of (decision, first words, last words)."""
    made = []
    for decision, first, last in decisions:
        at, end = LISTED.index(first), LISTED.index(last) + len(last) if last else ""
        made.append(decide("items", decision, page_id="page", at=at, end=end, words=first))
    page = replace(PAGE, text=LISTED)
    items, left_out, outcomes = curate_items(page, [BRIDGE], LEFT_OUT, made, reread)
    for span in left_out:
        assert LISTED[span.start : span.end] == span.text
    return items, [span.text for span in left_out], [outcome.problem for outcome in outcomes]


def test_text_left_out_becomes_an_item_with_its_headline_and_date() -> None:
    (bridge, clinic), left_out, problems = brought_back(("item", "Clinic shut", "were dismissed."))
    assert (problems, bridge, left_out) == ([None], BRIDGE, ["Who we are", "More from us", "Contact us"])
    assert [block.kind for block in clinic.blocks] == ["headline", "dateline", "body"]
    assert (clinic.position, clinic.published_on, clinic.layout) == (1, date(2014, 6, 7), "curation")
    assert LISTED[clinic.start : clinic.end].startswith("Clinic shut")
    assert LISTED[clinic.start : clinic.end].endswith("dismissed.")


def test_text_left_out_without_an_end_goes_to_the_end_of_the_page() -> None:
    (_, clinic), left_out, _ = brought_back(("item", "Clinic shut", ""))
    assert LISTED[clinic.start : clinic.end].endswith("Contact us") and "Contact us" not in left_out


def test_text_left_out_is_kept_in_the_item_beside_it() -> None:
    (bridge,), left_out, problems = brought_back(
        ("keep", "More from us", "More from us"), ("keep", "Who we are", "")
    )
    assert (bridge.start, LISTED[bridge.blocks[-1].start : bridge.end]) == (0, "More from us")
    assert bridge.item_id == "page#0"
    assert problems == [None, None] and left_out == [*LISTED.splitlines()[7:10], "Contact us"]


def test_a_part_of_a_line_left_out_is_brought_back() -> None:
    (_, nurses), left_out, _ = brought_back(("item", "Two nurses", "were dismissed."))
    assert LISTED[nurses.start : nurses.end] == "Two nurses were dismissed."
    assert "The clinic in Quinara was shut." in left_out


def test_an_item_that_is_none_is_left_out() -> None:
    items, left_out, problems = brought_back(("reject", "Bridge closed", ""))
    assert (items, problems) == ([], [None])
    assert left_out[:4] == [
        "Who we are",
        "Bridge closed",
        "2 May 2014",
        "Police closed the bridge in Tombali.",
    ]


@pytest.mark.parametrize(
    ("decision", "first", "last", "problem"),
    [
        ("item", "Police closed", "", "an item holds those characters already"),
        ("item", "Who we are", "Bridge closed", "`end` lies in an item"),
        ("keep", "Clinic shut", "Who we are", "`end` lies before `at`"),
        ("reject", "Clinic shut", "", "no item begins there"),
    ],
)
def test_what_cannot_be_brought_back_says_why(decision: str, first: str, last: str, problem: str) -> None:
    items, left_out, problems = brought_back((decision, first, last))
    assert (items, left_out, problems) == ([BRIDGE], [span.text for span in LEFT_OUT], [problem])


# mentions and events: raw offsets are ten more than clean ones

ITEM = CleanItem(
    "page#10", "page", "Police arrested Ales Bialiatski in Minsk.", (Block("body", 0, 41),),
    (Edit(0, 0, 0, 10),), None, None, None,
)  # fmt: skip
MENTION = Mention("page#10", "organization", 16, 31, "Ales Bialiatski", "model")
NAME = {"page_id": "page", "start": 26, "end": 41, "words": "Ales Bialiatski"}


def mentions_after(decision: Decision) -> tuple[list[Mention], list[str | None]]:
    located, lost = locate([ITEM], [decision])
    mentions, outcomes = curate_mentions([ITEM], [MENTION], located)
    return mentions, [o.problem for o in (*outcomes, *lost)]


def test_a_mention_is_retyped_rejected_added() -> None:
    (retyped,), problems = mentions_after(decide("mentions", "retype", kind="person", **NAME))
    assert (retyped.entity_kind, retyped.rule, problems) == ("person", "curation", [None])
    assert mentions_after(decide("mentions", "reject", **NAME)) == ([], [None])
    place = decide("mentions", "add", kind="place", page_id="page", start=45, end=50, words="Minsk")
    added, problems = mentions_after(place)
    assert [m.text for m in added] == ["Ales Bialiatski", "Minsk"] and problems == [None]


def test_words_that_moved_are_reported() -> None:
    wrong = decide("mentions", "reject", **(NAME | {"start": 27, "end": 42}))
    assert mentions_after(wrong)[1] == ["the page says 'les Bialiatski ' there"]
    elsewhere = decide("mentions", "reject", **(NAME | {"page_id": "other"}))
    assert mentions_after(elsewhere)[1] == [
        "there is no page 'other' with items; `page_id` is that of the table `pages`"
    ]
    beyond = decide("mentions", "reject", **(NAME | {"start": 400, "end": 415}))
    assert mentions_after(beyond)[1] == ["no item of that page holds those characters"]


def assigned(**cells: object) -> tuple[list[tuple[str, str]], list[Entity], list[str | None]]:
    row = {"kind": "person", "entity": "bialacki", **NAME, **cells}
    located, _ = locate([ITEM], [decide("mentions", "assign", **row)])
    names = Assignments(located, [ALES, OTHER, CLUB])
    mentions = [replace(linked("ales-bialiatski", "Ales Bialiatski", 16), item_id="page#10")]
    found = [(mention.entity_id, mention.rule) for mention in names.carried_out(mentions)]
    return found, names.known(), [o.problem for o in names.outcomes()]


def test_a_mention_is_given_to_whom_it_names() -> None:
    found, known, problems = assigned()
    assert (found, problems) == ([("bialacki", "curation")], [None])
    assert [e.entity_id for e in known] == ["bialacki", "viasna"], "who lost all names is nobody any more"
    assert (known[0].aliases, known[0].curated) == (("Ales Bialiatski",), True)


def test_a_mention_given_to_nobody_is_reported() -> None:
    found, known, problems = assigned(entity="Nobody")
    assert (found, problems) == ([("ales-bialiatski", "model")], ["nobody is called 'Nobody'"])
    assert known == [ALES, OTHER, CLUB]
    assert assigned(start=45, end=50, words="Minsk")[2] == ["no name is marked there"]


ARREST = Event(
    "arrest-minsk", "arrest", "COERCE", "arrest", "arrested", ITEM.text, None, None, None, None, None, (), (),
    ("page#10",), 1, 0.6,
)  # fmt: skip
TOLD = ToldEvent(
    "arrest-minsk",
    Telling(
        "page#10",
        "arrest",
        7,
        15,
        0,
        41,
        "arrested",
        ITEM.text,
        None,
        None,
        None,
        None,
        None,
        (),
        0.6,
        "verb",
    ),
)
TRIGGER = {"page_id": "page", "start": 17, "end": 25, "words": "arrested"}


def events_after(decision: Decision) -> tuple[list[Event], list[ToldEvent], list[str | None]]:
    located, lost = locate([ITEM], [decision])
    events, told, outcomes = curate_events([ARREST], [TOLD], located, names_of([ALES, CLUB]), PLOVER)
    return events, told, [o.problem for o in (*outcomes, *lost)]


def test_an_event_is_set_right() -> None:
    cells = {"event_type": "detention", "date": "2011-08", "people": "Belyatsky:target"}
    (event,), told, problems = events_after(decide("events", "set", **TRIGGER, **cells))
    assert (event.event_id, event.event_type, event.curated) == ("arrest-minsk", "detention", True)
    assert (event.date_start, event.date_end, event.date_precision) == (
        date(2011, 8, 1),
        date(2011, 8, 31),
        "month",
    )
    assert event.people == (PersonRole("ales-bialiatski", "Ales Bialiatski", "target"),)
    assert (told, problems) == ([TOLD], [None])


def test_an_event_is_rejected_with_its_tellings() -> None:
    assert events_after(decide("events", "reject", **TRIGGER)) == ([], [], [None])


def test_an_event_is_added() -> None:
    cells = {"event_type": "protest", "date": "2011-08-04", "page_id": "page", "start": 10, "end": 16}
    events, told, problems = events_after(decide("events", "add", words="Police", **cells))
    (added,) = [e for e in events if e.curated]
    assert (added.event_type, added.plover_event, added.date_start) == (
        "protest",
        "PROTEST",
        date(2011, 8, 4),
    )
    assert added.event_id in {row.event_id for row in told} and problems == [None]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"people": "Nobody:target"}, "no person is called 'Nobody'"),
        ({"place": "Atlantis"}, "no place is called 'Atlantis'"),
        (
            {"place": "Atlantis", "people": "Nobody:target; Bialiatski:actor", "organizations": "None:other"},
            "no place is called 'Atlantis', no person is called 'Nobody', no organization is called 'None'",
        ),
        ({"event_type": "party"}, "no event type is called 'party'"),
    ],
)
def test_an_event_whose_cells_name_nothing_is_reported(cells: dict[str, str], problem: str) -> None:
    events, _, problems = events_after(decide("events", "set", **TRIGGER, **cells))
    assert (events, problems) == ([ARREST], [problem])


def test_who_is_named_twice_in_one_role_takes_part_once() -> None:
    (event,), _, problems = events_after(
        decide("events", "set", **TRIGGER, people="Belyatsky:target; Ales Bialiatski:target; Belyatsky:other")
    )
    assert [(part.person_id, part.role) for part in event.people] == [
        ("ales-bialiatski", "target"), ("ales-bialiatski", "other"),
    ]  # fmt: skip
    assert problems == [None]
