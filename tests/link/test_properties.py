"""What must hold for every corpus: order does not matter, pages do not disturb each other."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import link
from pipeline.schema.flow import CleanItem, Mention
from tests.link.corpus import corpus

PAGES = {
    "gazette": [
        "[p Henadz Barysevich] of the [o Belarusian Committee for Fair Courts] ([o BCFC]) "
        "met [p Nina Barysevich].",
        "[p Barysevich] spoke in [l Minsk]. The [o Committee] and [o FIDH] agreed. "
        "Ms. [p Barysevich] left for [l Brest].",
    ],
    "prisoners": ["[p BARYSEVICH Henadz], born in [l Belarus]. [p M. Zhukouski], of [l Hrodna]."],
    "review": [
        "[p Gennady Borisevich] and [p Mikalai Zhukouski] were heard "
        "by the [o Savetski District Court of Minsk]."
    ],
    "bulletin": [
        "[o International Federation for Human Rights] on [p Liu Xia] and [p Liu Xiaobo], "
        "[l Republic of Belarus]."
    ],
}
UNRELATED = {
    "elsewhere": [
        "[p Tendai Mukwashi] founded the [o Harare Water Trust] in [l Harare], [l Zimbabwe].",
        "[p Dulce M. Carvajal] of the [o Union of Painters] was in [l Santa Clara], [l Cuba].",
    ]
}


def by_span(items: list[CleanItem], mentions: list[Mention]) -> dict[tuple[str, int], str]:
    return {(m.item_id, m.start): m.entity_id for m in link(items, mentions)[0]}


@given(seed=st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_order_does_not_matter(seed: int) -> None:
    items, mentions = corpus(PAGES)
    expected = link(items, mentions)
    Random(seed).shuffle(items)
    Random(seed + 1).shuffle(mentions)
    assert link(items, mentions) == expected


@given(pages=st.sets(st.sampled_from(sorted(PAGES)), min_size=1))
@settings(max_examples=15, deadline=None)
def test_an_unrelated_page_changes_nothing(pages: set[str]) -> None:
    chosen = {page: PAGES[page] for page in sorted(pages)}
    before = link(*corpus(chosen))
    after = link(*corpus(chosen | UNRELATED))
    kept = [m for m in after[0] if not m.item_id.startswith("elsewhere")]
    assert kept == before[0]
    assert {e for e in after[1] if e.entity_id in {m.entity_id for m in kept}} >= set(before[1])


Span = tuple[str, int, str]

RELATED = {
    "wire": ["Mr. [p Barysevich] of the [o BCFC] was in [l Brest], [l Belarus]. [o Ministry of Justice]."],
    "letters": ["[p Henadz Mikalaevich Barysevich] wrote from [l Homel]; [p Mikola Zhukouski] did not."],
    "kenya": [
        "The [o Committee] and the [o Ministry of Justice] in [l Nairobi], [l Kenya]; [p Liu Xia]. [l Brest]"
    ],
    "brests": [
        "French [l Brest], the [l Brest Region], and [l Brest] in [l Belarus]. [o Supreme Court] in Minsk"
    ],
    "spellings": [
        "[p Genadz Barisevich] and [p N. Barysevich] met [o Belarusian Committee for Fair Courts]."
    ],
    "namesakes": [
        "[p Juan García López], [p Liu Xiaobo], [p Ma Thandar], [o Regional Court] in [l Brest], [l France]."
    ],
}


@given(
    first=st.sets(st.sampled_from(sorted(PAGES | RELATED)), min_size=1),
    added=st.sampled_from(sorted(PAGES | RELATED)),
)
@settings(max_examples=60, deadline=None)
def test_adding_a_page_renames_nothing(first: set[str], added: str) -> None:
    """An entity keeps its id unless the page brings a name of it that is not known yet."""
    assert_kept(first, added)


def test_a_namesake_with_an_initial_renames_nobody() -> None:
    assert_kept({"prisoners", "brests", "kenya", "bulletin", "gazette"}, "spellings")


def assert_kept(first: set[str], added: str) -> None:
    everything = PAGES | RELATED
    before = entities_of(*corpus({page: everything[page] for page in sorted(first)}))
    after = entities_of(*corpus({page: everything[page] for page in sorted(first | {added})}))
    owner = {span: entity for entity, spans in after.items() for span in spans}
    for entity, spans in before.items():
        forms = {text for *_, text in spans}
        now = {owner[span] for span in spans}
        assert entity in now or all({text for *_, text in after[one]} - forms for one in now), (entity, now)


def entities_of(items: list[CleanItem], mentions: list[Mention]) -> dict[tuple[str, str], set[Span]]:
    """The mentions of each entity."""
    found: dict[tuple[str, str], set[Span]] = defaultdict(set)
    for m in link(items, mentions)[0]:
        found[m.entity_kind, m.entity_id].add((m.item_id, m.start, m.text))
    return found


def test_every_mention_is_linked_once_and_every_entity_is_mentioned() -> None:
    items, mentions = corpus(PAGES | UNRELATED)
    linked, entities, _ = link(items, mentions)
    assert len(linked) == len(mentions)
    assert {(m.entity_kind, m.entity_id) for m in linked} == {(e.entity_kind, e.entity_id) for e in entities}
    assert len({(e.entity_kind, e.entity_id) for e in entities}) == len(entities)


def test_linking_what_is_linked_changes_nothing() -> None:
    """A corpus in which every name stands as the canonical one keeps its entities."""
    items, mentions = corpus(PAGES)
    linked, entities, _ = link(items, mentions)
    names = {(e.entity_kind, e.entity_id): e.name for e in entities}
    marks = {"person": "p", "organization": "o", "place": "l"}
    told = [m for m in linked if m.entity_id != "barysevich-gazette"]  # between two people of its page
    again = {
        item.page_id + str(number): [
            " ".join(
                f"[{marks[m.entity_kind]} {names[m.entity_kind, m.entity_id]}]"
                for m in told
                if m.item_id == item.item_id
            )
        ]
        for number, item in enumerate(items)
    }
    second, _, _ = link(*corpus(again))
    assert sorted({m.entity_id for m in second}) == sorted({m.entity_id for m in told})


def test_a_page_alone_gives_the_same_ids_as_among_others() -> None:
    whole = by_span(*corpus(PAGES))
    alone = by_span(*corpus({"bulletin": PAGES["bulletin"]}))
    assert {span: whole[span] for span in alone} == alone


@given(text=st.text(alphabet="Aa-. '’éЖ中(,&\"1", max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_string_may_be_a_name(text: str) -> None:
    item = CleanItem("p#0", "p", text, (), (), None, None, None)
    mentions = [
        Mention("p#0", kind, 0, len(text), text, "test", "other")
        for kind in ("person", "organization", "place")
    ]
    linked, entities, _ = link([item], mentions)
    assert len(linked) == 3
    assert all(entity.entity_id for entity in entities)
