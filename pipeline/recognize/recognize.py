"""The rules in their order, and how they become mentions. The first rule to claim a word keeps it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.recognize import (
    affiliations,
    appositions,
    bodies,
    causes,
    head_nouns,
    known,
    located,
    modelled,
    numbered_places,
    others,
    page_furniture,
    people,
    person_looks,
    place_nouns,
    shortened,
)
from pipeline.recognize.claims import Candidate, Claims
from pipeline.recognize.context import Context
from pipeline.recognize.knowledge import load_knowledge
from pipeline.recognize.known import Known
from pipeline.recognize.words import Text, read_text
from pipeline.schema.flow import CleanItem, Mention, Parse


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of evidence. With a `scope` it sees the names found so far in the item, page or corpus."""

    name: str
    find: Callable[[Context], Iterator[Candidate]] | None = None
    find_known: Callable[[Context, Known], Iterator[Candidate]] | None = None
    scope: str = ""


RULES: tuple[Rule, ...] = (
    Rule("mail_header", page_furniture.mail_header),
    Rule("byline", page_furniture.byline),
    Rule("time_zone", page_furniture.time_zone),
    Rule("known_body", bodies.known_body),
    Rule("quoted_name", bodies.quoted_name),
    Rule("named_kind", affiliations.named_kind),
    Rule("repeated_named", find_known=known.repeated_body, scope="corpus"),
    Rule("quoted_work", others.quoted_work),
    Rule("polity", place_nouns.polity),
    Rule("numbered_place", numbered_places.numbered_place),
    Rule("place_noun", place_nouns.place_noun),
    Rule("head_noun", head_nouns.head_noun),
    Rule("seat_of", place_nouns.seat_of),
    Rule("people_for", causes.people_for),
    Rule("road_to", located.road_to),
    Rule("foreign_head", causes.foreign_head),
    Rule("part_of", affiliations.part_of),
    Rule("no_name", others.no_name),
    Rule("spelt_out", appositions.spelt_out),
    Rule("acronym", bodies.acronym),
    Rule("repeated_body", find_known=known.repeated_body, scope="corpus"),
    Rule("place_before", place_nouns.place_before),
    Rule("dateline_city", located.dateline_city),
    Rule("name_ending", person_looks.name_ending),
    Rule("initials", person_looks.initials),
    Rule("described_kind", appositions.described_kind),
    Rule("titled", people.titled),
    Rule("role", people.role),
    Rule("shouted_surname", person_looks.shouted_surname),
    Rule("place_of", place_nouns.place_of),
    Rule("located_city", located.located_city),
    Rule("country", located.country),
    Rule("described", people.described),
    Rule("source_line", affiliations.source_line),
    Rule("awarded", others.awarded),
    Rule("articled", bodies.articled),
    Rule("given_name", person_looks.given_name),
    Rule("alias", people.alias),
    Rule("bracketed", known.bracketed),
    Rule("repeated_in_item", find_known=known.repeated, scope="item_id"),
    Rule("surname_in_item", find_known=shortened.surname_alone, scope="item_id"),
    Rule("surname_on_page", find_known=shortened.surname_alone, scope="page_id"),
    Rule("short_body", find_known=shortened.short_body, scope="page_id"),
    Rule("short_name", find_known=shortened.short_name, scope="page_id"),
    Rule("city", located.city),
    Rule("repeated_on_page", find_known=known.repeated, scope="page_id"),
    Rule("repeated_in_corpus", find_known=known.repeated, scope="corpus"),
    Rule("before_role", affiliations.before_role),
    Rule("told", affiliations.told),
    Rule("unknown_place", located.unknown_place),
    Rule("lone_acronym", bodies.lone_acronym),
    Rule("listed_place", located.listed_place),
    Rule("model_person", modelled.model_person),
    Rule("surname_shape", modelled.surname_shape),
    Rule("speaker", people.speaker),
    Rule("surname_in_corpus", find_known=shortened.rare_surname_alone, scope="corpus"),
    Rule("given_alone", find_known=shortened.given_alone, scope="item_id"),
    Rule("foreign_name", person_looks.foreign_name),
    Rule("person_of", affiliations.person_of),
    Rule("model_place", modelled.model_place),
    Rule("model_other", modelled.model_other),
    Rule("model_organization", modelled.model_organization),
    Rule("repeated_after_model", find_known=known.repeated, scope="page_id"),
)


def recognize(
    items: Sequence[CleanItem], parses: Sequence[Parse], without: Collection[str] = frozenset()
) -> list[Mention]:
    """People, organisations and places named in the items, sorted by item and start.

    `parses` holds one parse for each item, in any order. `without` names rules to leave out, to measure
    what each adds. Mentions do not overlap; the order of the items does not matter.
    """
    by_item = {parse.item_id: parse for parse in parses}
    ordered = sorted(items, key=lambda item: item.item_id)
    contexts = _contexts([read_text(item, by_item[item.item_id]) for item in ordered])
    for rule in RULES:
        if rule.name not in without:
            _apply(rule, contexts)
    return [mention for context in contexts for mention in _mentions(context.claims)]


def _contexts(texts: Sequence[Text]) -> list[Context]:
    capitals, knowledge = _capitals(texts), load_knowledge()
    return [Context(text, Claims(text), knowledge, capitals) for text in texts]


def _capitals(texts: Sequence[Text]) -> frozenset[str]:
    words = [word for text in texts for word in text.words]
    inside = {word.text for word in words if word.capital and not word.opening}
    small = {word.text for word in words if word.text[:1].islower()}
    return frozenset(word for word in inside if word.lower() not in small)


def _apply(rule: Rule, contexts: Sequence[Context]) -> None:
    if rule.find_known is None:
        for context in contexts:
            _claim(rule, context, rule.find(context) if rule.find else iter(()))
        return
    key = "" if rule.scope == "corpus" else rule.scope
    names = known.learn([context.claims for context in contexts], key)
    for context in contexts:
        mine = names[getattr(context.text.item, key) if key else ""]
        _claim(rule, context, rule.find_known(context, mine))


def _claim(rule: Rule, context: Context, candidates: Iterator[Candidate]) -> None:
    for candidate in candidates:
        context.claims.accept(replace(candidate, rule=rule.name))


def _mentions(claims: Claims) -> Iterator[Mention]:
    item = claims.text.item
    for claim in claims:
        if claim.kind is None:
            continue
        start, end = claims.span(claim)
        yield Mention(
            item.item_id, claim.kind, start, end, item.text[start:end], claim.rule, claim.place_kind
        )
