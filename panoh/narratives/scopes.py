"""How far a denial reaches in its sentence."""

from __future__ import annotations

from panoh.narratives.sentence import Sentence

# "Hundreds did not receive compensation" counts nobody; neither does "most teams did not meet".
PART = frozenset({"some", "many", "most", "several", "few", "hundreds", "thousands", "dozens", "numerous"})
JUDGED = PART | {"ensure", "ensuring", "ensured"}


def _finite(words: str) -> bool:
    """ "and did not report" opens a statement of its own; "or not reported" does not."""
    return words.split()[0] in ("did", "does", "do", "has", "have", "had", "could")


def scope_end(sentence: Sentence, at: int) -> int:
    items = sentence.items
    for k in range(at + 1, len(items)):
        if items[k].depth == 0 and (
            items[k].low in (";", ".", "—")
            or (items[k].cue("not") and k > at + 2 and items[at].low != "neither")
            or (items[k].cue("unreported") and k > at + 2 and items[at].cue("not") and items[k - 1].low != "or")
            or (items[k].cue("unreported") and k > at + 2 and items[k - 1].cue("and") and _finite(items[k].low))
            or (items[k].cue("nothing") and items[k - 1].cue("and") and items[k + 1 : k + 2] and items[k + 1].actor)
            or (items[k].cue("nothing") and items[k - 1].cue("and") and items[k - 2].low == ",")
            or (items[k].cue("nothing") and items[k - 1].act and items[k - 2].cue("and"))
            or (items[k].cue("nothing") and items[k - 1].cue("and") and any(i.cue("copula") for i in items[at:k]))
            or items[k].cue("compare")
            or (items[k].cue("relative") and items[k - 1].low == ",")
            or (items[k].cue("case_break") and items[k].low not in ("since", "before", "as", "when", "after"))
            or (sentence.clauses[k] != sentence.clauses[at] and items[k - 1].low == ",")
        ):
            return k
    return len(items)
