"""The encoding that an HTML page declares, read as browsers read it.

WHATWG Encoding Standard, https://encoding.spec.whatwg.org/#names-and-labels: pages that say
`iso-8859-1` hold the quotes and dashes of windows-1252, and the like.
"""

from __future__ import annotations

import codecs
import re

_META_CHARSET = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_-]{1,40})""", re.I)
_NEAR_START = 4096

# Python's codec of the label: the codec that pages so labelled are in
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_AS_LABELLED = frozenset(
    {
        "cp866", "cp874", "cp932", "cp949", "gb18030", "euc_jp", "iso2022_jp", "koi8-r", "koi8-u",
        "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
        "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8",
        "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "mac-roman", "mac-cyrillic",
    }
)  # fmt: skip
_NO_CODEC = {
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso8859-8",
}


def declared_charset(data: bytes) -> str | None:
    """The label that the file declares near its start."""
    match = _META_CHARSET.search(data[:_NEAR_START])
    return match.group(1).decode("ascii") if match else None


def codec_of(label: str) -> str | None:
    """Python's codec for a label; None for one that names no legacy encoding of text.

    UTF-8 and UTF-16 are none either: bytes tell them without a label.

    >>> codec_of("ISO-8859-1"), codec_of("windows-1251"), codec_of("utf-16"), codec_of("undefined")
    ('cp1252', 'cp1251', None, None)
    """
    try:
        name = codecs.lookup(_NO_CODEC.get(label.lower(), label)).name
    except LookupError:
        return None
    return _READ_AS.get(name) or (name if name in _AS_LABELLED else None)
