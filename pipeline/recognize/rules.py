"""The rules in their order. The first rule to claim a word keeps it."""

from __future__ import annotations

from pipeline.recognize import (
    known,
    labelled,
    lists,
    modelled,
    others,
    page_furniture,
    shortened,
)
from pipeline.recognize.bodies import (
    acronyms,
    affiliations,
    appositions,
    articled_bodies,
    bodies,
    causes,
    chapters,
    coined,
    collectives,
    companies,
    figurative,
    firms,
    foreign_bodies,
    foreign_phrases,
    head_nouns,
    known_bodies,
    named_kinds,
    numbered_bodies,
    quoted_bodies,
)
from pipeline.recognize.people import (
    described_people,
    offices,
    people,
    person_looks,
)
from pipeline.recognize.places import (
    datelines,
    located,
    natural_features,
    numbered_places,
    place_nouns,
    places_after_nouns,
    polities,
    towns,
    unknown_places,
)
from pipeline.recognize.rule import Rule

# The page's own: bylines, mails, hours.
_PAGE = (
    Rule("mail_header", page_furniture.mail_header),
    Rule("byline", page_furniture.byline),
    Rule("time_zone", page_furniture.time_zone),
)

# Bodies that a list, quotation marks, a number or the word for what they are show.
_SHOWN = (
    Rule("chapter", chapters.chapter),
    Rule("hyphenated", chapters.hyphenated),
    Rule("known_body", known_bodies.known_body),
    Rule("quoted_name", quoted_bodies.quoted_name),
    Rule("small_tail", foreign_bodies.small_tail),
    Rule("named_kind", named_kinds.named_kind),
    Rule("repeated_named", find_known=known.repeated_body, scope="corpus"),
    Rule("quoted_work", others.quoted_work),
    Rule("firm", firms.firm),
    Rule("legal_form", companies.legal_form),
    Rule("numbered_body", numbered_bodies.numbered_body),
    Rule("station", numbered_bodies.station),
    Rule("bare_body", bodies.bare_body),
)

# Places and bodies by their nouns, in English and other languages.
_NOUNS = (
    Rule("polity", polities.polity),
    Rule("well_known_place", natural_features.well_known_place),
    Rule("natural_feature", natural_features.natural_feature),
    Rule("numbered_road", numbered_places.numbered_road),
    Rule("numbered_place", numbered_places.numbered_place),
    Rule("place_noun", place_nouns.place_noun),
    Rule("named_of", figurative.named_of),
    Rule("foreign_head", foreign_bodies.foreign_head),
    Rule("head_noun", head_nouns.head_noun),
    Rule("trade", companies.trade),
    Rule("owned_by", collectives.owned_by),
    Rule("cause_last", collectives.cause_last),
    Rule("labelled", labelled.labelled),
    Rule("cited", labelled.cited),
    Rule("medium", labelled.medium),
    Rule("seat_of", places_after_nouns.seat_of),
    Rule("people_for", causes.people_for),
    Rule("road_to", unknown_places.road_to),
    Rule("foreign_tail", foreign_bodies.foreign_tail),
    Rule("part_of", affiliations.part_of),
)

# What is no name, what is spelt out, and what the whole corpus says of these.
_EXPLAINED = (
    Rule("no_name", others.no_name),
    Rule("counted", others.counted),
    Rule("feast", others.feast),
    Rule("unnamed", others.unnamed),
    Rule("spelt_out", appositions.spelt_out),
    Rule("acronym", acronyms.acronym),
    Rule("repeated_body", find_known=known.repeated_body, scope="corpus"),
    Rule("signature", lists.signature),
)

# Places and people by the words right beside them, and by what a name looks like.
_SAID = (
    Rule("place_before", places_after_nouns.place_before),
    Rule("dateline_city", datelines.dateline_city),
    Rule("town_of_words", towns.town_of_words),
    Rule("saint_town", towns.saint_town),
    Rule("name_ending", person_looks.name_ending),
    Rule("initials", person_looks.initials),
    Rule("described_kind", appositions.described_kind),
    Rule("office_holder", offices.office_holder),
    Rule("titled", people.titled),
    Rule("role", people.role),
    Rule("shouted_surname", person_looks.shouted_surname),
    Rule("place_of", places_after_nouns.place_of),
    Rule("city_quarter", located.city_quarter),
    Rule("cell_city", datelines.cell_city),
    Rule("located_city", located.located_city),
    Rule("country", located.country),
    Rule("described", described_people.described),
    Rule("source_line", named_kinds.source_line),
    Rule("awarded", others.awarded),
    Rule("articled", articled_bodies.articled),
    Rule("place_then_person", unknown_places.place_then_person),
    Rule("dateline_unknown", datelines.dateline_unknown),
    Rule("given_name", person_looks.given_name),
)

# Further mentions of names, long and short, in the item, on the page, in the corpus.
_TOLD_BEFORE = (
    Rule("alias", people.alias),
    Rule("bracketed", known.bracketed),
    Rule("repeated_in_item", find_known=known.repeated, scope="item_id"),
    Rule("surname_in_item", find_known=shortened.surname_alone, scope="item_id"),
    Rule("surname_on_page", find_known=shortened.surname_alone, scope="page_id"),
    Rule("people_alone", others.people_alone),
    Rule("short_body", find_known=shortened.short_body, scope="page_id"),
    Rule("short_name", find_known=shortened.short_name, scope="page_id"),
    Rule("city", located.city),
    Rule("repeated_on_page", find_known=known.repeated, scope="page_id"),
    Rule("repeated_in_corpus", find_known=known.repeated, scope="corpus"),
)

# Unknown names by the names and words around them.
_BESIDE = (
    Rule("lone_town", towns.lone_town),
    Rule("before_role", affiliations.before_role),
    Rule("told", named_kinds.told),
    Rule("unknown_place", unknown_places.unknown_place),
    Rule("inhabitant", unknown_places.inhabitant),
    Rule("venue", unknown_places.venue),
    Rule("coined", coined.coined),
    Rule("common_word", figurative.common_word),
    Rule("acting_body", coined.acting_body),
    Rule("mixed_case", acronyms.mixed_case),
    Rule("lone_acronym", acronyms.lone_acronym),
    Rule("listed_body", lists.listed_body),
    Rule("listed_place", lists.listed_place),
    Rule("lone_given", person_looks.lone_given),
    Rule("foreign_phrase", foreign_phrases.foreign_phrase),
)

# What the language model says, where nothing else speaks, and what follows from it.
_MODEL = (
    Rule("model_person", modelled.model_person),
    Rule("surname_shape", modelled.surname_shape),
    Rule("speaker", people.speaker),
    Rule("given_alone", find_known=shortened.given_alone, scope="item_id"),
    Rule("foreign_name", person_looks.foreign_name),
    Rule("person_of", affiliations.person_of),
    Rule("model_place", modelled.model_place),
    Rule("model_other", modelled.model_other),
    Rule("repeated_after_model", find_known=known.repeated, scope="page_id"),
)

RULES: tuple[Rule, ...] = (
    *_PAGE,
    *_SHOWN,
    *_NOUNS,
    *_EXPLAINED,
    *_SAID,
    *_TOLD_BEFORE,
    *_BESIDE,
    *_MODEL,
)
