"""What speaks for a person: the look of a name, and what is said of it beside it."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.people.listed_beside import is_beside

_AUXILIARIES = ("was", "were", "is", "are", "has", "have", "had", "been", "being", "be", "later", "then")
_GAPS = (" ", ", ")


def is_pair(context: Context, run: range) -> bool:
    return len(run) > 1


def is_named(context: Context, run: range) -> bool:
    """Whether the last word is like a family name; a given name alone is none."""
    last = context.words[run.stop - 1].text
    alone = len(run) == 1 and context.known.is_given(last)
    return not alone and context.known.is_person_name(last)


def is_family(context: Context, run: range) -> bool:
    return not context.known.is_given(last := context.words[run.stop - 1].text) and context.known.is_family(
        last
    )


def is_borne(context: Context, run: range) -> bool:
    """Whether somebody of the item has the word in a longer name."""
    if len(run) > 1:
        return False
    text = context.words[run.start].text
    people = (claim for claim in context.claims if claim.kind == "person" and claim.stop - claim.first > 1)
    return any(context.words[i].text == text for claim in people for i in range(claim.first, claim.stop))


def is_modelled(context: Context, run: range) -> bool:
    return context.is_modelled(run, "PERSON")


def acts(context: Context, run: range) -> bool:
    """Whether people only do what follows: "X said", "X, who"."""
    verb = context.text.word(run.stop)
    if verb is None or verb.capital:
        return False
    people = context.lexicon.people
    return (verb.gap == " " and verb.lower in people.speech | people.verbs) or (
        verb.gap == ", " and verb.lower in ("who", "whose")
    )


def suffers(context: Context, run: range) -> bool:
    """Whether people only suffer what follows: "X was sentenced", "X, jailed in"; no "X shot at them"."""
    verb = context.text.word(run.stop)
    while verb is not None and verb.gap in _GAPS and verb.lower in _AUXILIARIES:
        verb = context.text.word(verb.i + 1)
    if verb is None or verb.gap not in _GAPS or verb.lower not in context.lexicon.people.suffered:
        return False
    return verb.i > run.stop or verb.gap == ", " or verb.tag == "VBN"


def is_of_deed(context: Context, run: range) -> bool:
    """Whether what people only suffer, or kin, stands before: "the arrest of X", "freed X", "wife of X"."""
    link = context.text.before(run.start)
    if link is None:
        return False
    people = context.lexicon.people
    if link.lower in people.suffered:
        return True
    noun = context.text.before(link.i) if link.lower in ("of", "against") else None
    return noun is not None and (noun.lower in people.deeds or noun.lower in people.kin)


def is_beside_person(context: Context, run: range) -> bool:
    return is_beside(context, run, "person")
