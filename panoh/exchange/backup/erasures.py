"""What was erased, as a list kept outside every copy: put back with an older copy, it brings no erased name back.

A list names nobody. It says which cases were erased or declined and which sealed records have no key, by their numbers, with
where the ledger stood; it is sealed with the ledger's key, so that nobody can have somebody erased by writing a list.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from panoh.exchange.backup.faults import CannotKeep
from panoh.identification.actions.forgetting import forget_lines, forget_person, lines_held
from panoh.identification.actions.list_retention import withhold_the_others
from panoh.registry import ledger, vault
from panoh.registry.actions.forgetting import forget_records, sealed_models
from panoh.registry.key_ring import ring
from panoh.registry.models import Case, Consent, Disclosure, LedgerEntry, LedgerHead, in_force
from panoh.screening.actions.operations import close_again
from panoh.screening.models import RosterEntry

ERASED, DECLINED = "erase_names", "record_refusal"
STEP = 500


@dataclass(frozen=True)
class Erasures:
    """`line`: the ledger's last line when the list was made. `cases`: which act forgot whom. `records`: by kind, those
    whose key is destroyed. `lists`: operations the names on whose list were erased."""

    line: int
    at: str
    cases: dict[str, str]
    records: dict[str, list[str]]
    lists: list[str] = field(default_factory=list)

    def text(self) -> str:
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True)
class ErasedAgain:
    cases: int
    records: int


def write_erasures(to: Path, *, at: datetime) -> Erasures:
    """Write the list as it stands, complete or not at all, over the one before."""
    with transaction.atomic():
        head = LedgerHead.objects.filter(pk=1).first() or LedgerHead()
        found = Erasures(head.seq, at.isoformat(), _cases(), _records(), _lists())
    beside = to.with_name(f"{to.name}.part")
    try:
        seal = _seal(found.text(), head.segment)
        beside.write_text(json.dumps({"erasures": found.text(), "seal": seal}), encoding="ascii")
        os.chmod(beside, 0o600)
        beside.replace(to)
    except OSError as error:
        raise CannotKeep(f"{to} cannot be written: {error.strerror}. Nothing was changed.") from None
    return found


def read_erasures(file: Path) -> Erasures:
    """CannotKeep where it is no list, was altered, or was made by an installation with other keys."""
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        found = Erasures(**json.loads(kept["erasures"]))
        fits = kept["seal"] in {_seal(kept["erasures"], each) for each in ("", *ring().segments)}
    except OSError as error:
        raise CannotKeep(f"{file} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise CannotKeep(f"{file.name} is no list of erasures. Write one with: panoh erasures --to FILE.") from None
    if not fits:
        raise CannotKeep(f"{file.name} was altered, or is of an installation with other keys. Use another list.")
    return found


def erase_again(found: Erasures, *, at: datetime) -> ErasedAgain:
    """Destroy in these records what was destroyed since they were copied. Repeated, it changes nothing."""
    with transaction.atomic():
        held = [(each, lines_held(each)) for each in _still_known(found)]  # locked before the ledger's first line
        cases = [_forget(case, found.cases[str(case.pk)], lines, at=at) for case, lines in held]
        records = sum(_destroy(name, keys, at=at) for name, keys in found.records.items())
        lists = [UUID(each) for each in found.lists]
        withhold_the_others(lists, on=timezone.localdate(at))
        close_again(lists, at=at)
        ledger.write(act="erase_again", by=None, at=at, cases=len(cases), records=records, list_of=found.at)
    return ErasedAgain(len(cases), records)


def _cases() -> dict[str, str]:
    lines = LedgerEntry.objects.filter(act__in=(ERASED, DECLINED), subject__startswith="case:").order_by("seq")
    return {subject.removeprefix("case:"): act for subject, act in lines.values_list("subject", "act")}


def _lists() -> list[str]:
    lines = LedgerEntry.objects.filter(act="erase_list_names", subject__startswith="operation:")
    return sorted({each.removeprefix("operation:") for each in lines.values_list("subject", flat=True)})


def _records() -> dict[str, list[str]]:
    """Those never sealed stand among them, and do no harm: there is nothing of them to destroy."""
    return {
        kind.__name__: [str(key) for key in kind._default_manager.filter(sealed_key=None).values_list("pk", flat=True)]
        for kind in sealed_models()
    }


def _still_known(found: Erasures) -> list[Case]:
    cases = Case.objects.filter(pk__in=found.cases, person__sealed_key__isnull=False)
    return list(cases.select_related("person", "opened_by").order_by("pk"))


def _forget(case: Case, act: str, lines: list[UUID], *, at: datetime) -> Case:
    """As the act did: who it was goes, and what was shown because of a consent is shown no more."""
    stand = Consent.objects.filter(in_force(), case=case)
    stand.update(withdrawn_at=at, withdrawn_by=case.opened_by)
    Disclosure.objects.filter(case=case, ended_at=None).update(ended_at=at, ended_because="names_erased")
    forget_person(case, lines, by=case.opened_by, at=at)
    if act == ERASED:
        Case.objects.filter(pk=case.pk).update(erased_at=at)
    ledger.write(act="erase_again", by=None, at=at, subject=f"case:{case.pk}", erased_by=act)
    return case


def _destroy(name: str, keys: list[str], *, at: datetime) -> int:
    kind = next((each for each in sealed_models() if each.__name__ == name), None)
    if kind is None:  # a kind of record this release does not have
        return 0
    gone = 0
    for start in range(0, len(keys), STEP):
        kept = kind._default_manager.filter(pk__in=keys[start : start + STEP], sealed_key__isnull=False)
        if kind is RosterEntry:
            gone += forget_lines(list(kept.values_list("pk", flat=True)), by=None, at=at)
        else:
            gone += forget_records(kept, by=None, at=at)
    return gone


def _seal(text: str, segment: str) -> str:
    return vault.ledger_sealer(segment)(f"panoh erasures {text}".encode())
