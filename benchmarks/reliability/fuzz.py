"""Coverage-guided fuzzing of a stage on bytes taken as a page.

`python benchmarks/reliability/fuzz.py STAGE -max_total_time=300 -max_len=4000`, where STAGE is read,
segment or resolve_dates; needs `pip install atheris`. Options are libFuzzer's; a folder of pages to start
from may follow them, to which it adds what it finds.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from pipeline.read.decode import decode
    from pipeline.read.html import read_html
    from pipeline.read.ids import page_id
    from pipeline.read.language import language_of
    from pipeline.resolve_dates import resolve_dates
    from pipeline.saving_notes import retrieval_day
    from pipeline.schema.flow import Block, CleanItem, Parse, SourcePage
    from pipeline.segment import segment_page


def read(data: bytes) -> None:
    """Bytes as a text file and as an HTML file."""
    text = decode(data).text
    retrieval_day(text)
    language_of(text)
    page_id(text[:80] or "x")
    if b"<" in data:
        read_html(text)


def segment(data: bytes) -> None:
    """Items lie inside the page, in order."""
    text = data.decode("utf-8", errors="replace")
    items, rejected = segment_page(SourcePage("p", "p.txt", "", None, None, None, "en", text))
    at = 0
    for start, end in sorted((span.start, span.end) for span in (*items, *rejected)):
        assert at <= start < end <= len(text)
        at = end


def dates(data: bytes) -> None:
    """Date expressions slice back."""
    text = data.decode("utf-8", errors="replace").strip() or "x"
    item = CleanItem("p#0", "p", text, (Block("body", 0, len(text)),), (), None, None, None)
    for found in resolve_dates(item, Parse("p#0", (), (), (), (), (), (), (), (), ())):
        assert text[found.start : found.end] == found.text


TARGETS = {"read": read, "segment": segment, "resolve_dates": dates}

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    with atheris.instrument_imports(include=["pipeline"]):  # what is imported at the first call
        target(b"Minsk, 12 March 2014\n\nPolice said so on Monday, a year after 3 May.\n")
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
