"""Names of layouts that more than one part of the pipeline speaks of."""

from __future__ import annotations

__all__ = ["BY_HAND", "FALLBACKS", "HEADLINES", "HEADLINES_BELOW_DATES", "ONE_ARTICLE"]

ONE_ARTICLE = "single article"
HEADLINES = "headlines with text"
HEADLINES_BELOW_DATES = "headlines with text, dateline above"

FALLBACKS = (ONE_ARTICLE, HEADLINES, HEADLINES_BELOW_DATES)
"""Layouts that take a page where nothing in it shows a list of dated items."""

BY_HAND = "curation"
"""The layout of an item that a person cut."""
