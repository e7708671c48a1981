"""Finds the words that may tell of an event, by the frames of `resources/events/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.extract.classes import Classifier
from pipeline.extract.clause import Clauses
from pipeline.extract.evidence import NounEvidence
from pipeline.extract.forms import base_forms
from pipeline.extract.frames import Frame, Pattern, load_event_types, load_words
from pipeline.extract.reading import Reading
from pipeline.syntax import Token

_WEAK = frozenset(("definite", "indefinite"))  # evidence that does not do inside a quotation
SPEECH = ("statement", "appeal_or_letter")
_NEAR = 3  # tokens that may stand between two words of a pattern where the tree does not join them
_MODIFIERS_OF_VERB = ("aux", "auxpass")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fits at a token; `first` to `last` are the trigger's tokens, both inside.

    `carrier` is the verb that carries a noun ('HELD a picket') or the verb itself; `evidence` is
    what spoke for it; `used` are the tokens of its pattern; `passive` is how the verb was read.
    """

    frame: Frame
    head: int
    first: int
    last: int
    carrier: int | None
    evidence: frozenset[str]
    used: tuple[int, ...]
    passive: bool


@cache
def _index(kind: str) -> Mapping[str, tuple[tuple[Frame, Pattern], ...]]:
    """Frames by the word that is looked up first: a verb's first word, a noun's last."""
    found: dict[str, list[tuple[Frame, Pattern]]] = {}
    for event_type in load_event_types():
        for frame in event_type.frames:
            if frame.kind != kind:
                continue
            for pattern in frame.words:
                for word in pattern[-1] if kind == "noun" else pattern[0]:
                    found.setdefault(word, []).append((frame, pattern))
    return {word: tuple(sorted(pairs, key=_specific)) for word, pairs in found.items()}


def _specific(pair: tuple[Frame, Pattern]) -> tuple[int, int]:
    frame, pattern = pair
    conditions = sum(map(bool, (frame.object, frame.subject, frame.needs, frame.polarity == "negative")))
    return -len(pattern), -conditions


