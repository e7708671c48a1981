"""Lines that their form alone shows to be no news: counts, references, telephone numbers, captions."""

from __future__ import annotations

import re

_COUNTED = re.compile(
    r"\d[\d.,\s]{0,9}[kKmM]?\s(?:views?|reads|likes|shares|reactions|retweets|viewed)\b[\s\w:,.·|•/-]{0,40}"
    r"|\d[\d.,\s]{0,9}[kKmM]?\s(?:subscribers|members|followers|supporters|signatures|(?:people\s)?have\ssigned)"
    r"(?:[,.·•|/\s]{1,3}(?:let['’]s\s(?:get\sto|reach)\s)?\d[\d.,]{0,9}[kKmM]?!?(?:\s[^\W\d_]{1,12})?){0,3}\W{0,2}",
    re.I,
)
_LIKED = re.compile(
    r"(?:[\w ,]{0,40}\sand\s)?\d[\d,.]{0,8}[kKmM]?\s(?:people|persons|others|users)\s"
    r"(?:like|liked|love|loved|shared|viewed|reacted|commented|recommend)[\w\s]{0,20}\.?",
    re.I,
)
_META = re.compile(
    r"(?:article\s)?details|(?:hits|views|reads|read|viewed|visits|comments)\s?:\s?\d[\d.,]{0,8}", re.I
)
_REFERENCE = re.compile(r"[A-Z]{2,6}[\s.:-]{1,2}\d{1,4}\s?/[\dA-Z\s./-]{2,40}")
# `nnn/mb`: who wrote and who edited wire copy
_SIGNED_OFF = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,3}")
# `Rights Desk - Tel. +502 555 0100 - desk (at) rights.example`
_TELEPHONE = re.compile(
    r"\b(?:tel|phone|telephone|fax|mobile|cell|whatsapp|hotline)\b\.?\s?:?\s?\(?\+?\d[\d\s()./-]{5,20}(?!\w)",
    re.I,
)
# `Report an attack: +504 555 0199`
_CALLED = re.compile(r":\s?\(?(?:\+\d[\d\s()./-]{6,20}|0\d{1,4}[\s()-]{1,2}\d[\d\s()-]{4,16})$")
# `R. T.` under a text: who wrote it
_INITIALS = re.compile(r"[\[(–—-]?\s?[A-Z]\.\s?(?:[A-Z]\.\s?){1,2}[\])]?")
# `[Physical attack]` in a line of its own: the kind of what follows
_KIND = re.compile(r"\[[^\W\d_][\w'’-]{1,20}(?:[\s/,&]{1,3}[\w'’-]{1,20}){0,3}\]")
_FOOTNOTE = re.compile(r"(?:\[\d{1,2}\]|\^|\(\*{1,3}\))\s\S")
_RELATIVE = re.compile(
    r"(?:about\s)?(?:\d{1,2}|an?|few)\s?(?:s|m|h|d|w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)(?:\sago)?\W*"
    r"|(?:yesterday|today)(?:,?\s(?:at\s)?\d\d?[:.]\d\d(?:\s?[ap]m)?)?\W*|just now\W*",
    re.I,
)
_CAPTION = re.compile(
    r"[(\[](?:file|archive|courtesy)?\s?(?:photo|image|picture|credit|photograph)s?\b[^()\[\]]{0,60}[)\]]\.?$"
    r"|[.,;|–—]\s(?:(?:file|archive)\s)?(?:photo|image|picture|credit|photograph|foto)s?(?:\s(?:by|credit))?\s?(?::|©|by\s)[^!?]{1,60}$",
    re.I,
)
# `2. Courts ............ 7`: an entry of a table of contents
_LEADER = re.compile(r"\S\s?(?:(?:\.\s?){4,}|…{2,}\s?|_{4,}\s?)\s?(?:\d{1,3}|[ivxl]{1,6})$", re.I)

# `Joined January 2011 - 18.2K Followers` under the name of an account
_JOINED = re.compile(
    r"(?:joined|member since|registered)\s?:?\s(?:in\s|on\s)?[^.!?]{0,20}(?:19|20)\d\d(?:\W[^.!?]{0,40})?",
    re.I,
)
# `41 replies 512 reposts 208 likes`
_COUNTS = re.compile(r"(?:\d[\d.,]{0,8}[kKmM]?\s[^\W\d_]{3,10}[\s,|·•/]{0,3}){2,6}")
# `1 of 2  6/2/2012 11:20 AM`, `The Diary  http://diary.example/`: head and foot of a printed page
_PRINTED = re.compile(
    r"(?:page\s)?\d{1,3}\s?(?:of|/)\s?\d{1,3}\s\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
    r"|[^\t]{2,80}\thttps?://\S{4,200}",
    re.I,
)
_LISTSERV = re.compile(r"[\w.-]{2,40}\s(?:e-?)?mailing\slist", re.I)
# `See the map >>`
_ARROW = re.compile(r"(?!\W)[^.!?«‹<\n]{2,50}\s(?:>{1,2}|[»›→➔►])")

_ANSWERS = ("repl", "like", "repost", "retweet", "share", "comment", "view", "reaction")
_LINK_WORDS = 6

_FORMS = (
    (_PRINTED.fullmatch, "running head"), (_JOINED.fullmatch, "writer"), (_LISTSERV.fullmatch, "address"),
    (_COUNTED.fullmatch, "share"), (_LIKED.fullmatch, "share"), (_LEADER.search, "contents"),
    (_META.fullmatch, "tags"), (_REFERENCE.fullmatch, "byline"), (_SIGNED_OFF.fullmatch, "sign"),
    (_INITIALS.fullmatch, "byline"), (_TELEPHONE.search, "contact"), (_CALLED.search, "contact"),
    (_RELATIVE.fullmatch, "time"), (_CAPTION.search, "byline"),
)  # fmt: skip


def form_reason(text: str) -> str | None:
    """Why a short line is no news by its form; None where it may be.

    >>> form_reason("4,812 have signed. Let's get to 5,000!"), form_reason("12 members of a union fined")
    ('share', None)
    >>> form_reason("R.T."), form_reason("Report an attack: +504 555 0199")
    ('byline', 'contact')
    """
    if counts_answers(text):
        return "share"
    return next((reason for fits, reason in _FORMS if fits(text)), None)


def is_link(text: str) -> bool:
    """A few words before an arrow: `See the map >>`.

    >>> is_link("See the map >>"), is_link("Two held in Osh")
    (True, False)
    """
    return len(text.split()) <= _LINK_WORDS and _ARROW.fullmatch(text) is not None


def counts_answers(text: str) -> bool:
    """`41 replies 512 reposts 208 likes`: nothing but numbers, each with what is counted."""
    counted = _COUNTS.fullmatch(text) is not None
    return counted and any(word in text.casefold() for word in _ANSWERS)


def is_footnote(text: str) -> bool:
    """`[3] See the ruling of 2012.`"""
    return _FOOTNOTE.match(text) is not None


def kind_reason(text: str) -> str | None:
    """`[Physical attack]` names the kind of what follows."""
    return "byline" if _KIND.fullmatch(text) else None
