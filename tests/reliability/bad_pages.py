"""Pages that are broken, odd or hostile, as data: how each is made, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

READ, PROBLEM, PASSED_OVER = "read", "problem", "passed over"

ARTICLE = (
    "Editor detained in Nairobi\n\n12 March 2014\n\n"
    "Police in Nairobi detained the editor Wanjiru Kamau on 11 March 2014. She was released the next day, "
    "the Kenya Press Union said. Her lawyer has complained to the court.\n"
)


@dataclass(frozen=True, slots=True)
class BadPage:
    """A kind of input: `make` puts it into raw/; `path` is the page it makes, if any."""

    label: str
    path: str
    expect: str
    make: Callable[[Path], None]


def _bytes(label: str, content: bytes, expect: str, path: str | None = None) -> BadPage:
    name = path or label.replace(" ", "-") + ".txt"

    def make(raw: Path) -> None:
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_bytes(content)

    return BadPage(label, name, expect, make)


def _text(label: str, text: str, expect: str = READ, path: str | None = None) -> BadPage:
    return _bytes(label, text.encode("utf-8", "surrogatepass"), expect, path)


def _html(label: str, body: str, expect: str = READ) -> BadPage:
    html = f"<html><head><title>t</title></head><body>{body}</body></html>"
    return _text(label, html, expect, label.replace(" ", "-") + ".html")


def _link_out(raw: Path) -> None:
    (raw.parent / "secret.txt").write_text(ARTICLE)
    (raw / "link-out.txt").symlink_to(raw.parent / "secret.txt")


def _link_to_folder_out(raw: Path) -> None:
    (raw.parent / "elsewhere").mkdir()
    (raw.parent / "elsewhere" / "page.txt").write_text(ARTICLE)
    (raw / "folder-out").symlink_to(raw.parent / "elsewhere")


def _link_inside(raw: Path) -> None:
    (raw / "link-inside.txt").symlink_to(raw / "good.txt")


def _dangling(raw: Path) -> None:
    (raw / "dangling.txt").symlink_to(raw / "nothing-here.txt")


def _loop(raw: Path) -> None:
    (raw / "loop").symlink_to(raw)


def _circle(raw: Path) -> None:
    (raw / "circle.txt").symlink_to(raw / "back.txt")
    (raw / "back.txt").symlink_to(raw / "circle.txt")


def _folder_named_txt(raw: Path) -> None:
    (raw / "folder.txt").mkdir()
    (raw / "folder.txt" / "inside.txt").write_text(ARTICLE)


def _hollow(raw: Path) -> None:
    (raw / "hollow" / "deeper").mkdir(parents=True)


def _fifo(raw: Path) -> None:
    import os

    os.mkfifo(raw / "pipe.txt")


P = ARTICLE.rstrip() + " "
BAD_PAGES: tuple[BadPage, ...] = (
    _bytes("empty", b"", PROBLEM),
    _bytes("only a byte order mark", b"\xef\xbb\xbf", PROBLEM),
    _text("white space only", " \t\n \r\n\u00a0\u2003\n", PROBLEM),
    _text("zero width only", "\u200b\u200c\u200d\ufeff\u2060" * 9, PROBLEM),
    _bytes("binary", bytes(range(256)) * 64, PROBLEM),
    _bytes("a PNG", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, PROBLEM),
    _bytes("a ZIP", b"PK\x03\x04" + bytes(range(256)) * 8, PROBLEM),
    _bytes("a PDF", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8, PROBLEM),
    _bytes("gzip", b"\x1f\x8b\x08\x00" + bytes(range(255, -1, -1)) * 8, PROBLEM),
    _bytes("NUL bytes only", b"\x00" * 500, PROBLEM),
    _text("digits only", "0123456789 " * 50, PROBLEM),
    _text("one letter", "x", PROBLEM),
    _text("Russian", "Милиция задержала двух активистов в Минске. Суд состоится завтра утром. " * 6, PROBLEM),
    _text("Chinese", "警方昨天在北京拘留了一名律师。他的家人要求释放他。" * 12, PROBLEM),
    _text("Arabic", "اعتقلت الشرطة أمس محاميا في القاهرة وطالبت عائلته بالإفراج عنه فورا. " * 8, PROBLEM),
    _text(
        "Spanish",
        "La policía detuvo ayer a dos activistas en La Habana y los llevó a la comisaría. " * 6,
        PROBLEM,
    ),
    _bytes("page without a suffix", ARTICLE.encode(), PROBLEM, "noending"),
    _bytes("page with a foreign suffix", ARTICLE.encode(), PROBLEM, "page.docx"),
    _bytes("hidden", ARTICLE.encode(), PASSED_OVER, ".hidden.txt"),
    BadPage("link out of raw", "link-out.txt", PROBLEM, _link_out),
    BadPage("link to a folder outside", "folder-out", PROBLEM, _link_to_folder_out),
    BadPage("dangling link", "dangling.txt", PROBLEM, _dangling),
    BadPage("link to its own folder", "loop", PROBLEM, _loop),
    BadPage("named pipe", "pipe.txt", PROBLEM, _fifo),
    BadPage("links in a circle", "circle.txt", PROBLEM, _circle),
    BadPage("folder that holds only folders", "hollow", PASSED_OVER, _hollow),
    BadPage("link inside raw", "link-inside.txt", READ, _link_inside),
    BadPage("folder named like a page", "folder.txt/inside.txt", READ, _folder_named_txt),
    _bytes("truncated UTF-8", ARTICLE.encode() + "é".encode()[:1], READ),
    _bytes("UTF-16 with mark", ARTICLE.encode("utf-16"), READ),
    _bytes("UTF-16 little-endian without mark", ARTICLE.encode("utf-16-le"), READ),
    _bytes("UTF-16 big-endian without mark", ARTICLE.encode("utf-16-be"), READ),
    _bytes("UTF-8 with mark", b"\xef\xbb\xbf" + ARTICLE.encode(), READ),
    _bytes("windows-1252", ARTICLE.replace("said", "said – “no”").encode("windows-1252"), READ),
    _bytes("old Mac line ends", ARTICLE.replace("\n", "\r").encode(), READ),
    _bytes("Windows line ends", ARTICLE.replace("\n", "\r\n").encode(), READ),
    _bytes("mixed line ends", ARTICLE.replace("\n\n", "\r\n\r").encode(), READ),
    _text("a NUL in the text", P.replace("the next", "the\x00 next")),
    _text("control characters", P.replace(" ", " \x07\x1b[31m", 3)),
    _bytes("lone surrogate", P.encode() + "\ud800".encode("utf-8", "surrogatepass"), READ),
    _text("private use characters", P + "\ue000\uf8ff\U000f0000"),
    _text("bidirectional controls", P.replace("Kamau", "\u202eKamau\u202c\u2066x\u2069")),
    _text("zero width inside words", P.replace("detained", "de\u200btain\u200ded")),
    _text("combining storm", P + "e" + "\u0301" * 5000),
    _text("emoji", P + "👩‍👩‍👧‍👦🏳️‍🌈" * 300),
    _text("soft hyphens", P.replace("detained", "de\u00adtained")),
    _text("one long word", P + "a" * 200_000),
    _text("one long line", P * 400),
    _bytes("fifty megabytes in one line", P.encode() * (50_000_000 // len(P)), PROBLEM),
    _text("a million blank lines", ARTICLE + "\n" * 1_000_000),
    _text("open brackets", P + "(" * 20_000),
    _text("open quotes", P + "“" * 20_000),
    _text("dashes", P + "- " * 5_000),
    _text("dots", P + "." * 50_000),
    _text("spaces", P + " " * 200_000 + "end."),
    _text("ampersands", P + "&" * 20_000),
    _text("angle brackets", P + "<" * 20_000),
    _text("a run of dates", P + "12 March 2014 " * 1_000),
    _text("a run of numbers", P + "1 " * 5_000),
    _text("capitals", P + "The Committee of " * 1_000),
    _text("bullets", ARTICLE + "• 12 March 2014: Wanjiru Kamau was detained in Nairobi.\n" * 200),
    _text("script tags as text", P + "<script>alert(1)</script>"),
    _text("impossible dates", P + "On 31 February 2014 and 99.99.9999 and 00/00/0000 nothing happened."),
    _text("far years", P + "In 9999 and on 1 January 0001 and in the year 123456789."),
    _text("a name that is odd", ARTICLE, READ, "o'dd & näme (1) [x] #%.txt"),
    _text("a name that is long", ARTICLE, READ, "n" * 240 + ".txt"),
    _text("a name with a line end", ARTICLE, READ, "two\nlines.txt"),
    _text("a name in capitals", ARTICLE, READ, "GOOD.TXT"),
    _text("deep folders", ARTICLE, READ, "/".join("abcdefghij" * 2) + "/page.txt"),
    _html("HTML nested deep", "<div>" * 20_000 + ARTICLE),
    _html("HTML with a huge attribute", f'<p title="{"x" * 500_000}">{ARTICLE}</p>'),
    _html("HTML never closed", "<p><b><i><table><tr><td>" + ARTICLE),
    _html("HTML with scripts", "<script>for(;;){}</script>" + ARTICLE + "<style>p{}</style>"),
    _html("HTML with entities", P.replace(" ", "&nbsp;").replace("e", "&#101;")),
    _html("HTML entity bomb", "&amp;" * 50_000 + ARTICLE),
    _bytes("HTML of a comment alone", b"<!-- saved page -->", PROBLEM, "comment.html"),
    _bytes("HTML of a doctype alone", b"<!doctype html>", PROBLEM, "doctype.html"),
    _bytes(
        "HTML that declares an encoding which is none",
        f'<meta charset="undefined"><p>{ARTICLE} “No”</p>'.encode("cp1252"),
        READ,
        "undefined.html",
    ),
    _html("HTML without text", "<div></div>" * 50, PROBLEM),
    _html("HTML comments never closed", ARTICLE + "<!-- " * 10_000),
)