class TriggerFinder:
    """Candidates of one item, at most one a token, in order of their tokens."""

    def __init__(self, reading: Reading, clauses: Clauses, classifier: Classifier) -> None:
        self._reading = reading
        self._clauses = clauses
        self._classifier = classifier
        self._nouns = NounEvidence(reading, clauses)
        self._date_words = frozenset(
            i for dated in reading.dates if not dated.date.relative for i in dated.tokens
        )
        self._prepositions = load_words("classes")["preposition"]

    def find(self) -> tuple[Candidate, ...]:
        """The candidates, one where a verb and its noun tell of one event."""
        found = [c for token in self._reading.tokens if (c := self._at(token)) is not None]
        return tuple(c for c in found if not any(self._covers(other, c) for other in found if other is not c))

    def _covers(self, other: Candidate, c: Candidate) -> bool:
        """'went on hunger strike', 'announced a campaign', 'a decree signed': the other says it all."""
        if c.head in other.used and other.head != c.head:
            return c.frame.kind != "verb" or len(other.used) >= len(c.used)
        if c.frame.kind == "verb" and other.frame.kind == "noun" and self._carries(c.head, other):
            same = c.frame.event_type == other.frame.event_type and len(c.used) < 2
            return same or (c.frame.event_type in SPEECH and "light" in other.evidence and len(c.used) < 2)
        if self._is_aside(c) and c.frame.event_type == "statement":
            return True
        if c.frame.event_type != other.frame.event_type or other.frame.kind != "verb":
            return False
        head = self._reading.tokens[c.head]
        verb = self._reading.tokens[other.head]
        if c.frame.kind == "noun" and "clause" not in c.evidence:
            return self._carries(other.head, c) or (verb.dep in ("acl", "relcl") and verb.head == head.i)
        while head.dep == "conj" and head.tag == "VBG":
            head = self._reading.tokens[head.head]
        return head.dep == "advcl" and head.tag == "VBG" and head.head == other.head

    def _is_aside(self, c: Candidate) -> bool:
        """', accusing it of bias': words that only go with what the main clause tells."""
        head = self._reading.tokens[c.head]
        return head.tag == "VBG" and head.dep == "advcl"

    def _carries(self, verb: int, noun: Candidate) -> bool:
        token = self._reading.tokens[noun.head]
        direct = token.head == verb and token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd")
        return noun.carrier == verb and (direct or "light" in noun.evidence)

    def _at(self, token: Token) -> Candidate | None:
        if token.i in self._reading.name_at or token.i in self._date_words or not token.text[:1].isalpha():
            return None
        for kind, lemmas in self._readings_of(token):
            for lemma in lemmas:
                for frame, pattern in _index(kind).get(lemma, ()):
                    candidate = self._try(token, frame, pattern)
                    if candidate is not None:
                        return candidate
        return None

    def _readings_of(self, token: Token) -> Iterator[tuple[str, tuple[str, ...]]]:
        lemmas = self._lemmas(token)
        if token.pos in ("VERB", "AUX"):
            yield "verb", lemmas
            if token.tag in ("VBG", "VB", "VBP", "VBZ"):
                yield "noun", (token.lemma.lower(), token.text.lower(), *lemmas)
        else:
            if token.pos == "NOUN" and self._before_object(token):
                yield "verb", lemmas
            if token.pos in ("NOUN", "PROPN", "ADJ"):
                yield "noun", lemmas
            if token.pos in ("ADJ", "PROPN", "NOUN") and base_forms(token.text):
                yield "verb", (*base_forms(token.text), *lemmas)
            elif token.pos in ("NOUN", "PROPN") and self._may_be_verb(token):
                yield "verb", lemmas
        yield "adjective", (token.text.lower(),)

    def _may_be_verb(self, token: Token) -> bool:
        return self._reading.block_kind(token.i) == "headline"

    def _before_object(self, token: Token) -> bool:
        """'Police search the office': a noun right before a determiner was a verb."""
        after = token.i + 1
        if after >= len(self._reading.tokens) or token.i == self._reading.tree.sentence_of(token.i).start:
            return False
        before = self._reading.tokens[token.i - 1]
        if before.pos in ("DET", "ADJ", "ADP", "NUM") or before.tag in ("PRP$", "POS"):
            return False
        return self._reading.tokens[after].text.lower() in ("the", "a", "an", "his", "her", "their")

    def _lemmas(self, token: Token) -> tuple[str, ...]:
        return self._reading.lemmas(token.i)

    def _try(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        if frame.not_in and self._inside(token, frame.not_in):
            return None
        if frame.kind == "noun":
            return self._noun(token, frame, pattern)
        if frame.kind == "adjective":
            return self._adjective(token, frame)
        return self._verb(token, frame, pattern)

    def _inside(self, token: Token, phrases: Iterable[str]) -> bool:
        """True where the token stands in one of the phrases that only look like the event."""
        start, end = self._reading.tree.sentence_span(self._reading.tree.sentence_of(token.i))
        low, high = max(start, token.start - 40), min(end, token.end + 40)
        text = self._reading.item.text[low:high].lower().replace("’", "'")
        at = token.start - low
        for phrase in phrases:
            found = text.find(phrase)
            while found >= 0:
                whole = (
                    not text[found - 1 : found].isalnum() and not text[found + len(phrase) :][:1].isalnum()
                )
                if whole and found <= at < found + len(phrase):
                    return True
                found = text.find(phrase, found + 1)
        return False

    def _verb(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        used = self.follow(token.i, pattern[1:])
        if used is None or not self._participle_fits(token):
            return None
        if frame.needs and not any(self._near(token.i, need) for need in frame.needs):
            return None
        if any(self._near(token.i, bar) for bar in frame.unless):
            return None
        if (frame.speech and not self._has_content(token)) or (
            frame.predicative and not self._is_predicative(token)
        ):
            return None
        for passive in self._clauses.voices(token, frame.transitive, frame.ditransitive, used):
            if frame.voice not in ("any", "passive" if passive else "active"):
                continue
            if self._arguments_fit(token, frame, passive):
                first, last = self._span(token, used)
                return Candidate(
                    frame, token.i, first, last, token.i, frozenset({"verb"}), (token.i, *used), passive
                )
        return None

    def _near(self, verb: int, words: Pattern) -> bool:
        """True where the words stand in the verb's own clause, after the verb."""
        if self.follow(verb, words) is not None:
            return True
        if len(words) == 1 and words[0] <= self._prepositions:
            return False
        after = [i for i in self._clauses.phrase(verb) if i > verb]
        at = 0
        for i in after:
            if self._is_word(self._reading.tokens[i], words[at]):
                at += 1
                if at == len(words):
                    return True
            elif at and self._reading.tokens[i].pos not in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"):
                at = 0
        return False

    def _participle_fits(self, token: Token) -> bool:
        """A participle before its noun ('the banned books') tells of an event only with a name."""
        if token.dep not in ("amod", "compound") or token.tag == "VBG":
            return token.dep != "amod" and token.dep != "compound"
        head = token.head
        return (
            any(
                self._reading.name_at[i].is_agent
                for i in self._reading.tree.subtree(head)
                if i in self._reading.name_at and i > token.i
            )
            and self._reading.block_kind(token.i) == "headline"
        )

    def follow(self, verb: int, rest: Pattern) -> tuple[int, ...] | None:
        """Tokens that match the words after the verb, in its clause; None where one is missing."""
        used: list[int] = []
        for words in rest:
            found = self._next(verb, used, words)
            if found is None:
                return None
            used.append(found)
        return tuple(used)

    def _next(self, verb: int, used: list[int], words: frozenset[str]) -> int | None:
        tokens, tree = self._reading.tokens, self._reading.tree
        stripped = words <= {"of"}  # 'stripped X and Y of their licences': the phrase may hang on Y
        objects = [j for t in tree.children(verb, "dobj") for j in self._clauses.conjuncts(t.i) if stripped]
        joined = [child for parent in (*reversed(used), verb, *objects) for child in tree.children(parent)]
        for child in joined:
            after = child.i > verb or (not used and child.dep in ("nsubjpass", "nsubj", "advmod"))
            if after and child.i not in used and self._is_word(child, words):
                return child.i
        last = used[-1] if used else verb
        sentence = tree.sentence_of(verb)
        near = 1 if words <= self._prepositions else _NEAR + len(used)
        for i in range(last + 1, min(last + 1 + near, sentence.stop)):
            if tokens[i].pos == "PUNCT" and tokens[i].text in ",;:.":
                break
            if self._is_word(tokens[i], words):
                return i
        return None

    def _is_word(self, token: Token, words: frozenset[str]) -> bool:
        return any(lemma in words for lemma in self._reading.lemmas(token.i)) or token.text.lower() in words

    def _arguments_fit(self, token: Token, frame: Frame, passive: bool) -> bool:
        subjects = self._clauses.subjects(token, passive)
        objects = (*self._clauses.objects(token, passive), *self._clauses.indirect(token))
        fits = self._classifier.fits
        if frame.subject and subjects and not any(fits(i, frame.subject) for i in subjects):
            return False
        if frame.not_subject and any(fits(i, frame.not_subject) for i in subjects):
            return False
        if frame.not_object and any(fits(i, frame.not_object) for i in objects):
            return False
        if not frame.object:
            return not frame.transitive or bool(objects) or self._elliptic(token, passive)
        if objects:
            return any(fits(i, frame.object) for i in objects)
        if passive or not subjects:
            return self._elliptic(token, passive)
        return "@person" not in frame.object and any(
            self._is_word(self._reading.tokens[i], frame.object)
            for i in self._clauses.phrase(token.i)
            if i > token.i
        )

    def _elliptic(self, token: Token, passive: bool) -> bool:
        """A clause without subject, as in labels and notes: 'Detained on 2 May', 'VERDICT: jailed'."""
        return passive and not self._clauses.surface_subject(token)

    def _has_content(self, token: Token) -> bool:
        """Speech has its content beside it: a clause, a quotation, or 'about' something."""
        children = self._reading.tree.children(token.i)
        if any(child.dep in ("ccomp", "acomp", "oprd") for child in children):
            return True
        sentence = self._reading.tree.sentence_of(token.i)
        if (
            any(self._reading.tokens[i].text in '“”«»"„' for i in sentence)
            and not self._reading.quoted[token.i]
        ):
            return True
        return token.dep in ("parataxis",) or (
            token.i + 1 < sentence.stop and self._reading.lower(token.i + 1) in ("that", ":")
        )

    def _is_predicative(self, token: Token) -> bool:
        """'called the law shameful': an object and what it is called."""
        deps = [child.dep for child in self._reading.tree.children(token.i)]
        if "ccomp" in deps or "oprd" in deps or "xcomp" in deps or deps.count("dobj") > 1:
            return True
        window = range(token.i + 1, min(token.i + 9, self._reading.tree.sentence_of(token.i).stop))
        return "dobj" in deps and any(self._reading.tokens[i].text in '“«"„' for i in window)

    def _span(self, token: Token, used: tuple[int, ...]) -> tuple[int, int]:
        """Auxiliaries, verb and the near words of its pattern."""
        helpers = [
            t.i
            for t in self._reading.tree.children(token.i, *_MODIFIERS_OF_VERB)
            if token.i - 4 <= t.i < token.i
        ]
        last = token.i
        for i in sorted(used):
            if last < i <= last + 4:
                last = i
        return min([token.i, *helpers]), last

    def _noun(self, token: Token, frame: Frame, pattern: Pattern) -> Candidate | None:
        first = token.i - len(pattern) + 1
        if first < 0 or not all(
            self._is_word(self._reading.tokens[first + k], words) for k, words in enumerate(pattern[:-1])
        ):
            return None
        if token.dep == "compound" and not self._loose_compound(token):
            return None
        if frame.needs_modifier and not self._has_modifier(token, frame.needs_modifier):
            return None
        evidence, carrier = self._nouns.of(token, frame)
        told = evidence & frame.evidence
        if not told or (self._reading.quoted[token.i] and told <= _WEAK):
            return None
        start = carrier if "light" in evidence and carrier is not None and 0 < first - carrier <= 5 else first
        used = tuple(range(first, token.i + 1))
        start = start if start != first else self._with_modifiers(first)
        return Candidate(frame, token.i, start, token.i, carrier, evidence & frame.evidence, used, False)

    def _with_modifiers(self, first: int) -> int:
        """'first arrest', 'one-person picket': the words right before a noun that qualify it."""
        tokens, start = self._reading.tokens, self._reading.tree.sentence_of(first).start
        while (
            first > start
            and tokens[first - 1].dep in ("amod", "compound", "nummod")
            and tokens[first - 1].text.isalpha()
        ):
            if first - 1 in self._reading.name_at or first - 1 in self._reading.dated_tokens:
                break
            first -= 1
        return first

    def _loose_compound(self, token: Token) -> bool:
        """In a headline the model may hang a trigger on the word after it."""
        return self._reading.block_kind(token.i) == "headline"

    def _has_modifier(self, token: Token, phrases: tuple[str, ...]) -> bool:
        below = self._reading.tree.subtree(token.i)
        text = " ".join(self._reading.lower(i) for i in below)
        return any(f" {phrase} " in f" {text} " for phrase in phrases)

    def _adjective(self, token: Token, frame: Frame) -> Candidate | None:
        headline = self._reading.block_kind(token.i) == "headline" and "headline" in frame.evidence
        predicate = "predicate" in frame.evidence and (
            token.dep in ("acomp", "oprd")
            or any(t.lemma == "be" for t in self._reading.tree.children(token.i, "aux"))
        )
        if not headline and not predicate:
            return None
        kind = "predicate" if predicate else "headline"
        return Candidate(frame, token.i, token.i, token.i, token.i, frozenset({kind}), (token.i,), False)
