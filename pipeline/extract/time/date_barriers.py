"""What stands between a date and the triggers above it, so that it is not their time."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words, utterance_verbs
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.syntax import Token

_CLAUSES = ("relcl", "advcl", "acl")


class DateBarriers:
    """Judges the steps from a date up the tree of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        words = load_words("time")
        self._grounds, self._set = words["grounds"], words["set_for"]
        self._times = words["times_of_day"]
        self._accusing, self._ordinals = words["accusing"], words["ordinals"]

    def closes(self, dated: Dated, step: Token) -> bool:
        """True where a token on the way up keeps the date to itself."""
        if step.dep in _CLAUSES:
            if step.i > 0 and self._reading.lower(step.i - 1) in ("the", "those"):
                return False  # 'the mothers of the disappeared': people, whatever the model says
            return not (self._is_set_for(step) or self._is_at_that_time(step))
        if step.dep in ("ccomp", "xcomp") and self._is_asked_for(dated, step):
            return True
        if step.dep == "ccomp":
            return self._is_finite(step)
        if step.dep == "conj":
            return step.pos == "VERB"
        if step.pos == "NOUN" and dated.date.precision != "day" and self._is_counted(step):
            return True
        return step.dep == "prep" and self._is_ground(dated, step)

    def _is_counted(self, noun: Token) -> bool:
        """'has written to X, the FOURTH letter of its kind this year': the time in which they are counted."""
        return any(t.text.lower() in self._ordinals for t in self._reading.tree.children(noun.i, "amod"))

    def is_since_before(self, dated: Dated, verb: Token) -> bool:
        """'X, in custody SINCE 4 May, was fined': no time of what then happened, unless it lasts till now."""
        at, tree = dated.tokens.start, self._reading.tree
        if not self._reading.is_since(dated) or verb.pos not in ("VERB", "AUX"):
            return False
        if any(t.lemma == "have" or t.tag in ("VBZ", "VBP") for t in tree.children(verb.i, "aux", "auxpass")):
            return False
        subjects = [t.i for t in tree.children(verb.i, "nsubj", "nsubjpass")]
        return bool(subjects) and at < verb.i and verb.tag not in ("VBZ", "VBP")

    def _is_at_that_time(self, verb: Token) -> bool:
        """'WHEN she came on 7 May, she was held': the day of what happened then."""
        opening = self._reading.tree.children(verb.i, "advmod", "mark")
        return verb.dep == "advcl" and any(t.text.lower() == "when" for t in opening)

    def _is_set_for(self, verb: Token) -> bool:
        """'the hearing, set for Friday, was put off': the day that a thing was set for is its own."""
        tokens = self._reading.tokens
        set_off = verb.dep == "advcl" and verb.tag == "VBN" and verb.i > 0 and tokens[verb.i - 1].text == ","
        return (verb.dep == "acl" or set_off) and verb.lemma in self._set

    def _is_asked_for(self, dated: Dated, verb: Token) -> bool:
        """'urged shopkeepers TO CLOSE on Friday': the day of what is asked for, not of the asking."""
        asking = self._reading.tokens[verb.head].lemma in utterance_verbs()
        to = any(t.tag == "TO" for t in self._reading.tree.children(verb.i, "aux"))
        bracketed = self._reading.lower(dated.tokens.start - 1) == "("
        return asking and to and verb.tag == "VB" and dated.tokens.start > verb.i and not bracketed

    def _is_finite(self, verb: Token) -> bool:
        """'said that he fell' is a clause of its own, 'did not let her board' is none."""
        children = self._reading.tree.children(verb.i)
        return verb.tag != "VB" or any(
            t.dep == "mark" or (t.dep == "aux" and t.tag != "TO") for t in children
        )

    def _is_ground(self, dated: Dated, preposition: Token) -> bool:
        """'jailed FOR his part in the riots of 4 May': the date of why, or of what came before."""
        word, start = preposition.text.lower(), dated.tokens.start
        beside = word in ("after", "following") and start > 0 and self._reading.lower(start - 1) == "("
        above = self._reading.tokens[preposition.head]
        if word not in self._grounds or not (beside or self._names(dated) or self._is_accused(above)):
            return False
        if above.pos not in ("VERB", "AUX"):
            return False
        inner = self._reading.tree.children(preposition.i, "pobj")
        return any(t.i < dated.tokens.start and not self._is_time(t) for t in inner)

    def _is_accused(self, verb: Token) -> bool:
        """'IS ACCUSED for what he wrote in May': so it stands now, whenever he wrote."""
        present = any(t.tag in ("VBZ", "VBP") for t in self._reading.tree.children(verb.i, "auxpass"))
        return present and verb.lemma in self._accusing

    def _names(self, dated: Dated) -> bool:
        """'the riots of 4 May', 'the 4 May riots': a date by which a thing is called."""
        start = dated.tokens.start
        head = self._reading.tokens[dated.head]
        return (start > 0 and self._reading.lower(start - 1) == "of") or head.head >= dated.tokens.stop

    def _is_time(self, noun: Token) -> bool:
        """'for five hours', 'since the evening of'."""
        measured = any(t.pos == "NUM" for t in self._reading.tree.children(noun.i, "nummod"))
        return measured or noun.lemma in self._times
