"""How alike two recommendations of different years are, with the words they share. A person decides whether they are one.

And the threads that follow from what people decided: one recommendation through the years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

PROPOSED_FROM = 45
"""Below this two are not shown as one, and whoever says they are gives the reason."""
_STEM = 6
_WORD = re.compile(r"[a-z]+")
_WHO = re.compile(r"^(?:the government|it|authorities|they)(?: also)? ")
_SHORT_FORMS = {
    "sop": "standard operating procedures",
    "sops": "standard operating procedures",
    "nrm": "national referral mechanism",
    "nap": "national action plan",
}
"""A report writes them out in one year and not in the next."""
_FRAME = frozenset(
    {
        "authorities",
        "consecutive",
        "did",
        "does",
        "during",
        "had",
        "however",
        "nor",
        "period",
        "report",
        "reported",
        "reporting",
        "whether",
        "year",
        "years",
    }
)
"""In every second sentence on what is wanting; they make none alike. Those left alone by them are compared by them."""
_EMPTY = frozenset(
    {
        "against",
        "all",
        "also",
        "and",
        "anti",
        "any",
        "are",
        "both",
        "each",
        "for",
        "from",
        "government",
        "has",
        "have",
        "including",
        "into",
        "its",
        "more",
        "most",
        "not",
        "other",
        "such",
        "that",
        "the",
        "their",
        "them",
        "these",
        "they",
        "this",
        "those",
        "through",
        "trafficking",
        "under",
        "victim",
        "victims",
        "was",
        "were",
        "when",
        "which",
        "while",
        "who",
        "whom",
        "with",
    }
)


@dataclass(frozen=True)
class Likeness:
    """`score` in hundredths. `shared`, `only_earlier`, `only_later`: the words that made it."""

    score: int
    shared: tuple[str, ...]
    only_earlier: tuple[str, ...]
    only_later: tuple[str, ...]

    @property
    def proposed(self) -> bool:
        return self.score >= PROPOSED_FROM


def likeness(earlier: str, later: str) -> Likeness:
    """Half by how much of both is shared, half by how much of the shorter one is: a recommendation often grows. A single
    word shared says little, however short the other is."""
    return likeness_of(stems(earlier), stems(later))


def likeness_of(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Likeness:
    """The same, of stems that are known: whoever compares many takes them once of each."""
    shared = ours.keys() & theirs.keys()
    return Likeness(
        score=_score(len(shared), len(ours), len(theirs)),
        shared=tuple(word for stem, word in ours.items() if stem in shared),
        only_earlier=tuple(word for stem, word in ours.items() if stem not in shared),
        only_later=tuple(word for stem, word in theirs.items() if stem not in shared),
    )


def likely(told: Iterable[tuple[int, Mapping[str, str]]]) -> list[tuple[int, int]]:
    """Of report and stems, in the order of reports: the places of each two of different reports that are proposed as one, the
    likest first. Only those that share a stem meet at all, and only counts are compared."""
    rows = list(told)
    stands: dict[str, list[int]] = {}
    found = []
    for later, (report, theirs) in enumerate(rows):
        meets = Counter(chain.from_iterable(stands.get(stem, ()) for stem in theirs))
        for earlier, shared in meets.items():
            score = _score(shared, len(rows[earlier][1]), len(theirs))
            if score >= PROPOSED_FROM and rows[earlier][0] != report:
                found.append((-score, earlier, later))
        for stem in theirs:
            stands.setdefault(stem, []).append(later)
    return [(earlier, later) for _score_down, earlier, later in sorted(found)]


def _score(shared: int, ours: int, theirs: int) -> int:
    """Of how many stems are shared and how many each has, in hundredths."""
    if not shared:
        return 0
    of_both = 2 * shared / (ours + theirs)
    return round(50 * (of_both + (shared / min(ours, theirs) if shared > 1 else of_both)))


def threads(keys: Iterable[int], same: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Groups joined by what people found to be one; each alone where nobody found anything."""
    of: dict[int, int] = {key: key for key in keys}

    def root(key: int) -> int:
        while of[key] != key:
            key = of[key]
        return key

    for one, other in same:
        if one in of and other in of:
            of[root(other)] = root(one)
    grouped: dict[int, list[int]] = {}
    for key in of:
        grouped.setdefault(root(key), []).append(key)
    return tuple(tuple(sorted(each)) for each in grouped.values())


def repeated(told: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int], ...]:
    """Of number, report and words: the pairs within one report that say the same in the same words, as an introduction and a
    section do, or two texts of one report. Who acts and the stop at the end make no difference."""
    first: dict[tuple[int, str], int] = {}
    return tuple(
        (before, key)
        for key, report, words in told
        if (before := first.setdefault((report, _plain(words)), key)) != key
    )


@dataclass(frozen=True)
class Recurring:
    """In which reports it stands. `unseen`: reports between the first and the last that nobody brought in."""

    reports: tuple[int, ...]
    unseen: tuple[int, ...]

    @property
    def years(self) -> int:
        """From the first to the last report it stands in."""
        return self.reports[-1] - self.reports[0] + 1


def recurring(reports: Sequence[int], brought: Iterable[int]) -> Recurring:
    stands = tuple(sorted(set(reports)))
    between = set(range(stands[0], stands[-1])) - set(brought)
    return Recurring(stands, tuple(sorted(between)))


def _plain(words: str) -> str:
    return " ".join(_WHO.sub("", " ".join(words.lower().split()).rstrip(" .;")).split())


def stems(text: str) -> dict[str, str]:
    """Its words by their first letters, so that identifying and identification are one word."""
    plain = _WORD.sub(lambda each: _SHORT_FORMS.get(each.group(), each.group()), text.lower())
    found = [word for word in _WORD.findall(plain) if word not in _EMPTY and len(word) > 2]
    told = [word for word in found if word not in _FRAME]
    return {word[:_STEM]: word for word in told or found}
