"""One HTML file that opens from disk: program, style and data, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.report.index import index_of
from pipeline.report.rows import Rows
from pipeline.report.sources import source_of

NO_SCRIPT = "This page needs JavaScript; it loads nothing from a network."
RESOURCES = Path(__file__).parent.parent / "resources" / "report"

# Whatever a page says stays inside its JSON string: neither the HTML parser nor an old JavaScript one
# finds a character in it that it would act on.
_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")


def report_page(rows: Rows) -> str:
    """The review page: the same rows make the same bytes."""
    return "".join(_parts(rows))


def inert_json(value: Any) -> str:
    """JSON that may stand inside a `<script type="application/json">`, dates in ISO form.

    >>> print(inert_json(["</script><script>alert(1)//", "<!--", "a\\u2028b"]))
    ["\\u003c/script\\u003e\\u003cscript\\u003ealert(1)//","\\u003c!--","a\\u2028b"]
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
    for char, escape in _ESCAPES:  # many times as fast as `str.translate`
        text = text.replace(char, escape)
    return text


def _parts(rows: Rows) -> Iterator[str]:
    program, style = _resource("app.js"), _resource("app.css")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(program, style)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield '<meta name="color-scheme" content="light dark">\n<title>Events and their sources</title>\n'
    yield f"<style>{style}</style>\n</head>\n<body>\n"
    yield f'<div id="app"><noscript>{NO_SCRIPT}</noscript></div>\n'
    yield _data("index", index_of(rows))
    for number, page in enumerate(rows.pages):
        yield _data(f"page-{number}", source_of(rows, page.page_id))
    yield f"<script>{program}</script>\n</body>\n</html>\n"


def policy(program: str, style: str) -> str:
    """The Content-Security-Policy: this program and this style, and nothing from anywhere.

    Trusted Types also close the ways by which text could be taken for markup.
    """
    return (
        f"default-src 'none'; script-src '{_hash(program)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _data(name: str, value: Any) -> str:
    return f'<script type="application/json" id="{name}">{inert_json(value)}</script>\n'


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _resource(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8").strip()
