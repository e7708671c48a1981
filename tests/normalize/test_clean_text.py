"""Edited news of all the world stays as it is.

The text is the Lee corpus: 350 short news stories of 2000 and 2001, full of names, which gensim
ships for its own tests. It has a dozen slips of its own, listed here;
any other change counts as wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

FILES = (("lee_background.cor", "utf-8"), ("lee.cor", "latin-1"))
SLIPS = {
    "inconsistancies", "negelected", "positve", "champiom", "officals", "opporunity",
    "the the", "take take", "are are", "said.Professor",
}  # fmt: skip


def _stories() -> list[str]:
    spec = find_spec("gensim")
    assert spec is not None and spec.origin is not None, "make test installs gensim, which ships the text"
    folder = Path(spec.origin).parent / "test" / "test_data"
    texts = (folder.joinpath(name).read_text(encoding=encoding) for name, encoding in FILES)
    return [story for text in texts for story in text.splitlines() if story.strip()]


def test_clean_news_stays(normalize: Callable[..., tuple]) -> None:
    words, changes = 0, []
    for story in _stories():
        words += len(story.split())
        _, _, corrections = normalize(story)
        changes += [
            row for row in corrections if row.kind in ("spelling", "spacing", "duplicate", "encoding")
        ]
    wrong = [row.original for row in changes if row.original not in SLIPS]
    assert words > 50_000
    assert len(wrong) < words / 10_000, wrong
    assert [original for original in wrong if not original.islower()] == []
    assert {row.original for row in changes} >= SLIPS
