"""Text repair: a readable text of each item, the way back to the raw page, and a row per repair."""

from pipeline.normalize.lexicon import load_words
from pipeline.normalize.page import normalize_page

__all__ = ["load_words", "normalize_page"]
