"""People by what stands around the name, and by what the name itself looks like."""

from __future__ import annotations

from collections.abc import Iterator

from anyascii import anyascii

from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words import Word

_LONGEST = 6


def titled(context: Context) -> Iterator[Candidate]:
    """A name after a title: "Mr March", "Judge Alena Shylko", "Dr. Hala Mandour"."""
    titles = context.lexicon.people.titles
    for word in context.words:
        if (
            word.lower not in titles
            or word.possessive
            or (word.lower in context.lexicon.people.capital_titles and not word.capital)
        ):
            continue
        after = context.text.after(word.i, " |. ")
        if after is None or after.lower in context.lexicon.people.after_no_title:
            continue
        if word.text[:1].isupper() or after.gap == " ":
            yield from _person(context, after.i)


def role(context: Context) -> Iterator[Candidate]:
    """A name after a role or kin word: "the poet X", "his wife, X", "students X and Y"."""
    people = context.lexicon.people
    for word in context.words:
        plural = word.lower in people.plural_roles
        if not (plural or word.lower in people.roles or word.lower in people.kin) or word.possessive:
            continue
        after = context.text.after(word.i, " |, |: ")
        if after is None or not after.capital or (after.gap == ", " and word.opening):
            continue
        for candidate in _person(context, after.i):
            yield candidate
            if plural:
                yield from _listed(context, candidate)


def _listed(context: Context, candidate: Candidate) -> Iterator[Candidate]:
    while True:
        after = context.text.word(candidate.stop)
        if after and after.gap == " " and after.lower == "and":
            after = context.text.word(after.i + 1)
        elif after is None or after.gap != ", ":
            return
        found = list(_person(context, after.i)) if after else []
        if not found:
            return
        candidate = found[0]
        yield candidate


def described(context: Context) -> Iterator[Candidate]:
    """A name with an age or role after it: "Osokin, 34,", "X (41)", "X, aged 17", "X, a lawyer", "X, who"."""
    for run in runs(context):
        if (
            len(run) <= _LONGEST
            and not context.place_kind(run)
            and _is_described(context, run.stop)
            and _may_be_person(context, run)
        ):
            yield from _person(context, run.start)


def _is_described(context: Context, i: int) -> bool:
    people = context.lexicon.people
    after = context.text.word(i)
    if after is None or after.gap not in (", ", " ("):
        return False
    if after.text.isdigit() and 1 <= len(after.text) <= 2:
        closing = context.text.tail(after.i, 2)
        return (
            closing[:1] == ")"
            if after.gap == " ("
            else closing[:1] in (",", ";") or closing in (".", ". ", ".\n")
        )
    if after.lower in ("aged", "born"):
        return True
    if after.gap != ", ":
        return False
    for k in range(i, min(i + 6, len(context.words))):
        word = context.words[k]
        if k > i and word.gap != " ":
            return False
        if word.lower in people.roles or word.lower in people.kin:
            return True
        if word.lower in context.lexicon.organizations.kinds_before:
            return False
        if word.capital and word.lower not in context.lexicon.others.demonyms:
            return False
    return False


def name_ending(context: Context) -> Iterator[Candidate]:
    """A patronymic ending or particle: "Azamat Sydyk uulu", "Leyla Anvar qizi", "Ahmad bin Salim"."""
    people = context.lexicon.people
    for run in runs(context):
        words = context.words[run.start : run.stop]
        if len(run) > 1 and (
            words[-1].text in people.endings
            or any(w.text in context.lexicon.people.filial for w in words[1:-1])
        ):
            yield Candidate(run.start, run.stop, "person")


def initials(context: Context) -> Iterator[Candidate]:
    """Initials and a name: "O. Yaremchuk", "Dulce M. Cepero", "J. R. Mbeki"."""
    for word in context.words:
        if not word.initial or context.text.tail(word.i, 1) != "." or not context.claims.free(word.i):
            continue
        after = context.text.after(word.i, ". |.")
        if after is None or not after.capital or (word.text == "U" and after.text in ("S", "N", "K")):
            continue
        first = word.i
        before = context.text.before(first)
        if before and context.can_name(before) and not before.initial and not is_title(context, before):
            first -= 1
        yield from _person(context, first, shortest=2)


def shouted_surname(context: Context) -> Iterator[Candidate]:
    """A family name in capitals beside a given name that is not: "SHARKOUSKI Uladzimir", "Wangari OTIENO"."""
    for run in runs(context):
        words = [context.words[i] for i in run]
        loud = [w.shouted and len(w.text) > 2 for w in words]
        if not 2 <= len(words) <= 4 or all(loud) or not any(loud) or not (loud[0] or loud[-1]):
            continue
        quiet = [w for w, shouted in zip(words, loud, strict=True) if not shouted]
        named = any(is_given(context, w) for w in quiet)
        alone = words[0].gap == "\n" and (
            context.text.word(run.stop) is None or context.words[run.stop].gap != " "
        )
        if (named or alone) and not any(_is_ordinary(context, w) for w in words):
            yield Candidate(run.start, run.stop, "person")


