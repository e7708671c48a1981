"""Looked-up matches of the attribute ruler are the ruler's own."""

from __future__ import annotations

import spacy

from pipeline.recognize import DEFAULT_MODEL, load_model

TEXTS = (
    "She was detained in Gulu on Monday, and her lawyer said that she hasn't been seen since.",
    "There were protests. There's a march that'll begin at noon; it was he who called it.",
    "I'm gonna go, ain't I? Let's see what y'all have got ta do. C'mon, nothin' to it!",
    "  Two   of them did what  they had to do, once.  ",
    "THE COURT JAILED HIM; THE COURT DID NOT FREE HER.",
)


def test_words_are_read_as_without_looking_up() -> None:
    plain = spacy.load(DEFAULT_MODEL)
    for _ in range(2):
        for mine, its in zip(load_model(DEFAULT_MODEL).pipe(TEXTS), plain.pipe(TEXTS), strict=True):
            read = [[(t.text, t.pos_, t.lemma_, str(t.morph), t.dep_) for t in doc] for doc in (mine, its)]
            assert read[0] == read[1]
