"""Linking: one row for one person, organisation or place, whatever pages call it."""

from pipeline.link.page_mentions import NamedPage, named_page
from pipeline.link.stage import Linking, link, link_pages

__all__ = ["Linking", "NamedPage", "link", "link_pages", "named_page"]