def given_name(context: Context) -> Iterator[Candidate]:
    """Two to four words, the first a given name of some language or with a surname's ending last."""
    for run in runs(context):
        if not 2 <= len(run) <= 5 or not _may_be_person(context, run):
            continue
        first, last = context.words[run.start], context.words[run.stop - 1]
        if any(_is_ordinary(context, context.words[i]) for i in run) or (last.shouted and len(last.text) < 6):
            continue
        if first.lower in context.lexicon.others.not_places and first.lower in (
            "san",
            "santa",
            "saint",
            "st",
            "los",
            "las",
        ):
            continue
        if is_given(context, first) or (is_family(context, last) and not first.shouted):
            yield from _person(context, run.start)


def is_given(context: Context, word: Word) -> bool:
    """Whether a word is a given name of some language."""
    return anyascii(word.text).capitalize() in context.given_names


def is_family(context: Context, word: Word) -> bool:
    """Whether a word has the ending of family names, or is one."""
    return word.lower.endswith(_suffixes(context)) and len(word.text) > 5


def _suffixes(context: Context) -> tuple[str, ...]:
    return tuple(s for s in context.lexicon.people.surname_suffixes if len(s) > 2)


def runs(context: Context) -> Iterator[range]:
    """Maximal runs of free words that can name, titles and demonyms left out, particles taken in."""
    i = 0
    while i < len(context.words):
        if (
            not context.can_name(context.words[i])
            or is_title(context, context.words[i])
            or _is_demonym(context, i)
        ):
            i += 1
            continue
        run = person_run(context, i)
        yield run
        i = max(run.stop, i + 1)


def _is_demonym(context: Context, i: int) -> bool:
    return context.words[i].lower in context.lexicon.others.demonyms


def is_title(context: Context, word: Word) -> bool:
    """Whether a word is a title or role that stands before a name."""
    people = context.lexicon.people
    if word.lower in context.lexicon.people.capital_titles:
        return word.lower in ("general", "king", "sir", "lady", "major", "private")
    return word.lower in people.titles or (word.lower in people.roles and len(word.text) > 3)


def person_run(context: Context, i: int) -> range:
    """The words of a name from word i: capitals, particles between them, endings such as uulu."""
    people = context.lexicon.people
    stop = i
    while stop < len(context.words):
        word = context.words[stop]
        if stop > i and not context.joined(stop):
            break
        if (
            context.can_name(word)
            or (stop > i and word.text in people.endings and context.claims.free(stop))
            or (
                stop > i
                and word.lower in people.particles
                and not word.capital
                and _name_follows(context, stop)
            )
        ):
            stop += 1
        else:
            break
    return range(i, stop)


def _name_follows(context: Context, i: int) -> bool:
    for k in range(i + 1, min(i + 3, len(context.words))):
        word = context.words[k]
        if word.gap != " ":
            return False
        if context.can_name(word):
            return context.words[i].lower not in ("y", "e", "i") or k == i + 1
        if word.lower not in context.lexicon.people.particles:
            return False
    return False


def _person(context: Context, i: int, shortest: int = 1) -> Iterator[Candidate]:
    """The person whose name starts at word i, further titles passed over."""
    while i < len(context.words) and context.words[i].capital and is_title(context, context.words[i]):
        after = context.text.after(i, " |. ")
        if after is None:
            return
        i = after.i
    if i >= len(context.words):
        return
    start = i
    if context.words[i].lower in ("al", "el", "von", "van", "de", "bin", "abu") and _name_follows(context, i):
        i += 1
    run = range(start, person_run(context, i).stop) if person_run(context, i) else range(0)
    if shortest <= len(run) <= _LONGEST and _may_be_person(context, run):
        yield Candidate(run.start, run.stop, "person")


def _may_be_person(context: Context, run: range) -> bool:
    words = [context.words[i] for i in run]
    if len(run) == 1 and (_is_demonym(context, run.start) or context.place_kind(run) == "country"):
        return False
    if len(run) == 1 and ((words[0].shouted and len(words[0].text) < 6) or words[0].initial):
        return False
    if len(run) > 1 and context.place_kind(run) in ("country", "region"):
        return False
    heads = context.lexicon.organizations.heads - context.lexicon.organizations.weak_heads
    return words[-1].lower not in heads and words[0].text[:1].isalpha()


def _is_ordinary(context: Context, word: Word) -> bool:
    """Whether a word makes a phrase something else than a person."""
    lexicon = context.lexicon
    return (
        word.lower in lexicon.organizations.heads
        or word.lower in lexicon.others.heads
        or word.lower in lexicon.others.demonyms
        or word.text in lexicon.organizations.known
        or any(c.isdigit() for c in word.text)
    )
