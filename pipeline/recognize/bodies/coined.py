"""Bodies that no noun shows, by what they do: "Baobab Witness said", "the Dinoes broke up the march"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.counter_evidence import borne, has_person_words
from pipeline.recognize.people.person_runs import is_office, is_thing
from pipeline.recognize.words.words import Word

_LONGEST = 4  # words of a coined name
_TAIL = 3  # words between a participle and "by the"
_TAGS_INSIDE = ("NN", "JJ", "VBG", "VBN", "CD")


def coined(context: Context) -> Iterator[Candidate]:
    """Two to four capitals, an English word among them, that do something: "Clear Verdict signed"."""
    for run in _runs(context):
        words = [context.words[i] for i in run]
        if not _is_coined(context, run, words):
            continue
        before = context.text.before(run.start)
        others = context.lexicon.others
        other = before is not None and before.lower in others.heads | others.quoted_works | {"a", "an"}
        if not other and not _hangs(context, words[0]) and (_acts(context, run) or _is_agent(context, run)):
            yield Candidate(run.start, run.stop, "organization")


def acting_body(context: Context) -> Iterator[Candidate]:
    """One unknown word with "the" that does what bodies do: "broken up by the Dinoes", "the Mesa said"."""
    bearers = borne(context)
    for word in context.text.names:
        article = context.text.before(word.i)
        if article is None or article.lower != "the" or not context.can_name(word) or word.possessive:
            continue
        run = context.run(word.i)
        if len(run) != 1 or not word.latin or word.lower in bearers or _is_known(context, word):
            continue
        if _says(context, run) or _is_agent(context, range(article.i, run.stop)):
            yield Candidate(run.start, run.stop, "organization")


def _is_known(context: Context, word: Word) -> bool:
    """Whether a word with an article is something else: a place, people, office, English word or prize."""
    others, people = context.lexicon.others, context.lexicon.people
    listed = others.heads | others.groups | people.titles | people.roles | others.openers
    return (
        word.lower in listed
        or context.is_demonym(word)
        or context.is_title(word)
        or context.place_kind(range(word.i, word.i + 1)) is not None
        or context.known.is_english(word.text)
        or word.text in context.lexicon.places.natural
    )


def _runs(context: Context) -> Iterator[range]:
    """Runs of capitals, with the word that opens the sentence where it is no mere opener."""
    stop = 0
    for word in context.text.upper:
        if word.i < stop or not context.claims.free(word.i):
            continue
        if not context.can_name(word) and not _opens_name(context, word):
            continue
        run = range(word.i, max(context.run(word.i + 1).stop, word.i + 1))
        if len(run) > 1 and not context.joined(word.i + 1):
            run = range(word.i, word.i + 1)
        yield run
        stop = run.stop


def _opens_name(context: Context, word: Word) -> bool:
    openers = context.lexicon.others.openers - context.lexicon.organizations.compound_openers
    plain = word.lower in openers or context.is_calendar(word)
    return word.capital and word.opening and not plain and word.tag.startswith(_TAGS_INSIDE)


def _hangs(context: Context, first: Word) -> bool:
    """Whether a name is only the end of a longer one: "the Commissioner for Human Rights asked"."""
    before = context.text.word(first.i - 1)
    if before is None or "\n" in first.gap:
        return False
    if before.capital and (before.possessive or first.gap in ("' ", "’ ")):
        return True
    owner = context.claims.owner(before.i)
    if owner is not None and owner.kind is not None and first.gap == " ":
        return True
    link = context.text.before(first.i)
    return link is not None and link.tag == "IN" and link.lower != "by"


def _is_coined(context: Context, run: range, words: list[Word]) -> bool:
    own = words[-1].lower in context.lexicon.organizations.body_roles and len(words) == 2
    if not 2 <= len(run) <= _LONGEST or context.place_kind(run) or (is_office(context, run) and not own):
        return False
    plain = context.lexicon.organizations.plain_acronyms
    if words[-1].possessive or words[0].tag == "CD" or words[0].lower in context.lexicon.others.counts:
        return False
    if any(w.shouted or w.initial or not w.latin or w.text.rstrip("s") in plain for w in words):
        return False
    others, people, last = context.lexicon.others, context.lexicon.people, words[-1]
    for word in words[:-1] if own else words:
        titled = context.is_title(word) or word.lower in people.roles | people.plural_roles
        nation = context.is_demonym(word) and last.lower not in context.lexicon.organizations.causes
        if titled or nation or word.lower in others.heads | others.groups:
            return False
    if has_person_words(context, run) and not is_thing(context, words[-1]):
        return False
    if "-" in last.text:
        return False  # "Park Min-seo"
    shown = context.known.is_english(last.text) or context.place_kind(range(last.i, run.stop)) is not None
    return shown and any(context.known.is_ordinary(word.text) for word in words)


def _acts(context: Context, run: range) -> bool:
    """Whether a finite verb follows, or "and", another name and a verb."""
    verb = context.text.after(run.stop - 1)
    if verb is not None and verb.lower == "and" and (other := context.run(verb.i + 1)):
        verb = context.text.after(other.stop - 1)
    return verb is not None and verb.tag in ("VBD", "VBZ") and verb.lower not in ("is", "was", "'s")


def _says(context: Context, run: range) -> bool:
    verb = context.text.after(run.stop - 1)
    if verb is None or verb.capital:
        return False
    return verb.lower in context.lexicon.organizations.numbered_after | context.lexicon.people.speech


def _is_agent(context: Context, run: range) -> bool:
    """Whether "by" and a participle stand before: "published by Amber Skyline", "broken up by the Basij"."""
    link = context.text.before(run.start)
    if link is None or link.lower != "by":
        return False
    words = context.words[max(link.i - _TAIL, 0) : link.i]
    return any(word.tag == "VBN" for word in words)
