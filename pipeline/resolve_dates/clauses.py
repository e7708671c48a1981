"""What the words around an expression say of its time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.resolve_dates.plans import is_deadline
from pipeline.resolve_dates.scan import Candidate
from pipeline.resolve_dates.scenes import is_aside, is_pluperfect, is_reported, sentence_start
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.tense import is_attribute, opens_clause, tense_at, verb_dated
from pipeline.resolve_dates.told import Clause, Earlier, Tense
from pipeline.resolve_dates.told_events import told_of
from pipeline.syntax import Token

_APPOSED = re.compile(
    r"^\)?(?: (?:morning|noon|afternoon|evening|night))?,? {0,2}"
    r"(?:that is,? |i\.e\.,? |that was |which was )?(?:just |only |exactly )?$"
)
_APPOSED_AHEAD = re.compile(r"^(?:, | \()(?:on |in )?(?:the )?$")
_YEAR_BESIDE = re.compile(r"^(?:(?:,|:| -| –| —) ?(?:on |in |from |between )?| on )(?:the )?(?:night of )?$")
# Characters before a date that opens its paragraph: "On ".
_PREPOSITION = 3
# A verb has one time; counted from an event, it is given a second time.
_BY_EVENT = frozenset(["after an event", "before an event"])
# Behind these a date can belong to no noun that follows, whatever the tree says: "On 12 June soldiers".
_ON = re.compile(r"\b(?:on|since|until|till|by|from) $", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:has|have)\b(?: [^\s.;:]{1,20}){0,8} since\b[^,.;:]{0,25}$", re.IGNORECASE)
_QUOTES = ('"', "“", "”", "«", "»", "„")
_SINCE = re.compile(r"\bsince\b[^,.;:]{0,25}$", re.IGNORECASE)


def clause_of(
    candidate: Candidate, around: Surroundings, earlier: Sequence[Earlier], blocks: Sequence[int]
) -> Clause:
    """The clause of a candidate; `blocks` are the clean offsets at which the item's blocks begin."""
    span = candidate.start, candidate.end
    before = around.before(candidate.start)
    last = earlier[-1] if earlier else None
    since = _SINCE.search(before) is not None
    tense = Tense.PAST if since else tense_at(around.tree, candidate.start, candidate.end)
    block = blocks[max(bisect_right(blocks, candidate.start) - 1, 0)] if blocks else 0
    dated = verb_dated(around.tree, candidate.start, candidate.end)
    return Clause(
        tense=tense,
        deadline=not since and is_deadline(before),
        apposed=last is not None
        and (
            _is_between(_APPOSED, around.text, last.end, candidate.start)
            or (dated is not None and _has_one_time(candidate, last, dated, around.text))
        ),
        year_beside=_year_beside(last, candidate, around.text) if last else None,
        block_start=block,
        verb=dated.i if dated else None,
        fronted=tense is Tense.PAST and not since and opens_clause(around.tree, *span),
        attribute=is_attribute(around.tree, *span) and not _ON.search(before),
        event=told_of(candidate, around.tree, earlier),
        sentence=sentence_start(around.tree, *span),
        aside=is_aside(around.tree, *span),
        pluperfect=is_pluperfect(around.tree, *span),
        reported=is_reported(around.tree, *span),
        opens_block=candidate.start - block <= _PREPOSITION,
        quoted=_is_quotation(around.text, block),
        lasting=since and _LASTS.search(before) is not None,
    )


def _is_quotation(text: str, block: int) -> bool:
    end = text.find("\n", block)
    last = text[(end if end >= 0 else len(text)) - 1 : end if end >= 0 else None]
    return text[block : block + 1] in _QUOTES and last in _QUOTES


def _has_one_time(candidate: Candidate, last: Earlier, verb: Token, text: str) -> bool:
    """True where "a year after his arrest" says again when the verb's own date was."""
    same_verb = candidate.rule.name in _BY_EVENT and verb.i == last.clause.verb
    return same_verb and ";" not in text[last.end : candidate.start]


def _year_beside(last: Earlier, candidate: Candidate, text: str) -> int | None:
    whole_year = last.first == last.last and last.first.precision == "year"
    beside = whole_year and _is_between(_YEAR_BESIDE, text, last.end, candidate.start)
    return last.first.year if beside else None


def explains(candidate: Candidate, following: Candidate, text: str) -> bool:
    """True where the date behind an expression says the same ("ten days later, on 29 December")."""
    return not following.expression.relative and _is_between(
        _APPOSED_AHEAD, text, candidate.end, following.start
    )


def _is_between(pattern: re.Pattern[str], text: str, end: int, start: int) -> bool:
    return start - end < 24 and pattern.match(text[end:start]) is not None
