"""Linking: one row for one person, organisation or place, whatever pages call it."""

from pipeline.link.corpus import Linked, link_bodies, link_people, link_places
from pipeline.link.kept_ids import kept_ids, kept_locals
from pipeline.link.naming import distinct_ids, doubtful_pairs
from pipeline.link.organizations import blocks_of_body
from pipeline.link.page_mentions import NamedPage, named_page
from pipeline.link.page_names import PageNames, names_on_pages
from pipeline.link.people import blocks_of_person
from pipeline.link.places import blocks_of_place
from pipeline.link.shares import shares_of
from pipeline.link.stage import link

__all__ = [
    "Linked",
    "NamedPage",
    "PageNames",
    "blocks_of_body",
    "blocks_of_person",
    "blocks_of_place",
    "distinct_ids",
    "doubtful_pairs",
    "kept_ids",
    "kept_locals",
    "link",
    "link_bodies",
    "link_people",
    "link_places",
    "named_page",
    "names_on_pages",
    "shares_of",
]
