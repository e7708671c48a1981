"""Sentences too long for prose, as of lists without full stops, are read in windows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.schema.flow import Parse

LONGEST = 400  # tokens; what is done for a sentence may take time in the square of its length


def in_windows(parse: Parse) -> Parse:
    """The parse with no sentence over `LONGEST` tokens; a head in another window is cut off.

    A parse whose sentences are all of common length is given back as it is.
    """
    count = len(parse.starts)
    bounds = (*parse.sentence_starts, count)
    if all(stop - start <= LONGEST for start, stop in pairwise(bounds)):
        return parse
    starts: list[int] = []
    heads, deps = list(parse.heads), list(parse.deps)
    for start, stop in pairwise(bounds):
        for first in range(start, stop, LONGEST):
            last = min(first + LONGEST, stop)
            starts.append(first)
            for i in range(first, last):
                if not first <= heads[i] < last:
                    heads[i], deps[i] = i, "ROOT"
    return replace(parse, sentence_starts=tuple(starts), heads=tuple(heads), deps=tuple(deps))
