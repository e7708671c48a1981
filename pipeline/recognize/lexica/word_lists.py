"""The declared words by what they speak of; each field is a list of the file of the same name."""

from __future__ import annotations

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """See organizations.toml."""

    heads: Words
    weak_heads: Words
    located: Words
    named: Words
    kinds_before: Words
    bare_kinds: Words
    parts_of: Words
    links: Words
    inner: Words
    topics: Words
    known: Words
    short_heads: Words
    adjective_titles: Words
    foreign_heads: Words
    foreign_tails: Words
    foreign_articles: Words
    foreign_english: Words
    foreign_housed: Words
    foreign_links: Words
    people: Words
    before_roles: Words
    employed: Words
    plain_acronyms: Words
    compound_openers: Words
    kinds_after: Words
    collective: Words
    first_links: Words
    described: Words
    media: Words
    federations: Words
    causes: Words
    bare: Words
    embassies: Words
    denominations: Words
    numbered: Words
    numbered_after: Words
    numbered_always: Words
    national: Words
    firms: Words
    branches: Words
    labels: Words
    broadcasts: Words
    legal_forms: Words
    legal_forms_before: Words
    trades: Words
    small_tails: Words
    compound_kinds: Words
    plural_kinds: Words
    works_of_bodies: Words
    common_alone: Words
    naming_heads: Words
    titled_media: Words
    body_roles: Words
    metaphors: Words
    seated_councils: Words
    legislatures: Words
    hosts: Words
    company_forms: Words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """See places.toml; the first three and `known` lead from a word or name to its place kind."""

    after: dict[str, str]
    before: dict[str, str]
    known: dict[str, str]
    numbered: Words
    numbered_bodies: Words
    of: Words
    polities: Words
    polity_modifiers: Words
    locative: Words
    strong_locative: Words
    buildings: Words
    small_nouns: Words
    governed: Words
    dotted: Words
    saints: Words
    name_particles: Words
    prison_codes: Words
    small_numbered: Words
    small_numbered_modifiers: Words
    centres: Words
    centre_words: Words
    of_nouns: Words
    small_after: Words
    worship: Words
    after_station_kinds: Words
    custody: Words
    custody_modifiers: Words
    shores: Words
    compass: Words
    described: Words
    station_kinds: Words
    natural: Words
    roads: Words
    ways: Words
    inhabitants: Words
    venues: Words
    gone_to: Words
    foreign_nouns: Words
    labels: Words


@dataclass(frozen=True, slots=True)
class PersonWords:
    """See people.toml."""

    titles: Words
    roles: Words
    plural_roles: Words
    kin: Words
    particles: Words
    endings: Words
    verbs: Words
    speech: Words
    long_titles: Words
    leading: Words
    alias_cues: Words
    no_names: Words
    moved: Words
    filial: Words
    capital_titles: Words
    virtues: Words
    after_no_title: Words
    title_prefixes: Words
    portfolios: Words
    portfolio_holders: Words
    short_given: Words
    suffered: Words
    deeds: Words
    surname_suffixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherWords:
    """See others.toml."""

    heads: Words
    weekdays: Words
    feast_words: Words
    counts: Words
    months: Words
    ambiguous_months: Words
    openers: Words
    quoted_works: Words
    plain: Words
    demonyms: Words
    half_nations: Words
    peoples: Words
    feasts: Words
    hyphen_tails: Words
    prefixes: Words
    month_cues: Words
    links: Words
    abbreviations: Words
    small_in_titles: Words
    posted: Words
    mail_fields: Words
    groups: Words
    owners: Words
    winning: Words
    post_nominals: Words
    unsigned: Words
