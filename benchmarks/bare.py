"""The language model alone: what the pipeline's own work is measured against.

    python -m benchmarks.bare TEXTS

`nlp.pipe` in batches with tok2vec, parser and ner. TEXTS is a JSON list of texts.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.naive import MODEL

NEEDED = ("tok2vec", "parser", "ner")
BATCH = 64


def main(texts: list[str]) -> None:
    """Read all texts and throw the readings away."""
    import spacy

    nlp = spacy.load(MODEL)
    nlp.select_pipes(enable=NEEDED)
    print(f"{sum(len(doc) for doc in nlp.pipe(texts, batch_size=BATCH))} tokens in {len(texts)} items")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
