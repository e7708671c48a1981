"""Which lines are no news: menus, links, footers. Evidence of one line alone."""

from __future__ import annotations

import re

from pipeline.saving_notes import is_saving_note
from pipeline.segment.rows.line_forms import form_reason, is_footnote, is_link, kind_reason
from pipeline.segment.text.lexicon import Words, covered_by_phrases, lexicon, words_of

SAVING_NOTE = "page foot"
"""The reason of a line that says when the page was saved."""

_SHORT = 160
_COOKIE_AT_MOST = 400
_PIECES = re.compile(r"\s?[|»›>·•¦←→]\s?|\s/\s|\t| {2,}")
_TRAIL = re.compile(r"(?<=\S)\s?[»›>]\s?(?=\S)")
_ADDRESS = re.compile(
    r"\S{1,80}\s?(?:@|\(at\)|\[at\]|\(@\))\s?\S{1,80}|https?://\S{1,300}|www\.\S{1,300}", re.I
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]{0,3}$")
_NUMBER = re.compile(r"\d+")
_SIGNS = " \t\"'“”‘’.,:;!()[]{}«»‹›<>|*•·-–—_=~#→←↑↓…"
_ALONE = frozenset({"a", "b", "c", "x", "i", "s"})
_COUNTED_COMMENTS = re.compile(
    r"\d{1,4}\s(?:comments?|responses|replies|comentarios|commentaires)\W{0,3}", re.I
)
_PIECE_WORDS, _ODD_PIECE_WORDS = 4, 7
_KNOWN_PIECES = 2
_PAGE_OF = re.compile(r"page\s\d", re.I)
# `5 replies so far [Add yours]`
_COMMENTS_LINK = re.compile(
    r"(?:no|one|\d{1,4})\s(?:comments?|responses?|repl(?:y|ies)|reactions?)(?:\s(?:so\sfar|yet))?"
    r"(?:\s?[\[(|·•-]\s?[^\[\]()|·•]{3,30}[\])]?)?\W{0,3}",
    re.I,
)
_COMMENTS_ON = re.compile(
    r"(?:one|\d{1,4})\s(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)\s(?:on|to)\s[\"“”‘'«]",
    re.I,
)
_COMMENT_COUNT = re.compile(r"(?:readers'\s)?(?:comments|reactions|responses)\s?\(\d{1,4}\):?", re.I)


def boilerplate_reason(text: str, raw: str) -> str | None:
    """Why a folded line is no news, None where it may be.

    `raw` is the line before folding: its tabs and double spaces part the entries of a menu.

    >>> boilerplate_reason("Home | News | Cases | Donate", "Home | News | Cases | Donate")
    'menu'
    >>> boilerplate_reason("More arrests in Baku", "More arrests in Baku")
    """
    lower = text.casefold()
    if "cookie" in lower and len(text) <= _COOKIE_AT_MOST and _starts(lower) == "cookie":
        return "cookie"
    if is_footnote(text):
        return "footnote"
    if len(text) > _SHORT:
        return None
    if is_saving_note(text):
        return SAVING_NOTE
    form = form_reason(text)
    if form:
        return form
    if _COMMENTS_LINK.fullmatch(text):
        return "comments"
    known = _starts(lower) or _made_of_phrases(text) or _pieces(text, raw) or kind_reason(text)
    return known or ("read_more" if is_link(text) else None)


def zone_reason(text: str) -> str | None:
    """Why this line and those after it are no news: `related`, `comments`, `contents`, `notes`.

    >>> zone_reason("RELATED ARTICLES:"), zone_reason("3 responses to “March banned”")
    ('related', 'comments')
    """
    if len(text) > _SHORT and ":" not in text[:40]:
        return None
    if _COMMENT_COUNT.fullmatch(text) or _COMMENTS_ON.match(text):
        return "comments"
    zones = lexicon().zones
    plain = text.casefold().replace("’", "'").strip(_SIGNS + "0123456789")
    if plain in zones or text.strip() in zones:
        return zones.get(plain) or zones[text.strip()]
    heading = len(plain.split()) <= 6 and not _ENDS_SENTENCE.search(text)
    if heading and plain.startswith(lexicon().teaser_starts):
        return "teasers"
    label = plain.split(":", 1)[0].strip()
    if ":" in text and zones.get(label) in ("notes", "teasers"):
        return zones[label]
    if text.endswith(":") and plain.startswith(lexicon().address_starts):
        return "notes"
    starts = (
        phrase for phrase, reason in zones.items() if reason == "comments" and plain.startswith(phrase + " ")
    )
    return "comments" if text[:1].isdigit() and any(starts) else None


def _starts(lower: str) -> str | None:
    plain = lower.lstrip(" \"'“”‘’([{*•·-–—>→")
    if not (plain.startswith(lexicon().any_start) or lower.startswith(lexicon().any_start)):
        return "pagination" if _PAGE_OF.match(plain) else None
    for start, reason in lexicon().starts:
        if (plain.startswith(start) or lower.startswith(start)) and _allowed(reason, plain, start):
            return reason
    return "pagination" if _PAGE_OF.match(plain) else None


def _allowed(reason: str, plain: str, start: str) -> bool:
    """A byline, a line of tags or a link is no sentence."""
    if reason == "byline":
        return len(plain.split()) <= 12 and not plain.endswith(".")
    if reason in ("tags", "share", "menu", "read_more"):
        return not plain.endswith(".") or plain.endswith("...") or len(plain) < len(start) + 40
    return True


def _made_of_phrases(text: str) -> str | None:
    rest = _ADDRESS.sub(" ", text)
    words: Words = tuple(word for word in words_of(rest) if word.strip("+") not in _ALONE)
    if not words:
        if rest != text:
            return "contact" if "@" in text or "(at)" in text else "address"
        numbers = _NUMBER.findall(text)
        page = len(numbers) > 1 or (numbers and len(numbers[0]) < 4)
        return "pagination" if page else "sign" if words_of(text) else None
    covered, reason = covered_by_phrases(words)
    if reason == "read_more" and len(words) > 8:
        return None
    return reason if covered >= 0.75 * len(words) else None


def _pieces(text: str, raw: str) -> str | None:
    """Three or more very short pieces between signs make a menu, a trail of them a breadcrumb."""
    if _ENDS_SENTENCE.search(text):
        return None
    pieces = [piece for piece in _PIECES.split(raw) if piece and words_of(piece)]
    longest = max((len(piece.split()) for piece in pieces), default=0)
    known = [piece for piece in pieces if covered_by_phrases(words_of(piece))[0] == len(words_of(piece))]
    short = longest <= _PIECE_WORDS or (longest <= _ODD_PIECE_WORDS and len(known) >= _KNOWN_PIECES)
    trail = _TRAIL.search(text) is not None
    if len(pieces) >= 3 and short:
        return "breadcrumb" if trail else "menu"
    if trail and len(pieces) >= 2 and covered_by_phrases(words_of(pieces[0]))[0]:
        return "breadcrumb"
    return None
