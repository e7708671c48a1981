"""What an entry of a chronicle tells as its news, so that the entry's date is the event's."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.reports import Reports
from pipeline.extract.time.simultaneity import Simultaneity
from pipeline.syntax import Token

_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?(?:am|pm|a\.m|p\.m|h|hrs))?", re.IGNORECASE)
_TOLD_NOW = frozenset(("light", "happening", "label", "copula", "root"))  # nouns that tell news
_SUSPECTED = ("accuse", "suspect")
_ACCUSED = ("charge", "arrest", "detention")  # types whose present tense tells of a state in a clause


class EntryNews:
    """Tells the news of one item from its background."""

    def __init__(self, reading: Reading, simultaneity: Simultaneity) -> None:
        self._reading = reading
        self._simultaneity = simultaneity
        self._again = load_words("time")["again"]
        self._reports = Reports(reading)

    @cached_property
    def is_entry(self) -> bool:
        """True of an item that tells what happened on its own date.

        So does a line under nothing but its day or hour ("22 July", "10.40" below the head of a day), and a
        report under the day of what it reports: "Session of Tuesday, 30 June 2020".
        """
        item = self._reading.item
        if item.published_source == "entry":
            return True
        line = next((block for block in item.blocks if block.kind == "dateline"), None)
        if line is None or item.published_source not in ("dateline", "section"):
            return False
        first = line == item.blocks[0]
        if item.published_source == "section":
            hour = item.text[line.start : line.end].strip(" .:|-–—")
            return first and _HOUR.fullmatch(hour) is not None
        if self._reports.is_report:
            return True
        alone = first and [block.kind for block in item.blocks[1:]] == ["body"]
        return alone and self._reports.words_beside_day(line) == frozenset()

    def tells(self, candidate: Candidate) -> bool:
        """True where a candidate is news of its entry."""
        if candidate.frame.kind == "noun":
            return self._is_of_entry(candidate)
        if candidate.frame.kind != "verb":
            return True
        verb = self._reading.tokens[candidate.head]
        if self._reports.is_report and self._is_state_or_sequel(verb):
            return False
        return not (self._is_recalled(verb) or self._is_beside_the_news(candidate))

    def _is_state_or_sequel(self, verb: Token) -> bool:
        """In the report of a session 'X is accused of libel', 'has since sued': not of that day."""
        helpers = self._reading.tree.children(verb.i, "aux", "auxpass")
        return verb.tag in ("VBZ", "VBP") or any(t.tag in ("VBZ", "VBP") for t in helpers)

    def _is_recalled(self, verb: Token) -> bool:
        """'According to him, soldiers beat him', 'she REMINDS the court that he was beaten'."""
        tree = self._reading.tree
        if self._reading.lower(tree.sentence_of(verb.i).start) == "according":
            return True
        told = verb.dep == "ccomp" and tree.tokens[verb.head].tag in ("VBZ", "VBP") and verb.head < verb.i
        helpers = tree.children(verb.i, "auxpass")
        if verb.lemma in _SUSPECTED and any(t.tag in ("VBZ", "VBP") for t in helpers):
            return True  # 'She IS ACCUSED of spreading rumours': so it has been since she was charged
        return told and (verb.tag == "VBD" or any(t.tag == "VBD" for t in helpers))

    def is_told_now(self, noun: Candidate) -> bool:
        """'HELD A PICKET', 'the picket was broken up', 'at a conference X said': news, not background."""
        told = noun.evidence & _TOLD_NOW or self._simultaneity.is_argument(noun)
        return bool(told) or self._is_setting(noun)

    def is_at_root(self, noun: Candidate) -> bool:
        """'On 4 May he spoke AT A RALLY', 'his funeral became A MARCH': what the main verb goes on at."""
        tokens = self._reading.tokens
        token = tokens[noun.head]
        if token.dep == "pobj" and tokens[token.head].text.lower() in ("at", "during"):
            verb = tokens[tokens[token.head].head]
        elif token.dep == "attr" or "manner" in noun.evidence:
            verb = next((t for t in self._reading.tree.ancestors(token.i) if t.pos in ("VERB", "AUX")), token)
        else:
            return False
        return verb.dep == "ROOT" and verb.pos in ("VERB", "AUX")

    def _is_of_entry(self, noun: Candidate) -> bool:
        """In an entry also 'attacked A SIT-IN of drivers': what is named for the first time."""
        if self.is_told_now(noun):
            return True
        tree = self._reading.tree
        again = (t for i in noun.used for t in tree.children(i, "amod") if t.lemma.lower() in self._again)
        return not ("definite" in noun.evidence or self._simultaneity.is_set_apart(noun) or next(again, None))

    def _is_setting(self, noun: Candidate) -> bool:
        """'AT A CONFERENCE in Riga X said': the occasion that opens a sentence."""
        prep = self._reading.tokens[self._reading.tokens[noun.head].head]
        start = self._reading.tree.sentence_of(noun.head).start
        return "during" in noun.evidence and prep.i - start <= 1 and prep.text.lower() != "after"

    def _is_beside_the_news(self, candidate: Candidate) -> bool:
        """'a journalist accused of libel' in an entry on a hearing: a participle within a clause."""
        token = self._reading.tokens[candidate.head]
        if token.dep not in ("acl", "relcl"):
            return False
        if self._is_state(candidate, token):
            return True
        if self._goes_on_telling(token):
            return False
        noun = self._reading.tokens[token.head]
        return noun.dep not in ("ROOT", "nsubj", "nsubjpass", "appos", "conj")

    def _is_state(self, candidate: Candidate, verb: Token) -> bool:
        """'the mayor, who IS ACCUSED of arson, spoke': so he has been for long."""
        present = any(t.tag in ("VBZ", "VBP") for t in self._reading.tree.children(verb.i, "auxpass"))
        return verb.dep == "relcl" and present and candidate.frame.event_type in _ACCUSED

    def _goes_on_telling(self, verb: Token) -> bool:
        """'was visited by police, WHO TOOK AWAY the server', a cell of a table of its own: news too."""
        tree = self._reading.tree
        before = tree.tokens[verb.i - 1].text if verb.i else "|"
        if before in ("|", "\t"):
            return True
        relative = any(t.tag in ("WP", "WDT") for t in tree.children(verb.i, "nsubj"))
        there = any(t.text.lower() == "where" for t in tree.children(verb.i, "advmod"))
        inside = any(
            w.tag == "WDT" for t in tree.children(verb.i, "prep") for w in tree.children(t.i, "pobj")
        )
        if there or inside:
            return not any(t.lemma == "have" for t in tree.children(verb.i, "aux"))
        helped = any(t.lemma in ("have", "be") for t in tree.children(verb.i, "aux", "auxpass"))
        return verb.dep == "relcl" and relative and verb.tag in ("VBD", "VBZ", "VBP") and not helped
