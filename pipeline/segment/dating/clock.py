"""Times of day as datelines, stamps and liveblogs write them."""

from __future__ import annotations

import re

_CLOCK = r"(?:T|,?\s(?:at\s)?|\s?[-–—|,]\s?)?\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\.\d{1,6})?"
_ZONE = (
    r"(?:\s?(?:[ap]\.?m\.?|GMT|UTC|MSK|CES?T|E[DS]T|P[DS]T|EEST|Z|hrs|h)(?![^\W\d_]))?"
    r"(?:\s?[+-]\d\d:?\d\d)?\)?"
)
CLOCK_AFTER = re.compile(rf"(?:{_CLOCK}{_ZONE}|\s(?:г|г\.|року))(?!\w)", re.I)
"""A time right after a date, with what parts them, or the word for year after it."""

TIME_FIRST = re.compile(
    rf"[(\[]?(?:[01]?\d|2[0-3])[:.h][0-5]\d{_ZONE}[)\]]?(?:\s?[-–—:|.,]{{1,2}})?(?:\s|$)(?=\D|$)"
    r"|[(\[]?(?:0?[1-9]|1[0-2])\s?[ap]\.?m\.?[)\]]?(?:$|\s?[-–—:|]{1,2}\s)",
    re.I,
)
"""A time of day that a line begins with."""

CLOCK_FIRST = re.compile(rf"[(\[]?(?:[01]?\d|2[0-3])[:.h][0-5]\d{_ZONE}[)\]]?,?\s", re.I)
"""A time of day that stands before a date: `[12:04] 14 Feb 2011`."""
