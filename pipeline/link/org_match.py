"""Whether two names of organisations are one body's."""

from __future__ import annotations

from pipeline.link.comparison import UNLIKE, Verdict
from pipeline.link.org_name import OrgName
from pipeline.link.spelling import near, spelling_key

INITIALS_FIT = "initials fit"
PLACE_ADDED_TO_COMMON = "common name, place added"
_SLIP_LENGTH = 6


def compare_orgs(left: OrgName, right: OrgName, on_page: bool) -> Verdict:
    """Likeness of two names by the words that they share; `on_page` where both stand on one page.

    >>> from pipeline.link.org_name import parse_org
    >>> compare_orgs(parse_org("Centre “Forest and Law”"), parse_org("Forest and Law"), False).score
    0.85
    >>> compare_orgs(parse_org("Yasamal District Court"), parse_org("Khazar District Court"), True).score
    0.0
    """
    if left.body and right.body:
        return (
            Verdict(1.0, "names of one international body")
            if left.body == right.body
            else Verdict(0.0, "different bodies", conflict=True)
        )
    if left.told and right.told and left.told != right.told and left.local and right.local:
        return Verdict(0.0, "of different countries", conflict=True)
    if left.acronym and right.acronym:
        same = left.acronym.upper() == right.acronym.upper()
        return Verdict(1.0, "same acronym") if same else UNLIKE
    if (left.acronym or right.acronym) and not _shouted(left, right):
        return _compare_acronym(left, right, on_page)
    if left.body or right.body:
        return UNLIKE
    if left.bag == right.bag:
        return Verdict(1.0, "same words")
    if (left.quoted == right.bag and right.own) or (right.quoted == left.bag and left.own):
        return Verdict(0.85, "name in quotation marks", -1 if left.quoted else 1)
    a, b = set(left.bag), set(right.bag)
    if a < b or b < a:
        short, long = (left, right) if a < b else (right, left)
        return _compare_part(short, long, on_page, 1 if short is left else -1)
    return _compare_slip(a - b, b - a, len(a & b))


def _shouted(left: OrgName, right: OrgName) -> bool:
    """Whether what looks like an acronym is a word of the other name, in a headline's capitals."""
    short, long = (left, right) if left.acronym else (right, left)
    return len(short.acronym or "") > 4 and set(short.bag) <= set(long.bag)


def _compare_acronym(left: OrgName, right: OrgName, on_page: bool) -> Verdict:
    short, long = (left, right) if left.acronym else (right, left)
    assert short.acronym is not None
    if short.body or short.acronym.upper() not in long.initials:
        return UNLIKE
    likely = len(short.acronym) >= 4
    score = 0.9 if on_page else 0.82 if likely else 0.7
    return Verdict(score, INITIALS_FIT, 1 if short is left else -1)


def _compare_part(short: OrgName, long: OrgName, on_page: bool, fuller: int) -> Verdict:
    """All words of one name are in the other: by what the longer one adds."""
    added = set(long.bag) - set(short.bag)
    if added <= long.places:
        if short.own and not (short.places and short.state):
            return Verdict(0.9, "place added", fuller)
        return Verdict(0.85 if on_page else 0.75, PLACE_ADDED_TO_COMMON, fuller)
    if short.own and not added & long.own and added - long.places:
        heads = added & set(long.bag)
        sure = not short.headed or on_page
        return Verdict(0.85 if sure else 0.7, f"kind of body added ({', '.join(sorted(heads))})", fuller)
    if short.own and on_page and not short.headed:
        return Verdict(0.72, "short form", fuller)
    return Verdict(0.3, "one name within another", fuller)


def _compare_slip(left: set[str], right: set[str], shared: int) -> Verdict:
    """One word differs: in its romanisation or by a slip of the pen."""
    if len(left) != 1 or len(right) != 1:
        return UNLIKE
    a, b = min(left), min(right)
    if spelling_key(a, "slavic") == spelling_key(b, "slavic") and len(a) > (3 if shared else 4):
        return Verdict(0.95 if shared else 0.85, "same words in another romanisation")
    if not shared:
        return UNLIKE
    if min(len(a), len(b)) >= _SLIP_LENGTH and (how := near(a, b)):
        return Verdict(0.86 if how == "swap" or shared > 1 else 0.74, "one word with a slip")
    return UNLIKE
