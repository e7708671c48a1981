"""What speaks against a person: a list of places, the words around, words of a language."""

from __future__ import annotations

from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import has_person_words, is_brought_to, is_place_of_noun
from pipeline.recognize.people.listed_beside import is_beside

_LONG = 6  # letters of an English word that no foreign name happens to be


def is_placed(context: Context, run: range) -> bool:
    """Whether the words around say that something is there."""
    if is_brought_to(context, run) or is_place_of_noun(context, run):
        return True
    before = context.text.before(run.start)
    linked = len(run) == 1 or context.words[run.start].gap == "\n"
    linked = linked or (before is not None and before.lower in ("and", "or"))
    return linked and is_beside(context, run, "place")  # "in Gori, Nino Beridze" is no list


def is_gone_to(context: Context, run: range) -> bool:
    """Whether one who goes or an army does so to it: "fled Hpakant", "shelled Idlib"."""
    verb = context.text.before(run.start)
    return verb is not None and verb.lower in context.lexicon.places.gone_to


def has_place_noun(context: Context, run: range) -> bool:
    """Whether it begins with a noun of places in another language: "Puerto Ordaz", "Chiang Khong"."""
    return len(run) > 1 and context.words[run.start].lower in context.lexicon.places.foreign_nouns


def is_of_person(context: Context, run: range) -> bool:
    """Whether somebody is of it: "Gulbadan Oymurodzoda of Nuri Umed"."""
    link = context.text.before(run.start)
    owner = context.claims.owner(link.i - 1) if link is not None and link.lower == "of" else None
    return owner is not None and owner.kind == "person" and link is not None and link.gap == " "


def is_english(context: Context, run: range) -> bool:
    """Whether a name has an English word that no people are called: "Blog Watch", not "Blessing Nwosu"."""
    words = [context.words[i] for i in run]
    people = context.lexicon.people
    if (
        len(words) < 2
        or any("-" in word.text for word in words)
        or has_person_words(context, run)
        or any(word.lower in people.virtues for word in words)
    ):
        return False
    particles = people.leading | people.particles
    if any(context.known.is_person_name(w.text) or w.lower.partition("-")[0] in particles for w in words):
        return False
    last = words[-1].text
    return any(context.known.is_ordinary(word.text) for word in words) or (
        len(last) >= _LONG and context.known.is_english(last)
    )


def is_of_people(context: Context, run: range) -> bool:
    """Whether all the words are names of peoples and nobody's given name: "Chewa", "Orang Asli"."""
    peoples = context.lexicon.others.peoples
    words = [context.words[i] for i in run]
    return all(
        (word.lower in peoples and not context.known.is_given(word.text)) or context.is_demonym(word)
        for word in words
    )


def heads_line(context: Context, run: range) -> bool:
    """Whether a colon and small words follow what opens a line: "Loliondo: two herders shot"."""
    after = context.text.word(run.stop)
    opens = context.words[run.start].gap == "\n" and after is not None and after.gap == ": "
    return opens and after is not None and not after.text[:1].isupper()


def is_listed(context: Context, run: range) -> bool:
    return context.is_listed_place(run)


def is_listed_long(context: Context, run: range) -> bool:
    return len(run) > 1 and context.is_listed_place(run)


def has_article(context: Context, run: range) -> bool:
    before = context.text.before(run.start)
    if before is not None and len(run) == 1 and before.tag.startswith("JJ"):
        before = context.text.before(before.i)  # "a white Probox"
    return before is not None and before.lower in ("the", "a", "an")


def is_attribute(context: Context, run: range) -> bool:
    """Whether a common noun right after makes the name its attribute: "the Kirti monks"."""
    noun = context.text.after(run.stop - 1)
    if noun is None or noun.capital or context.words[run.stop - 1].possessive:
        return False
    return noun.tag in ("NN", "NNS") or noun.lower in context.lexicon.others.groups


def is_family_of(context: Context, run: range) -> bool:
    """Whether a family bears the name: "the Santos family"."""
    noun = context.text.after(run.stop - 1)
    return noun is not None and noun.lower in ("family", "families", "brothers", "sisters", "couple")


def is_explained(context: Context, run: range) -> bool:
    """Whether brackets or the form of a company show a body: "Dainik Meghna (daily)", "PT Bumi Digul"."""
    organizations = context.lexicon.organizations
    before, after = context.text.before(run.start), context.text.word(run.stop)
    if before is not None and before.text in organizations.company_forms:
        return True
    if after is None or after.gap not in (" ", ", ", " ("):
        return False
    if after.gap == " (":
        return after.lower in organizations.kinds_before and context.text.tail(after.i, 1) == ")"
    return after.text in organizations.company_forms
