"""How a page sets out its items; each takes the news and returns the page's text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape

from benchmarks.corpus.items import News

MENU = "Home | News | Archive | About us | Contact"
FOOTER = "© Lantern Press Service. All rights reserved."

Layout = Callable[[Sequence[News]], str]


def dates_below(items: Sequence[News]) -> str:
    """Headline, date, text."""
    return _page(f"{item.headline}\n{_long(item.day)}\n\n{_body(item)}" for item in items)


def dates_above(items: Sequence[News]) -> str:
    """Date, headline, text."""
    return _page(f"{_long(item.day)}\n{item.headline}\n\n{_body(item)}" for item in items)


def us_dates_below(items: Sequence[News]) -> str:
    """Headline, `Posted on March 3, 2014`, text, a link to more."""
    return _page(
        f"{item.headline}\nPosted on {_american(item.day)}\n\n{_body(item)}\nRead more" for item in items
    )


def day_heads(items: Sequence[News]) -> str:
    """Days as heads of sections, two items under each."""
    parts = []
    for number, item in enumerate(items):
        day = items[number - number % 2].day
        head = f"{day:%A}, {_long(day)}\n\n" if number % 2 == 0 else ""
        parts.append(f"{head}{item.headline}\n\n{_body(item)}")
    return _page(parts)


def chronicle(items: Sequence[News]) -> str:
    """Entries that begin with their date."""
    return _page((f"{_long(item.day)}: {' '.join(item.paragraphs)}" for item in items), "Chronicle")


def bullets(items: Sequence[News]) -> str:
    """One dated line an item, with a bullet."""
    return _page((f"• {item.day.isoformat()}: {' '.join(item.paragraphs)}" for item in items), "In brief")


def numbered(items: Sequence[News]) -> str:
    """Numbered headlines with text that begins with place and date."""
    return _page(
        f"{number}. {item.headline}\n\n{item.town}, {_long(item.day)}. {_body(item)}"
        for number, item in enumerate(items, 1)
    )


def html_posts(items: Sequence[News]) -> str:
    """A saved HTML page."""
    posts = (
        f"<article><h2>{escape(item.headline)}</h2><p class='date'>{_long(item.day)}</p>"
        + "".join(f"<p>{escape(text)}</p>" for text in item.paragraphs)
        + "</article>"
        for item in items
    )
    head = "<html lang='en'><head><title>Lantern Press Service</title></head><body>"
    return "\n".join((head, f"<nav>{MENU}</nav>", *posts, f"<footer>{escape(FOOTER)}</footer></body></html>"))


LAYOUTS: tuple[Layout, ...] = (
    dates_below, dates_above, us_dates_below, day_heads, chronicle, bullets, numbered, html_posts,
)  # fmt: skip


def _page(parts: Iterable[str], title: str = "Lantern Press Service") -> str:
    return "\n\n\n".join((f"{MENU}\n\n{title}", *parts, FOOTER)) + "\n"


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _american(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _body(item: News) -> str:
    return "\n\n".join(item.paragraphs)
