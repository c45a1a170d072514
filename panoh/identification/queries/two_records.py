"""Two records side by side, opened from two cases: why they look alike, what speaks against it, and what was said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from panoh.identification.models import SamePerson
from panoh.identification.queries.papers_of_two import Papers, papers_of
from panoh.identification.queries.same_person import JOIN, kept_apart, require_both_open, require_named
from panoh.registry import ledger, vault
from panoh.registry.models import Case, Officer, Person
from panoh.registry.queries import case_for, cases_for
from panoh.registry.queries.purposes import of_reading
from panoh.registry.references import reference_from
from panoh.registry.refusals import Refused
from panoh.screening.queries.candidates import particulars
from panoh.screening.queries.matches import OWN, READ, Side, side_on_record
from panoh.screening.queries.reasons import Reason, reasons_of
from panoh.screening.rules.matching import Likeness, Particulars, Strength, best_name, births, likeness_of, sexes_differ


def _other_papers() -> Reason:
    return Reason("", "", _("different paper numbers"), speaks_against=True)


@dataclass(frozen=True)
class TwoRecords:
    """Two cases with the records they are of. `strength`: empty where the rule would trouble nobody with them. `said`: the word
    that is open or stands now; `before`: what was said and decided or undone earlier."""

    case: Case
    other: Case
    one: Side
    another: Side
    strength: str
    reasons: tuple[Reason, ...]
    said: SamePerson | None
    before: tuple[SamePerson, ...]
    own: bool
    """The viewer said it: a colleague decides."""


def case_to_compare(viewer: Officer, case_id: UUID) -> Case:
    """The case from whose page another is looked for."""
    case = case_for(viewer, case_id, JOIN)
    require_both_open(viewer, case)
    require_named(case)
    return case


def two_cases(viewer: Officer, case_id: UUID, other_id: UUID) -> tuple[Case, Case]:
    """Both cases, or NotPermitted without telling which of them is not there."""
    case, other = case_for(viewer, case_id, JOIN), case_for(viewer, other_id, JOIN)
    return _two(viewer, case, other)


def two_to_say(viewer: Officer, case_id: UUID, other_id: UUID) -> tuple[Case, Case]:
    """Both cases, for whoever says of them that they are one person's: what for is asked as it is of opening them, or a word
    would be a way to open any two."""
    case, other = two_cases(viewer, case_id, other_id)
    _what_for(viewer, (case.person, other.person), _said(case.person, other.person))
    return case, other


def other_case(viewer: Officer, case: Case, typed: str) -> Case:
    """The case to compare with, by the reference somebody read out. `case`: of `case_to_compare`."""
    others = cases_for(viewer, JOIN).exclude(person__in=kept_apart(viewer)).select_related("person")
    found = others.filter(reference=reference_from(typed)).first()
    if found is None:
        raise Refused(
            _("There is no case with this reference."), _("Check the letters and digits."), subject=f"case:{case.pk}"
        )
    return _two(viewer, case, found)[1]


def two_records(viewer: Officer, case: Case, other: Case, *, at: datetime) -> TwoRecords:
    """Both records opened, with a line in the ledger for each of their cases. `case`, `other`: of `two_cases`."""
    people = (case.person, other.person)
    said = list(_said(*people))
    kept = _what_for(viewer, people, said)
    with ledger.reading():
        for key, what_for in kept.items():
            ledger.write(act="compare_people", by=viewer, at=at, subject=f"case:{key}", fields=READ, **what_for)
        one, another = (side_on_record(each, vault.unseal(each), viewer) for each in people)
        papers = papers_of(*people)
        strength, reasons = _likeness(*map(particulars, people), same_paper=papers is Papers.SAME)
        reasons += (_other_papers(),) if papers is Papers.OTHERS else ()
    now = next((each for each in said if each.is_open or each.stands), None)
    before = tuple(each for each in said if each != now)
    own = now is not None and now.proposed_by_id == viewer.pk
    return TwoRecords(case, other, one, another, strength, reasons, now, before, own)


def _two(viewer: Officer, case: Case, other: Case) -> tuple[Case, Case]:
    require_both_open(viewer, case, other)
    require_named(case, other)
    if case.person_id == other.person_id:
        raise Refused(
            _("Both cases are of one record already."), _("Nothing is to be done."), subject=f"case:{case.pk}"
        )
    return case, other


def _what_for(viewer: Officer, people: tuple[Person, Person], said: Iterable[SamePerson]) -> dict[UUID, dict[str, str]]:
    """For the line of each case of the two. While another officer's word waits, deciding is what for; else whoever does not work
    on a case is asked (`registry.queries.purposes`), also where the other case is theirs."""
    waits = any(each.is_open and each.proposed_by_id != viewer.pk for each in said)
    cases = Case.objects.filter(person__in=people).order_by("pk")
    return {each.pk: OWN if waits else of_reading(viewer, JOIN, each, own=OWN["purpose"]) for each in cases}


def _said(one: Person, another: Person) -> QuerySet[SamePerson]:
    both = (one.pk, another.pk)
    pairs = SamePerson.objects.filter(first__in=both, second__in=both).order_by("-proposed_at", "-pk")
    return pairs.select_related("proposed_by__post", "decided_by__post", "undone_by__post")


def _likeness(one: Particulars, another: Particulars, *, same_paper: bool) -> tuple[str, tuple[Reason, ...]]:
    """An officer already looks at both, so what speaks against is told as well where the rule would propose nothing."""
    found, born = likeness_of(one, another, same_paper=same_paper), births(one, another)
    strength = found.strength.value if found else ""
    by_name = found or Likeness(Strength.LIKELY, born, best_name(one.names, another.names))
    reasons = reasons_of(strength, born, by_name)
    if sexes_differ(one, another):
        reasons += (Reason("", "", _("one record says a woman, the other a man"), speaks_against=True),)
    return strength, reasons
