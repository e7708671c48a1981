"""Pages of namesakes that come one after another: what is one stays one, and no id goes to somebody else.

A name that says little (a surname, an acronym) may be given to the only bearer that other pages know, and
taken back when another comes: that alone is a guess. It then has the id that its own page gives it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.link import link
from tests.link.corpus import corpus

SENTENCES = (
    "[p Henadz Barysevich] was fined, said [p Nina Barysevich].",
    "[p Barysevich] kept silent. [p Zhukouski] left.",
    "Ms. [p Barysevich] wrote a letter.",
    "[p N. Barysevich] and [p M. Zhukouski] were named in the list.",
    "[p Genadz Barisevich] was heard.",
    "[p BARYSEVICH Henadz], 45.",
    "[p Mikalai Zhukouski] spoke. [p Zhukouski] was tired.",
    "[p Maksim Zhukouski] sang.",
    "[p Ivan Petrov] left.",
    "[p Ivan Nikolaevich Petrov] was held. [p Petrov] has two sons.",
    "[p Petrov Ivan Sergeevich] was freed.",
    "[p Carmela] is six.",
    "[p Carmela Vides] is sixty. [p Carmela] laughed.",
    "[p Juan García] wrote to [p García López].",
    "[p Juan García López] replied.",
    "[p Juan Luis Peralta], [p Juan Carlos Peralta] and [p Juan Peralta] spoke.",
    "[p Juan Peralta] drives a bus.",
    "The [o Committee on Public Control over Prisons] ([o CPC]) met. The [o Committee] wrote.",
    "The [o Coalition for Peace and Cocoa] ([o CPC]) met.",
    "[o CPC] wrote again.",
    "[o CPC Network] wrote.",
    "The [o Savetski District Court of Minsk] sat. The [o court] rose.",
    "The [o Savetski District Court of Brest] sat.",
    "The [o Savetski District Court] sat.",
    "The [o Ministry of Justice] was silent.",
    "The [o Supreme Court] was asked; the [o Ministry] was not.",
    "The [o Belarusian Union of Journalists] met.",
    "The [o Union of Journalists] met.",
    "[o Forest and Law] and the [o Centre “Forest and Law”] were searched.",
    "The [o Regional Court] in Brest sat.",
    "It rained in [l Brest]. [l Freedom Square] was empty.",
    "The [l Brest Region] slept, and so did [l Georgia].",
    "[l Santa Clara] and [l Tripoli] were quiet.",
    "[o Santa Clara Trust] met [o Tripoli Trust].",
    "[o Zugdidi Trust] met the [o Trust] and the [o Trust of Lagodekhi].",
    "Rain in [l Zugdidi] and [l Lagodekhi], [l Jvari].",
    "[o Jvari] and the [o Jvari Centre] wrote.",
    "The [o Zugdidi District Court] sat. The [o District Court] in Lagodekhi rose.",
    "[o International Federation of Human Rights], the [o Federation], [o FIDH]",
    "[o Federation for Human Rights] of [l Kenya].",
    "[p Barysevich] and [p Henadz] left with [p Henadz Barysevich] and [p Henadz Kot].",
    "[p Liu Xia], [p Liu Xiaobo] and [p Liu].",
    "[p Dulce M. Carvajal] and [p D. Carvajal].",
    "[p Dulce Maria Carvajal] and [p Dulce Marta Carvajal]",
)
COUNTRIES = (
    "",
    "Belarusian police came. [l Minsk], [l Belarus].",
    "French police came. [l Paris], [l France].",
    "Kenyan police came. [l Nairobi], [l Kenya].",
    "In [l Belarus] and [l Kenya].",
)

PAGE = st.builds(
    lambda texts, country: [*texts, country],
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.sampled_from(COUNTRIES),
)
PAGES_IN_ORDER = st.lists(
    st.tuples(st.integers(0, 99), PAGE), min_size=2, max_size=6, unique_by=lambda page: page[0]
)

Span = tuple[str, str, int]
"""A kind, an item and a place in it."""
Page = tuple[int, Sequence[str]]


def owners(pages: Sequence[Page]) -> tuple[dict[Span, str], dict[tuple[str, str], str]]:
    """The entity of each mention, and the name of each entity."""
    linked, entities, _ = link(*corpus({f"page{number:02}": texts for number, texts in pages}))
    return (
        {(m.entity_kind, m.item_id, m.start): m.entity_id for m in linked},
        {(e.entity_kind, e.entity_id): e.name for e in entities},
    )


@given(pages=PAGES_IN_ORDER)
@settings(max_examples=40, deadline=None)
def test_what_a_page_joins_is_never_parted(pages: Sequence[Page]) -> None:
    whole, _ = owners(pages)
    for page in pages:
        joined: dict[tuple[str, str], set[str]] = defaultdict(set)
        for span, entity in owners([page])[0].items():
            joined[span[0], entity].add(whole[span])
        assert all(len(now) == 1 for now in joined.values()), joined


@given(pages=PAGES_IN_ORDER)
@settings(max_examples=40, deadline=None)
def test_an_id_stays_with_whom_it_was_given_to(pages: Sequence[Page]) -> None:
    """An id changes only where a page brings a new name of its entity, or a namesake to tell it from."""
    before, _ = owners(pages[:-1])
    after, _ = owners(pages)
    forms = texts_of(pages)
    old, new = spans_by_entity(before), spans_by_entity(after)
    for entity, spans in old.items():
        now = {(span[0], after[span]) for span in spans}
        assert entity not in new or entity in now, f"{entity} is somebody else now"
        known = {forms[span] for span in spans}
        fresh = [one for one in now if {forms[span] for span in new[one]} - known]
        told_apart = [one for one in now if (one[1] + "-").startswith(entity[1] + "-")]
        alike_no_more = [one for one in now if entity[1].startswith(one[1] + "-")]
        assert entity in now or fresh or told_apart or alike_no_more, (entity, now)


def spans_by_entity(owner: dict[Span, str]) -> dict[tuple[str, str], set[Span]]:
    found: dict[tuple[str, str], set[Span]] = defaultdict(set)
    for span, entity in owner.items():
        found[span[0], entity].add(span)
    return found


def texts_of(pages: Sequence[Page]) -> dict[Span, str]:
    _, mentions = corpus({f"page{number:02}": texts for number, texts in pages})
    return {(m.entity_kind, m.item_id, m.start): m.text for m in mentions}
