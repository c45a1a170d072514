"""Says who did what a verb tells: the one named before it in its clause, behind "by", or as a partner."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from panoh.narratives.tagging import Item

_PARTNERED = frozenset({"partnered", "collaborated"})
_WORKED = frozenset({"coordinated", "cooperated", "teamed"})  # "cooperated with ... to train", not "and trained"
_PARTNERSHIPS = frozenset({"partnership", "collaboration", "cooperation", "coordination", "conjunction"})
_ASIDE = 10
_SAY = frozenset({"reported", "reports", "indicated", "stated", "noted", "alleged"})
_OPENING = 5  # items: "In April 2019, media reported"
_OPENS_ASIDE = frozenset(
    {"comprising", "including", "working", "composed", "made", "consisting of", "together", "along"}
)
_STATES_DO = frozenset({"deport", "extradite", "prosecute", "convict", "investigate"})  # "Algeria deported 8,200"
_KEPT = frozenset({"run", "operated", "managed", "staffed", "administered"})
_RUN_BY_NGOS = ("ngo-run", "ngo-operated", "ngo-managed")
_BEHIND = frozenset(["with", "to", "by", "from", "for", "of", "at", "between", "against"])


def actor_of(items: Sequence[Item], clauses: Sequence[int], act: int) -> str:
    """Who acts: the nearest one named before the verb in its clause, or after "by"; the government otherwise."""
    by = "self" if items[act].actor == "self" else _by_actor(items, clauses, act) or _run_by(items, act)
    if by is not None:
        return by
    if act and items[act].act in _STATES_DO and items[act - 1].labels.nations and not items[act - 1].noun:
        return "foreign_government"
    if told_by_media(items, act):
        return "media"
    found: list[str] = []
    for k in range(act - 1, -1, -1):
        if clauses[k] != clauses[act] and items[k].depth == items[act].depth:
            break
        actor = items[k].actor or ("government" if items[k].noun == "official" and not items[k].amount else None)
        skipped = actor is None or actor == "self" or is_object(items, k) or (actor == "media" and k > 2)
        aside = _told_of_actor(items, k, act)
        if skipped or aside or items[k].depth != items[act].depth:
            continue
        found.append(str(actor))
        if not _joined_actor(items, k):
            break
    if _partner(items, act) or _partner_behind(items, clauses, act) or ("government" in found and len(set(found)) > 1):
        return "mixed"
    return found[-1] if found else "government"


def told_by_media(items: Sequence[Item], act: int) -> bool:
    """ "In April, media reported officials identified 62": the media are the source of what they told."""
    opens = next((k for k in range(act - 1, 0, -1) if items[k].low == ";" or _turns(items, k)), 0)
    for k in range(opens, min(opens + _OPENING, act - 1)):
        if items[k].actor == "media":
            return items[k + 1].low in _SAY or items[k].low.endswith("reports")
    return False


def _turns(items: Sequence[Item], k: int) -> bool:
    """ ", but media reported sentences of ...": another source is heard."""
    return items[k].low in ("but", "although", "while") and items[k - 1].low == ","


def _run_by(items: Sequence[Item], act: int) -> str | None:
    """ "The NGO-run hotline received", "NGO-run shelters assisted": those who run it act."""
    if act and items[act - 1].low == ",":  # "NGO-run shelters, with government funding, assisted"
        aside = next((k for k in range(act - 2, max(0, act - _ASIDE), -1) if items[k].low == ","), 0)
        act = aside if aside and items[aside + 1].low in ("with", "using", "through") else act
    if act and items[act - 1].low == "," and (run := _kept_by_in_aside(items, act)) is not None:
        return run
    subject = items[act - 1] if act else None
    if subject is None or not subject.noun:
        return None
    named = act > 1 and items[act - 2].actor == "ngo" and subject.noun in ("hotline", "shelter")
    theirs = subject.noun == "ngo_shelters" or named or run_by_ngos([subject])
    return "ngo" if theirs else None


def _kept_by_in_aside(items: Sequence[Item], act: int) -> str | None:
    """ "The helpline, run by an NGO, took 3,450 calls": those who run it act."""
    aside = next((k for k in range(act - 2, max(0, act - _ASIDE), -1) if items[k].low == ","), 0)
    inside = items[aside + 1 : act - 1] if aside else ()
    kept = bool(inside) and inside[0].low in _KEPT and any(item.cue("by") for item in inside[1:2])
    return next((item.actor for item in inside if item.actor), None) if kept else None


def run_by_ngos(items: Sequence[Item]) -> bool:
    """ "NGO-run shelters", "shelters run by NGOs"."""
    lows = [item.low for item in items]
    behind = any(
        a == "run" and b == "by" and items[k + 2].actor == "ngo" for k, (a, b) in enumerate(pairwise(lows[:-1]))
    )
    return behind or any(low.startswith(_RUN_BY_NGOS) for low in lows)


def _partner(items: Sequence[Item], act: int) -> bool:
    """ "In partnership with an international organization, the government ...": both acted."""
    for k in range(1, act - 2):
        together = items[k].low in _PARTNERSHIPS and items[k - 1].low == "in"
        together = together or items[k].low in ("together", "jointly")
        worked = items[k].low in _WORKED and not items[act - 1].cue("and")
        who = {item.actor for item in items[:k] if item.actor} if worked or items[k].low in _PARTNERED else set()
        who = set() if worked and "government" not in who else who
        if (together or who) and items[k + 1].low == "with" and not _new_statement(items, k, act):
            named = {item.actor for item in items[k + 2 : min(k + 16, act)] if item.actor}
            return bool(named - {"government"}) if together or who == {"government"} else "government" in named
    return False


def _new_statement(items: Sequence[Item], k: int, act: int) -> bool:
    """ "in collaboration with the police; the council; and NGOs, assisted": a list's semicolons open no statement."""
    marks = [i for i in range(k, act) if items[i].low == ";"]
    listed = bool(marks) and all(_lists_actors(items[i + 1 : i + 6]) for i in marks)
    return bool(marks) and not listed


