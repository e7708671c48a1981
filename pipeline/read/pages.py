"""Every file under raw/ as a page, read or with the reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.read.charset import declared_charset
from pipeline.read.decode import Decoded, decode, worded
from pipeline.read.files import Content, page_paths, read_content
from pipeline.read.html import read_html
from pipeline.read.ids import page_id
from pipeline.read.language import language_of
from pipeline.read.manifest import ManifestRow, read_manifest
from pipeline.saving_notes import retrieval_day
from pipeline.schema.flow import SourcePage

_HTML = (".html", ".htm")
LONGEST_TEXT = 4_000_000
"""Characters of a page above which it is not read; its parse would take gigabytes of memory."""

_NOTHING = ManifestRow(None, None, None, None)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file under raw/: its path there, what it holds, and what raw/pages.csv says of it."""

    path: str
    content: Content
    known: ManifestRow

    @property
    def page_id(self) -> str:
        """The id of the page."""
        return page_id(self.path)

    @property
    def stands_for(self) -> tuple[str, ...]:
        """All that the page's row depends on, the content as a hash."""
        return self.path, self.content.sha256, self.content.problem or "", repr(self.known)


def read_pages(raw: Path) -> Iterator[SourcePage]:
    """The pages under raw/, sorted by path; raises what `page_files` raises."""
    return map(read_page, page_files(raw))


def page_files(raw: Path) -> Iterator[PageFile]:
    """The files under raw/, sorted by path.

    Hidden files are passed over. Anything else that is not read (a link that leads out of raw/ or to a
    folder, a named pipe, a file without permission, ...) is a page with a `problem`. Raises
    PipelineError where raw/ is missing or holds no file, and for a wrong raw/pages.csv.
    """
    if not raw.is_dir():
        raise PipelineError(f"{raw}: no such folder; create it and put .txt or .html pages into it.")
    paths = page_paths(raw)
    if not paths:
        raise PipelineError(f"{raw}: no pages in this folder; put .txt or .html files into it.")
    manifest = read_manifest(raw, frozenset(paths))
    root = raw.resolve()
    for path in paths:
        yield PageFile(path, read_content(raw / path, root), manifest.get(path, _NOTHING))


def read_page(file: PageFile) -> SourcePage:
    """A file as a page, with the reason where it is not read."""
    content, known = file.content, file.known
    decoded, title, url = _read(Path(file.path).suffix.lower(), content)
    if len(decoded.text) > LONGEST_TEXT:
        decoded = Decoded("", f"longer than {LONGEST_TEXT:,} characters: split it into several files")
    language, problem = _language(decoded, known.language)
    return SourcePage(
        page_id=file.page_id,
        path=file.path,
        sha256=content.sha256,
        title=known.title or title,
        url=known.url or url,
        retrieved_on=known.retrieved_on or retrieval_day(decoded.text),
        language=language,
        text=decoded.text,
        problem=problem,
    )


def _read(suffix: str, content: Content) -> tuple[Decoded, str | None, str | None]:
    """The text of a file, and the title and address that an HTML page gives."""
    if content.problem:
        return Decoded("", content.problem), None, None
    if suffix == ".txt":
        return decode(content.data), None, None
    if suffix not in _HTML:
        return Decoded("", f"not a .txt or .html file: {suffix or 'no suffix'}"), None, None
    decoded = decode(content.data, declared_charset(content.data))
    if decoded.problem:
        return decoded, None, None
    html = read_html(decoded.text)
    return worded(html.text), html.title, html.url


def _language(decoded: Decoded, given: str | None) -> tuple[str | None, str | None]:
    if decoded.problem:
        return given, decoded.problem
    language = given or language_of(decoded.text)
    if language and language != "en":
        # ISO 639-1, which the column holds, has no code for the smaller languages.
        return language if len(language) == 2 else None, f"not English: {language}"
    return language, None
