"""What is looked up of a word is what the model would say of it again."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from pipeline.recognize import DEFAULT_MODEL, parse_items
from pipeline.recognize.model import embedding
from pipeline.recognize.model.labels import Labels
from pipeline.recognize.model.lemmas import settled_lemma
from pipeline.schema.flow import Block, CleanItem

TEXTS = (
    "She was detained in Gulu on Monday, and her lawyer said that she hasn't been seen since.",
    "There were protests. There's a march that'll begin at noon; it was he who called it.",
    "I'm gonna go, ain't I? Let's see what y'all have got ta do. C'mon, nothin' to it!",
    "  Two   of them did what  they had to do, once.  ",
    "THE COURT JAILED HIM; THE COURT DID NOT FREE HER.",
)


def read_plainly(nlp: Language, text: str) -> list[tuple[object, ...]]:
    doc = nlp(text)
    rows = [
        (t.idx, settled_lemma(t.text, t.lemma_), t.pos_, t.tag_, t.dep_, t.head.i, t.is_sent_start)
        for t in doc
    ]
    return [*rows, *((e.label_, e.start_char, e.end_char) for e in doc.ents)]


def read_by_looking_up(text: str) -> list[tuple[object, ...]]:
    block = Block("body", 0, len(text))
    (parse,) = parse_items([CleanItem("page#0", "page", text, (block,), (), None, None, None)])
    columns = (parse.starts, parse.lemmas, parse.pos, parse.tags, parse.deps, parse.heads)
    opens = (i in parse.sentence_starts for i in range(len(parse.starts)))
    rows = [*zip(*columns, opens, strict=True)]
    return [*rows, *((e.label, e.start, e.end) for e in parse.entities)]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_read_as_without_looking_up(text: str) -> None:
    plain = read_plainly(spacy.load(DEFAULT_MODEL), text)
    assert read_by_looking_up(text) == plain
    assert read_by_looking_up(text) == plain, "once more, when all words are known"


def test_labels_of_a_model_without_lemmatizer_are_its_own() -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["lemmatizer"])
    labels = Labels(nlp)
    assert not labels.left_out
    assert [tag for _, _, tag, _ in labels.of([nlp("She went.")])[0]] == ["PRP", "VBD", "."]


def test_the_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_MOST", 8)
    nlp = spacy.load(DEFAULT_MODEL)
    embedding.remember_vectors(nlp.get_pipe("ner").model)
    docs = [
        [(e.text, e.label_) for doc in model.pipe(TEXTS, batch_size=2) for e in doc.ents]
        for model in (nlp, spacy.load(DEFAULT_MODEL))
    ]
    assert docs[0] == docs[1]
