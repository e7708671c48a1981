"""The forms in which datelines write dates, as patterns, with months and weekdays of several languages."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.calendar_words import MONTHS, WEEKDAYS, alternation
from pipeline.resources import table


def _with_english(name: str, english: Mapping[str, int]) -> dict[str, int]:
    foreign = table("segment/calendar")[name]
    return {word: int(number) for number, words in foreign.items() for word in words} | dict(english)


MONTH_NUMBER = _with_english("months", MONTHS)
WEEKDAY_NUMBER = _with_english("weekdays", WEEKDAYS)
_M = rf"{alternation(MONTH_NUMBER)}(?![^\W\d_])\.?"
_W = rf"(?:(?P<weekday>{alternation(WEEKDAY_NUMBER)})(?![^\W\d_])\.?[,:]?\s?(?:the\s|den\s|le\s)?(?:-\s)?)?"
_D = r"\d{1,2}(?:st|nd|rd|th|er|º|°)?\.?"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_Y2 = rf"(?:{YEAR}|['’]?\d\d(?![\d:.]))"
_TO = r"\s?(?:-|–|—|to|and|/)\s?"
_GLUE = r"(?:\s|[-/.,])?\s?(?:of\s|de\s|del\s|d')?"

_TENS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        (*_TENS, *_TEENS, *(f"twenty-{unit}" for unit in _TENS), "thirtieth", "thirty-first"), start=1
    )
}
"""Days of a month in words."""

_IN_YEAR = r"(?:,?\s(?:in\sthe\syear\s(?:of\sour\slord\s)?)?"

FORMS = (
    # this 6th day of February, 2017; the twelfth of June 2011
    rf"(?:this\s|the\s){{0,2}}(?P<d13>{_D})\sday\sof\s(?P<m13>{_M}){_IN_YEAR}(?P<y13>{YEAR}))?",
    rf"(?:this\s|the\s){{0,2}}(?P<d14>{alternation(ORDINALS)})\s(?:day\s)?of\s(?P<m14>{_M}){_IN_YEAR}(?P<y14>{YEAR}))",
    # 30 April - 2 May 2013; 3-7 May 2013; 4 August 2012; 4 Aug 12; 21-Aug-2012; 4 August
    rf"{_W}(?P<d1>{_D})(?:\s(?P<m1>{_M}))?(?:\s(?P<y1>{YEAR}))?{_TO}(?P<d2>{_D})\s(?P<m2>{_M})(?:,?\s(?P<y2>{YEAR}))?",
    rf"{_W}(?P<d3>{_D}){_GLUE}(?P<m3>{_M})(?:{_GLUE}(?P<y3>{_Y2}))?",
    # May 30 - June 2, 2013; May 3-7, 2013; August 4th, 2012; August 4
    rf"{_W}(?P<m4>{_M})\s(?P<d4>{_D}){_TO}(?:(?P<m5>{_M})\s)?(?P<d5>{_D})(?!\d)(?:,?\s(?P<y5>{YEAR}))?",
    rf"{_W}(?P<m6>{_M})\s?(?:the\s)?(?P<d6>{_D})(?!\d|:\d)(?:(?:,|\s|-)\s?(?P<y6>{YEAR}|['’]\d\d(?!\d)))?",
    # May 2013; 2013 May 4
    rf"(?P<m7>{_M}),?\s?(?:de\s|del\s)?(?P<y7>{YEAR})",
    rf"(?P<y8>{YEAR})[,\s-]\s?(?P<m8>{_M})(?:[\s-](?P<d8>{_D}))?",
    # 2011 08/08; 2011-08-04; 2011/08/04; 2011. 08. 04.; 20110804
    rf"{_W}(?P<y9>(?:1[89]|20)\d\d)(?:\s(?=\d\d?[/.]\d)|[-/.年]\s?)(?P<n9>\d\d?)(?:[-/月]|\.\s?)(?P<o9>\d\d?)(?!\d)(?:日|\.(?=[\s)\]]|$))?",
    r"(?P<y10>(?:19|20)\d\d)(?P<n10>0[1-9]|1[0-2])(?P<o10>[0-3]\d)(?!\d)",
    # 4.08-7.08.2012; 4-7/08/2012; 4/8/12 - 7/8/12; 04.08.2012; 8/4/12; 4. 8. 2012
    rf"{_W}\d\d?(?:[./]\d\d?(?:[./](?:{YEAR}|\d\d))?)?\.?\s?[-–]\s?(?P<a11>\d\d?)(?P<s11>[./])(?P<b11>\d\d?)(?P=s11)(?P<y11>{YEAR}|\d\d(?![\d.:]))",
    rf"{_W}(?P<a12>\d\d?)(?P<s12>[./-])\s?(?P<b12>\d\d?)(?P=s12)\s?(?P<y12>{YEAR}|\d\d(?![\d.:]))",
)  # fmt: skip
