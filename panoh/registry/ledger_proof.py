"""Proving the ledger: every line fits the one before it, and the last is the one its end mark names.

What is proved is the ledger as it stood when the proof began: whoever goes on working beside it writes behind that line. The
seal of each line stands on it, so a long ledger is cut into stretches that are walked at once, each from the seal it begins on.
"""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from django.db import connection
from django.db.models import Max, Subquery

from panoh.registry import vault
from panoh.registry.key_ring import ring
from panoh.registry.ledger_lines import TURNED, in_order, sealed_text, stored_lines
from panoh.registry.models import Installation, LedgerEntry, LedgerHead

WORTH_SHARING = 50_000
"""Lines below which another process costs more time than it saves."""


@dataclass(frozen=True)
class Proof:
    """The outcome of verifying the chain: how many lines hold, and the first fault if there is one."""

    lines: int
    fault_at: int | None = None
    fault: str = ""

    @property
    def whole(self) -> bool:
        return self.fault_at is None


@dataclass(frozen=True)
class _Walked:
    """A stretch that was walked: what holds of it, the seal of its last line, and the segments of keys it passed through."""

    proof: Proof
    seal: str
    segments: tuple[str, ...]


def verify(*, older: bool = False, hands: int = 1) -> Proof:
    """Walk the chain from its first line and name the first that was altered, removed, added or swapped. `older`: a copy was put
    back on purpose, which may end before the newest key was taken into use. `hands`: how many processes share the way; more than
    one only where no transaction is open and no thread runs beside."""
    head, newest = _end()
    if not newest and Installation.objects.exists():
        return Proof(
            0, 1, "the ledger is empty beside records: setting up writes its first line, and all were taken away"
        )
    alone = hands == 1 or newest < WORTH_SHARING
    walked = [_walk(None, newest)] if alone else _walked_at_once(newest, hands)
    fault = next((each.proof for each in walked if not each.proof.whole), None)
    if fault is not None:
        return fault
    passed = {name for each in walked for name in each.segments}
    if not older and ring().segment not in passed:
        said = f"the ledger ends before its key {ring().segment} was taken into use: it is older"
        return Proof(newest, newest + 1, said)
    return _against(head, lines=newest, seal=walked[-1].seal, segment=walked[-1].segments[-1])


def _end() -> tuple[LedgerHead, int]:
    """The end mark and the number of the newest line, as they stood at one moment."""
    newest = LedgerEntry.objects.order_by("-seq").values("seq")[:1]
    head = LedgerHead.objects.annotate(newest=Subquery(newest)).filter(pk=1).first()
    if head is not None:
        return head, head.newest or 0
    return LedgerHead(), LedgerEntry.objects.aggregate(newest=Max("seq"))["newest"] or 0


def _walked_at_once(newest: int, hands: int) -> list[_Walked]:
    """Children are forked, as the keys are read already; none may take over a connection that is open, nor a pool of them."""
    ends = [newest * each // hands for each in range(hands + 1)]
    connection.close()
    if close_pool := getattr(connection, "close_pool", None):
        close_pool()
    with ProcessPoolExecutor(hands, mp_context=get_context("fork")) as pool:
        return list(pool.map(_walk, [None, *ends[1:-1]], ends[1:]))


def _walk(behind: int | None, last: int) -> _Walked:
    """The lines up to `last`, behind the line `behind` or from the first."""
    previous, expected, segments = _begun(behind)
    try:
        seal = vault.ledger_sealer(segments[-1])
        for seq, at, officer, act, subject, fields, purpose, detail, own in stored_lines(last, behind=behind):
            if seq != expected:
                said = f"line {expected} is missing; the next line found is {seq}"
                return _broken(expected, said)
            text = sealed_text(previous, seq, at, officer, act, subject, in_order(fields), purpose, in_order(detail))
            if own != seal(text):
                return _broken(expected, f"line {expected} was altered, swapped or added from outside")
            previous, expected = own, seq + 1
            if act == TURNED:
                segments = (*segments, str(json.loads(detail)["segment"]))
                seal = vault.ledger_sealer(segments[-1])
    except vault.SealBroken as missing:
        return _broken(expected, str(missing))
    if expected <= last:
        return _broken(expected, f"line {expected} is missing; the next line found is {_next_line(last)}")
    return _Walked(Proof(expected - 1), previous, segments)


def _begun(behind: int | None) -> tuple[str, int, tuple[str, ...]]:
    """Where a stretch begins: the seal before it, the number of its first line, the segment of keys it is in. Whether these
    are true is proved by the stretch before."""
    if behind is None:
        return "", 1, ("",)
    seal = LedgerEntry.objects.filter(seq=behind).values_list("seal", flat=True).first()
    turned = LedgerEntry.objects.filter(seq__lte=behind, act=TURNED).order_by("-seq").values_list("detail", flat=True)
    last = turned.first()
    named = (
        last.get("segment", "") if isinstance(last, dict) else ""
    )  # whoever altered that line is told of it by its own stretch
    return seal or "", behind + 1, (str(named),)


def _next_line(last: int) -> int | None:
    return LedgerEntry.objects.filter(seq__gt=last).order_by("seq").values_list("seq", flat=True).first()


def _broken(at: int, said: str) -> _Walked:
    return _Walked(Proof(at - 1, at, said), "", ())


def _against(head: LedgerHead, *, lines: int, seal: str, segment: str) -> Proof:
    if head.seq > lines:
        return Proof(lines, lines + 1, f"line {lines + 1} is missing: the ledger ended at line {head.seq}")
    if head.seq < lines or head.seal != seal or head.segment != segment:
        said = f"the ledger's end mark does not fit line {lines}: it was altered or put back"
        return Proof(lines, head.seq + 1, said)
    return Proof(lines)
