"""The files under raw/ that the pages were read from: are they still the same?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pipeline.verify.dataset import Dataset, key_of
from pipeline.verify.finding import Finding

PLAIN_TEXT = ".txt"


def originals(data: Dataset, raw: Path) -> Iterator[Finding]:
    """Each page's file has the hash told; a UTF-8 text file is the very text that offsets count in."""
    hashes = dict(_text_hashes(data)) if "page_texts" in data.tables else {}
    root = raw.resolve()
    for page, path, sha256, problem in data.rows("pages", "page_id", "path", "sha256", "problem"):
        file = (raw / path).resolve()
        if not file.is_relative_to(root) or not file.is_file():
            yield Finding("pages", key_of([page]), f"{path} is no file in {raw}")
            continue
        content = file.read_bytes()
        if _sha256(content) != sha256:
            yield Finding("pages", key_of([page]), f"sha256 is not that of {path}")
        elif problem is None and _is_plain_utf8(path, content) and hashes.get(page, sha256) != sha256:
            yield Finding("page_texts", key_of([page]), f"text is not that of {path}")


def _text_hashes(data: Dataset) -> Iterator[tuple[str, str]]:
    for page, text in data.rows("page_texts", "page_id", "text"):
        yield page, _sha256(text.encode("utf-8", "surrogatepass"))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _is_plain_utf8(path: str, content: bytes) -> bool:
    if Path(path).suffix.lower() != PLAIN_TEXT or b"\x00" in content:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