def _lists_actors(after: Sequence[Item]) -> bool:
    end = next((k for k, item in enumerate(after) if item.low in (";", ",")), 0)
    return any(item.actor for item in after[:end]) and not any(item.act for item in after[:end])


def _partner_behind(items: Sequence[Item], clauses: Sequence[int], act: int) -> bool:
    """ "facilitated eight trainings in cooperation with an international organization": both acted."""
    for k in range(act + 2, len(items) - 2):
        if clauses[k] != clauses[act] or items[k].cue("relative") or items[k].act:
            return False
        if items[k].low in _PARTNERSHIPS and items[k - 1].low == "in" and items[k + 1].low == "with":
            named = [item.actor for item in items[k + 2 : k + 8] if item.actor]
            return any(name != "government" for name in named[:2])
    return False


def _by_actor(items: Sequence[Item], clauses: Sequence[int], act: int) -> str | None:
    for k in range(act + 1, min(act + 6, len(items) - 1)):
        if clauses[k] != clauses[act] or items[k].amount or items[k].low == ",":
            return None
        if items[k].cue("by"):
            told = _listed_actors(items[k + 1 : k + 12])
            return "mixed" if "government" in told and len(set(told)) > 1 else next(iter(told), "government")
    return None


def by_behind(items: Sequence[Item], at: int) -> str | None:
    """ "45 were referred by police, 30 by NGOs, and 12 self-referred": who stands right behind the count acted."""
    after = items[at + 1 : at + 2]
    if after and after[0].actor == "self":
        return "self"
    told = _listed_actors(items[at + 2 : at + 5]) if after and after[0].cue("by") else []
    return told[0] if len(set(told)) == 1 else None


def _listed_actors(items: Sequence[Item]) -> list[str]:
    """ "by officials, international organizations, and NGOs": all that are named before the prose goes on."""
    found: list[str] = []
    for k, item in enumerate(items):
        actor = item.actor or ("government" if item.noun == "official" else None)
        if actor:
            found.append(actor)
        elif found and (item.cue("and") or item.low == ","):
            continue
        elif found or k > 2 or item.low in (",", ";", "("):
            break
    return found


def is_object(items: Sequence[Item], k: int) -> bool:
    """ "with a foreign government": an actor behind a preposition does not act, unless it goes on "to" do something."""
    if _in_aside(items, k):
        return True
    before = [item.low for item in items[max(0, k - 2) : k]]
    after = items[k + 1].low if k + 1 < len(items) else ""
    behind = bool(before) and (before[-1] in _BEHIND or (before[0] in _BEHIND and _describes(items[k - 1])))
    if after == "that" and k + 2 < len(items) and items[k + 2].low in ("they", "it"):
        return bool(behind)  # "reported to the government that they identified"
    return bool(behind) and ("with" in before or after not in ("to", "that", "which", "who"))


def _describes(item: Item) -> bool:
    """An article or an adjective no list knows: "with local civil society"."""
    plain = not (item.labels.nouns or item.labels.acts or item.labels.actors or item.labels.cues)
    return item.low in ("a", "an", "the") or (
        plain and item.low.isalpha() and (item.amount is None or item.low == "one")
    )


def _in_aside(items: Sequence[Item], k: int) -> bool:
    """ "the committee, comprising agencies and an NGO, met"; "working with foreign governments and Interpol,"."""
    for i in range(k - 1, max(-1, k - _ASIDE), -1):
        if items[i].act or items[i].low in (";", "(", ")"):
            return False
        if items[i].low in _OPENS_ASIDE and i and items[i - 1].low == ",":
            return True
    return False


def _told_of_actor(items: Sequence[Item], k: int, act: int) -> bool:
    """ "NGOs, some of which received government funds, assisted": who stands in what is told of the one who acts."""
    opened = next((i for i in range(k - 1, max(0, k - _ASIDE), -1) if items[i].low == ","), 0)
    told = any(item.cue("relative") or item.low in ("of which", "of whom") for item in items[opened + 1 : opened + 3])
    return bool(opened) and told and any(item.low == "," for item in items[k + 1 : act])


def named_before(items: Sequence[Item], at: int) -> str | None:
    """ "Police identified 120 victims, NGOs 63": who stands right before the number, where the verb is left out."""
    if at < 2 or not items[at - 1].actor or items[at - 1].labels.acts:
        return None
    return items[at - 1].actor if items[at - 2].low == "," or items[at - 2].cue("and") else None


def _joined_actor(items: Sequence[Item], k: int) -> bool:
    """ "Public officials and NGOs": the actor before "and" counts too."""
    k -= k > 1 and items[k - 1].low in ("the", "an", "a")
    before = items[k - 2] if k >= 2 and items[k - 1].cue("and") else None
    return before is not None and (before.actor is not None or before.noun == "official")
