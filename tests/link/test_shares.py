"""Names dealt to shares become what they become all together, and what a page names is its own affair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import (
    Linked,
    blocks_of_body,
    blocks_of_person,
    link_bodies,
    link_people,
    names_on_pages,
    shares_of,
)
from pipeline.link.page_mentions import pages_of
from pipeline.schema.linking import Blocks, LocalBody, LocalPerson, PageCast
from tests.link.corpus import corpus
from tests.link.test_properties import PAGES, RELATED, UNRELATED

EVERYTHING = PAGES | RELATED | UNRELATED
CHOSEN = st.sets(st.sampled_from(sorted(EVERYTHING)), min_size=2)


def dealt(blocks: Sequence[Blocks]) -> dict[int, list[str]]:
    """The keys of each share; `blocks` come by key."""
    sought = {wanted for own in blocks for wanted in own.sought}
    members = [
        (block, number)
        for number, own in enumerate(blocks)
        for block in (*own.shared, *sought.intersection(own.offered))
    ]
    hashes, owners = np.array(members, np.int64).reshape(-1, 2).T
    keys = [own.key for own in blocks]
    shares: dict[int, list[str]] = defaultdict(list)
    for key, share in zip(keys, shares_of(keys, hashes, owners), strict=True):
        shares[share].append(key)
    return shares


def assert_apart_as_together(
    rows: Sequence[Any], blocks_of: Callable[[Any], Blocks], work: Callable[[Any, Any], Linked]
) -> None:
    blocks = {row.key: blocks_of(row) for row in sorted(rows, key=lambda row: str(row.key))}
    apart = [
        work([row for row in rows if row.key in keys], [blocks[key] for key in keys])
        for keys in dealt(list(blocks.values())).values()
    ]
    together = work(rows, list(blocks.values()))
    found = chain.from_iterable(one.found for one in apart)
    assert sorted(found, key=lambda row: row.keys) == together.found
    assert sorted(chain.from_iterable(one.doubts for one in apart), key=repr) == sorted(
        together.doubts, key=repr
    )


def people_and_casts(pages: Sequence[str]) -> tuple[list[LocalPerson], list[PageCast]]:
    read = names_on_pages(pages_of(*corpus({page: EVERYTHING[page] for page in pages})))
    return [row for page in read for row in page.people], [page.cast for page in read]


def bodies(pages: Sequence[str]) -> list[LocalBody]:
    read = names_on_pages(pages_of(*corpus({page: EVERYTHING[page] for page in pages})))
    return [row for page in read for row in page.bodies]


@given(pages=CHOSEN)
@settings(max_examples=25, deadline=None)
def test_shares_are_linked_apart_as_together(pages: set[str]) -> None:
    people, casts = people_and_casts(sorted(pages))
    assert_apart_as_together(people, blocks_of_person, lambda rows, own: link_people(rows, own, casts))
    assert_apart_as_together(bodies(sorted(pages)), blocks_of_body, link_bodies)


def test_names_that_are_compared_are_in_one_share() -> None:
    people, _ = people_and_casts(sorted(EVERYTHING))
    blocks = [blocks_of_person(row) for row in {row.key: row for row in people}.values()]
    share = {key: n for n, keys in dealt(sorted(blocks, key=lambda own: own.key)).items() for key in keys}
    of = {name: share[row.key] for row in people for name in row.names}
    assert of["Henadz Barysevich"] == of["Gennady Borisevich"] == of["N. Barysevich"] == of["Barysevich"]
    assert len(set(share.values())) > 5


@pytest.mark.parametrize("page", sorted(EVERYTHING))
def test_what_a_page_names_depends_on_no_other(page: str) -> None:
    (alone,) = names_on_pages(pages_of(*corpus({page: EVERYTHING[page]})))
    among = names_on_pages(pages_of(*corpus(EVERYTHING)))
    assert alone in among


def test_a_town_of_another_page_does_not_tell_how_bodies_are_named() -> None:
    pages = {
        "court": ["He stood before the [o District Court] in Vileyka."],
        "rain": ["It rained in [l Vileyka], [l Belarus]."],
        "both": ["It rained in [l Vileyka], where the [o District Court] in Vileyka sat."],
    }
    read = {page.cast.page_id: page for page in names_on_pages(pages_of(*corpus(pages)))}
    seats = {page: [name.seat for body in read[page].bodies for name in body.names] for page in read}
    assert seats == {"both": ["Vileyka"], "court": [""], "rain": []}
