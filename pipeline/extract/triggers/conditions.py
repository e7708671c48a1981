"""What a verb frame asks of its clause: fitting subjects and objects, content for speech."""

from __future__ import annotations

from pipeline.extract.frames.declared import Frame
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.triggers.patterns import Patterns
from pipeline.syntax import Token

_QUOTES = '“”«»"„'
_OPENING_QUOTES = '“«"„'
_WHOM = frozenset(("@person", "@body"))
_STAMPS = ("sign", "publish", "post", "issue", "release", "print", "update")  # 'Published 9 May at 6 a.m.'
_PREDICATE_WITHIN = 9  # tokens after 'called' in which what a thing is called stands


class Conditions:
    """Tests verb frames in one item."""

    def __init__(
        self, reading: Reading, clauses: Clauses, classifier: Classifier, patterns: Patterns
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._classifier = classifier
        self._patterns = patterns

    def words_fit(self, token: Token, frame: Frame) -> bool:
        """True where the words that the frame needs are there, those that bar it are not."""
        near = self._patterns.near
        fronted = self._patterns.fronted
        if frame.needs and not any(near(token.i, need) or fronted(token.i, need) for need in frame.needs):
            return False
        if any(near(token.i, bar) for bar in frame.unless):
            return False
        if frame.around and not self._patterns.around(token.i, frame.around):
            return False
        if frame.speech and not self._has_content(token):
            return False
        return not frame.predicative or self._is_predicative(token)

    def arguments_fit(self, token: Token, frame: Frame, passive: bool) -> bool:
        """True where subject and objects are of the classes that the frame asks for."""
        subjects = self._clauses.subjects(token, passive)
        objects = (*self._clauses.objects(token, passive), *self._clauses.indirect(token))
        fits = self._classifier.fits
        if frame.ditransitive and not passive and self._only_measures(token):
            return False
        if frame.needs_subject and not subjects:
            return False
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
            return self._elliptic(token, passive) and not self._is_stamp(token, frame)
        return "@person" not in frame.object and any(
            self._patterns.is_word(self._reading.tokens[i], frame.object)
            for i in self._clauses.phrase(token.i)
            if i > token.i
        )

    def _elliptic(self, token: Token, passive: bool) -> bool:
        """A clause without subject, as in labels and notes: 'Detained on 2 May', 'VERDICT: jailed'."""
        return passive and not self._clauses.surface_subject(token)

    def _only_measures(self, token: Token) -> bool:
        """'X fined 500 soms', 'given seven years': what is dealt out, without whom to."""
        objects = self._clauses.direct_objects(token)
        return (
            bool(objects)
            and not self._clauses.indirect(token)
            and all(
                self._reading.tree.children(i, "nummod")
                and i not in self._reading.name_at
                and not self._classifier.fits(i, _WHOM)
                for i in objects
            )
        )

    def _is_stamp(self, token: Token, frame: Frame) -> bool:
        """'Published: 3 May', 'Signed by: X': words of a page on a text, not of what befell somebody."""
        after = [t.text for t in self._reading.tokens[token.i + 1 : token.i + 3]]
        follows = after[:1] == [":"] or after == ["by", ":"]
        opens = token.i == self._reading.tree.sentence_of(token.i).start and token.lemma.lower() in _STAMPS
        return (follows or opens) and "@person" not in frame.object

    def _has_content(self, token: Token) -> bool:
        """Speech has its content beside it: a clause, a quotation, or 'about' something."""
        children = self._reading.tree.children(token.i)
        if any(child.dep in ("ccomp", "acomp", "oprd") for child in children):
            return True
        sentence = self._reading.tree.sentence_of(token.i)
        if (
            any(self._reading.tokens[i].text in _QUOTES for i in sentence)
            and not self._reading.quoted[token.i]
        ):
            return True
        return token.dep in ("parataxis",) or (
            token.i + 1 < sentence.stop and self._reading.lower(token.i + 1) in ("that", ":")
        )

    def _is_predicative(self, token: Token) -> bool:
        """'called the law shameful': an object and what it is called."""
        if self._only_names(token):
            return False
        deps = [child.dep for child in self._reading.tree.children(token.i)]
        if "ccomp" in deps or "oprd" in deps or "xcomp" in deps or deps.count("dobj") > 1:
            return True
        window = range(
            token.i + 1, min(token.i + _PREDICATE_WITHIN, self._reading.tree.sentence_of(token.i).stop)
        )
        return "dobj" in deps and any(self._reading.tokens[i].text in _OPENING_QUOTES for i in window)

    def _only_names(self, token: Token) -> bool:
        """'X, called "the Cat"', 'a group calling itself Y': a name given, nothing said of it."""
        tree = self._reading.tree
        if any(t.text.lower().endswith(("self", "selves")) for t in tree.children(token.i, "dobj", "nsubj")):
            return True
        own = tree.children(token.i, "nsubj", "nsubjpass", "aux")
        before = self._reading.lower(token.i - 1) if token.i else ""
        return token.tag in ("VBN", "VBD") and not own and (token.dep == "acl" or before == ",")
