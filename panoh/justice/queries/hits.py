"""People on lists of penalties who may be under protection: who decides on them, both records side by side, and the notice
of a removal for the authority that would carry it out.

That somebody is in the mechanism is itself secret (decision 13): a hit is shown only to those who work on the person's case,
or run the operation whose roster they stand on, and to the intake desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.justice.models import Penalty, PenaltyHit
from panoh.justice.rules.listed import ListedPenalty
from panoh.names import script_of
from panoh.registry import access, ledger, vault
from panoh.registry.models import Officer, Sex, left_open, not_let_in
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import NotPermitted
from panoh.screening.queries.candidates import listed, particulars
from panoh.screening.queries.matches import OWN, READ, Side, side_of_line, side_on_record
from panoh.screening.queries.operations import operations_for
from panoh.screening.queries.reasons import Reason, reasons_of
from panoh.screening.rules.matching import Particulars, Strength, births, likeness_of
from panoh.screening.rules.roster import RosterRow

ANSWER, HOLD = access.Act.ANSWER_PENALTY, access.Act.HOLD_REMOVAL
PERSON = ("name", "sex", "birth_date", "born_from", "born_to", "nationality", "document")
State = PenaltyHit.HitState


@dataclass(frozen=True)
class HitShown:
    """Once the words of the list are destroyed nothing is left to compare, and neither side is opened."""

    row: PenaltyHit
    listed: Side | None = None
    known: Side | None = None
    penalty: ListedPenalty | None = None
    reasons: tuple[Reason, ...] = ()


def hits_for(viewer: Officer) -> QuerySet[PenaltyHit]:
    """Of cases the viewer works on, as manager or at its desk; of lines on a roster of theirs; the intake desk all. Being let
    into a compartment for some hours opens none."""
    reach = access.scope(viewer, ANSWER)
    rows = left_open(PenaltyHit.objects.filter(case__erased_at=None), viewer)
    if reach is access.Scope.ALL:
        return rows
    seen = access.worked_on(viewer, ANSWER)
    if access.may(viewer, access.Act.RUN_OPERATION):
        seen |= Q(roster_entry__operation__in=operations_for(viewer)) & not_let_in(viewer, "roster_entry__case")
    return rows.filter(seen)


def hit_for(viewer: Officer, hit_id: UUID) -> PenaltyHit:
    """One the viewer decides on, or NotPermitted without telling whether it exists."""
    rows = hits_for(viewer).select_related(
        "case__person", "roster_entry__operation", "roster_entry__case", "list__officer__post__desk"
    )
    found = rows.filter(pk=hit_id).first()
    if found is None:
        raise NotPermitted(
            _("There is nobody here for your post to compare."), _("Whoever works on the person’s case decides.")
        )
    return found


def hit_page(viewer: Officer, hit_id: UUID, *, at: datetime) -> HitShown:
    """Both sides opened, with one line in the ledger. While the pair waits, that is what for; once it was found to be somebody
    else, whoever opens it again without having decided it themselves is asked (`registry.queries.purposes`). Of a pair that
    is one person, or is named by nothing any more, nobody is opened."""
    row = hit_for(viewer, hit_id)
    if row.sealed is None:
        return HitShown(row)
    kept = _what_for(viewer, row)
    with ledger.reading():
        ledger.write(act="compare_people", by=viewer, at=at, subject=subject(row), fields=READ, people=2, **kept)
        said = vault.unseal(row)
        theirs, side = _on_record(row, viewer)
    one = listed(person_of(said))
    found = likeness_of(one, theirs, same_paper=row.strength == Strength.PAPER)
    reasons = reasons_of(row.strength, births(one, theirs), found)
    return HitShown(row, _listed(person_of(said)), side, ListedPenalty.of(said["penalty"]), reasons)


def removal_notices(viewer: Officer) -> QuerySet[PenaltyHit]:
    """Removals of people under protection that nobody at the authority has taken note of. No case and no name is told."""
    rows = PenaltyHit.objects.filter(state=State.SAME, kind=Penalty.Kind.REMOVAL, noted_at=None)
    return rows if access.may(viewer, HOLD) else rows.none()


def notice_for(viewer: Officer, hit_id: UUID) -> PenaltyHit:
    access.require(viewer, HOLD)
    rows = PenaltyHit.objects.select_related("list__officer__post__desk", "list__source")
    found = rows.filter(pk=hit_id, state=State.SAME, kind=Penalty.Kind.REMOVAL).first()
    if found is None:
        raise NotPermitted(_("There is no such notice."), _("Look at your work again."))
    return found


def person_of(said: dict[str, Any]) -> RosterRow:
    return RosterRow(row=0, **{name: said["person"][name] for name in PERSON})


def subject(row: PenaltyHit) -> str:
    return f"case:{row.case_id}" if row.case_id else f"roster:{row.roster_entry_id}"


def _what_for(viewer: Officer, row: PenaltyHit) -> dict[str, str]:
    entry = row.roster_entry
    case = row.case if entry is None else entry.case
    if case is None or row.state == State.PROPOSED or row.decided_by_id == viewer.pk:
        return OWN
    return of_reading(viewer, ANSWER, case, own=OWN["purpose"])


def _on_record(row: PenaltyHit, viewer: Officer) -> tuple[Particulars, Side]:
    if row.case is not None:
        person = row.case.person
        return particulars(person), side_on_record(person, vault.unseal(person), viewer)
    entry = row.roster_entry
    assert entry is not None
    said = vault.unseal(entry)
    names = (said["name"],) if said.get("name") else ()
    known = Particulars(names, said.get("birth_date", ""), entry.born_from, entry.born_to, entry.sex)
    return known, side_of_line(entry, said)


def _listed(person: RosterRow) -> Side:
    born = person.birth_date or ("" if person.born_from is None else f"{person.born_from}–{person.born_to}")
    names = ((person.name, script_of(person.name), "list"),) if person.name else ()
    papers = (person.document,) if person.document else ()
    return Side(names, born, str(Sex(person.sex).label), person.nationality, papers)
