"""Every file under raw/ as a page, read or with the reason why not."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.read.decode import Decoded, decode
from pipeline.read.html import declared_charset, read_html
from pipeline.read.ids import page_id
from pipeline.read.language import language_of
from pipeline.read.manifest import NAME, ManifestRow, read_manifest
from pipeline.read.notes import retrieval_day
from pipeline.schema.flow import SourcePage

_HTML = (".html", ".htm")
_NOTHING = ManifestRow(None, None, None, None)


def read_pages(raw: Path) -> Iterator[SourcePage]:
    """The pages under raw/, sorted by path.

    Hidden files, and links that lead out of raw/, are passed over; any other file that cannot be
    read is a page with a `problem`. Raises PipelineError where raw/ is missing or holds no file,
    and for a wrong raw/pages.csv.
    """
    if not raw.is_dir():
        raise PipelineError(f"{raw}: no such folder; create it and put .txt or .html pages into it.")
    paths = _paths(raw)
    if not paths:
        raise PipelineError(f"{raw}: no pages in this folder; put .txt or .html files into it.")
    manifest = read_manifest(raw, frozenset(paths))
    for path in paths:
        yield _page(path, (raw / path).read_bytes(), manifest.get(path, _NOTHING))


def _paths(raw: Path) -> list[str]:
    root = raw.resolve()
    found: list[str] = []
    for folder, folders, files in os.walk(raw):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(folder) / name
            inside = file.resolve().is_relative_to(root) and file.is_file()
            path = file.relative_to(raw).as_posix()
            if inside and not name.startswith(".") and path != NAME:
                found.append(path)
    return sorted(found)


def _page(path: str, data: bytes, known: ManifestRow) -> SourcePage:
    kind = Path(path).suffix.lower()
    title = url = None
    if kind != ".txt" and kind not in _HTML:
        decoded = Decoded("", f"not a .txt or .html file: {kind or 'no suffix'}")
    elif kind == ".txt":
        decoded = decode(data)
    else:
        decoded = _decode_html(data)
        if decoded.problem is None:
            html = read_html(decoded.text)
            title, url = html.title, html.url
            decoded = Decoded(html.text, None if html.text.strip() else "empty file: no text in the page")
    language, problem = _language(decoded, known.language)
    return SourcePage(
        page_id=page_id(path),
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        title=known.title or title,
        url=known.url or url,
        retrieved_on=known.retrieved_on or retrieval_day(decoded.text),
        language=language,
        text=decoded.text,
        problem=problem,
    )


def _decode_html(data: bytes) -> Decoded:
    charset = declared_charset(data)
    if charset and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(data.decode(charset))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _language(decoded: Decoded, given: str | None) -> tuple[str | None, str | None]:
    if decoded.problem:
        return given, decoded.problem
    language = given or language_of(decoded.text)
    if language and language != "en":
        # ISO 639-1, which the column holds, has no code for the smaller languages.
        return language if len(language) == 2 else None, f"not English: {language}"
    return language, None
