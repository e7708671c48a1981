"""From the bytes of a file to its text, without touching its line ends."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from pipeline.read.charset import codec_of

# Encodings that saved pages of English text with names and quotes of any region come in. A free
# choice lets the detector read a few curly quotes as Big5 or EBCDIC.
_LEGACY = (
    "cp1252", "cp1251", "cp1250", "cp1254", "cp1257", "cp1253", "cp1255", "cp1256", "cp1258",
    "koi8_r", "cp866", "mac_roman",
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")
_SAMPLE = 1_000_000
# Terminal colours and form feeds of a printed page are no sign of a binary file.
_FEW_CONTROLS = 16
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or why there is none."""

    text: str
    problem: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte order mark, as UTF-8, as the page itself declares, or by what the bytes look like.

    UTF-8 comes before what is declared: bytes that are UTF-8 by chance are rarer than wrong declarations.
    It keeps its byte order mark as U+FEFF, so that offsets are those of the file read as UTF-8.
    """
    if not data.strip():
        return Decoded("", "empty file")
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _checked(_try(data[2:], encoding))
    if _wide(data) is not None:
        return _checked(_wide(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        codec = codec_of(declared or "")
        return _checked((codec and _try(data, codec)) or _damaged_utf8(data) or _legacy(data))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None) -> Decoded:
    if text is None:
        return Decoded("", "binary or undecodable file: no known encoding fits its bytes")
    if len(_CONTROL.findall(text)) > max(_FEW_CONTROLS, len(text) // 200):
        return Decoded("", "binary or undecodable file: holds control characters, not text")
    return worded(text)


def worded(text: str) -> Decoded:
    """The text, with a problem where no word stands in it: space, digits and signs alone.

    >>> worded("12.03 | 14 *").problem
    'empty file: no words in it'
    """
    return Decoded(text, None if _WORD.search(text) else "empty file: no words in it")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark has a zero in every second byte of English text."""
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.35 * len(sample):
            return _try(data, encoding)
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """A file that is UTF-8 but for a few bytes, such as a cut last character."""
    text = data.decode("utf-8", errors="replace")
    good = len(_MULTIBYTE.findall(data))
    return text if good > 4 * (text.count("\ufffd") - data.count(b"\xef\xbf\xbd")) else None


def _legacy(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    return None if best is None else data.decode(best.encoding, errors="replace")
