"""What is looked up of a word is what the model would say of it again."""

from __future__ import annotations

import pytest
import spacy

from pipeline.recognize import DEFAULT_MODEL, embedding, load_model

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
            read = [
                [(t.text, t.pos_, t.lemma_, str(t.morph), t.dep_, t.head.i, t.ent_type_) for t in doc]
                for doc in (mine, its)
            ]
            assert read[0] == read[1]


def test_the_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_MOST", 8)
    nlp = spacy.load(DEFAULT_MODEL)
    embedding.remember_vectors(nlp.get_pipe("ner").model)
    docs = [
        [(e.text, e.label_) for doc in model.pipe(TEXTS, batch_size=2) for e in doc.ents]
        for model in (nlp, spacy.load(DEFAULT_MODEL))
    ]
    assert docs[0] == docs[1]
