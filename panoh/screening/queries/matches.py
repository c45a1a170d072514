"""People on a list who may be on record: the queue of those to compare, and both records side by side.

That somebody is in the mechanism is itself secret (decision 13): a post that may not see the person's case sees no match.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from panoh.names import script_of
from panoh.registry import access, ledger, vault
from panoh.registry.models import Case, Officer, Person, let_in_to, shut_to
from panoh.registry.queries.purposes import of_reading
from panoh.registry.refusals import NotPermitted
from panoh.screening.models import RosterEntry, RosterMatch
from panoh.screening.queries.operations import operations_for
from panoh.screening.queries.reasons import Reason, reasons_of
from panoh.screening.rules.matching import Particulars, Strength, births, likeness_of

ON_A_PAGE = 50
READ = ("names", "birth_date", "documents")
OWN = {"purpose": "comparison"}


@dataclass(frozen=True)
class Side:
    """One of the two records: names with their script and source, birth, sex, papers, and the cases one may open."""

    names: tuple[tuple[str, str, str], ...]
    birth_date: str
    sex: str
    nationality: str
    documents: tuple[str, ...]
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A record held against the list, with every reason found again now."""

    match: RosterMatch
    side: Side
    strength: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Comparison:
    """Somebody on a list beside everybody on record they may be."""

    entry: RosterEntry
    listed: Side
    candidates: tuple[Candidate, ...]


def matches_for(viewer: Officer) -> QuerySet[RosterMatch]:
    """Matches the viewer may decide: on rosters of theirs, with people whose case is at their desk (the intake desk: all). Of
    people in a compartment only to its members: being let in for some hours opens none."""
    reach = access.scope(viewer, access.Act.COMPARE)
    if reach is access.Scope.NONE:
        return RosterMatch.objects.none()
    shut = Case.objects.filter(Q(pk__in=shut_to(viewer)) | Q(pk__in=let_in_to(viewer))).values("person")
    mine = RosterMatch.objects.filter(entry__operation__in=operations_for(viewer)).exclude(person__in=shut)
    if reach is access.Scope.ALL:
        return mine
    return mine.filter(Exists(Case.objects.filter(person=OuterRef("person"), desk=viewer.desk)))


def to_compare(viewer: Officer, *, page: str = "1") -> Page[RosterMatch]:
    """Open matches, people in most hurry first. Names nobody."""
    open_ones = matches_for(viewer).filter(state__in=RosterMatch.OPEN).select_related("entry__operation")
    return Paginator(open_ones.order_by("-entry__urgency", "proposed_at", "entry", "pk"), ON_A_PAGE).get_page(page)


def match_for(viewer: Officer, match_id: int) -> RosterMatch:
    found = matches_for(viewer).select_related("entry").filter(pk=match_id).first()
    if found is None:
        raise _none(f"match:{match_id}")
    return found


def comparison(viewer: Officer, entry_id: UUID, *, at: datetime) -> Comparison:
    """Both sides opened, with a line in the ledger for the line of the list, and one for each case of whoever it is held
    against: they are told as well. While one of them waits to be compared, that is what for; once all are decided, whoever
    opens them again without having decided it themselves is asked (`registry.queries.purposes`)."""
    matches = list(matches_for(viewer).filter(entry=entry_id).select_related("entry__operation", "person"))
    if not matches:
        raise _none(f"roster:{entry_id}")
    entry = matches[0].entry
    known = list(Case.objects.filter(person__in=[each.person_id for each in matches]).order_by("pk"))
    kept = {case.pk: _what_for(viewer, case, matches) for case in known}
    of_list = next(iter(kept.values()), OWN)
    with ledger.reading():
        for case in known:
            subject = f"case:{case.pk}"
            ledger.write(act="compare_people", by=viewer, at=at, subject=subject, fields=READ, **kept[case.pk])
        about, people = f"roster:{entry.pk}", 1 + len(matches)
        ledger.write(act="compare_people", by=viewer, at=at, subject=about, fields=READ, people=people, **of_list)
        said = vault.unseal(entry)
        found = [_candidate(each, entry, said, viewer) for each in matches]
    strengths = [each.value for each in Strength]
    return Comparison(
        entry, side_of_line(entry, said), tuple(sorted(found, key=lambda c: strengths.index(c.match.strength)))
    )


def _what_for(viewer: Officer, case: Case, matches: list[RosterMatch]) -> dict[str, str]:
    if any(each.state in RosterMatch.OPEN or each.decided_by_id == viewer.pk for each in matches):
        return OWN
    return of_reading(viewer, access.Act.COMPARE, case, own=OWN["purpose"])


def case_of_line(entry: RosterEntry, viewer: Officer) -> Case | None:
    """The case that came of this line, where the viewer may screen in it; begun at several desks, the viewer's first."""
    begun = Case.objects.filter(Q(pk=entry.case_id) | Q(screenings__roster_entry=entry)).distinct()
    cases = access.within(begun, viewer, access.Act.SCREEN).select_related("person")
    return min(cases, key=lambda case: (case.desk_id != viewer.desk.pk, case.opened_at), default=None)


def recognised_case(entry: RosterEntry, viewer: Officer) -> Case | None:
    """The case of the person an officer recognised in this line, where the viewer may screen in it; the latest one."""
    same = entry.matches.filter(state=RosterMatch.State.SAME).values("person")
    cases = access.within(Case.objects.filter(person__in=same), viewer, access.Act.SCREEN)
    return cases.select_related("person").order_by("-opened_at").first()


def _candidate(match: RosterMatch, entry: RosterEntry, said: dict[str, Any], viewer: Officer) -> Candidate:
    known = vault.unseal(match.person)
    listed, theirs = _particulars(entry, [said.get("name", "")], said), _of_person(match.person, known)
    likeness = likeness_of(listed, theirs, same_paper=match.strength == Strength.PAPER)
    side = side_on_record(match.person, known, viewer)
    return Candidate(match, side, match.strength, reasons_of(match.strength, births(listed, theirs), likeness))


def side_on_record(person: Person, known: dict[str, Any], viewer: Officer) -> Side:
    """`known`: the person's record, opened; the caller writes the ledger line."""
    seen = access.within(Case.objects.filter(person=person), viewer, access.Act.SEE_CASE)
    return Side(
        tuple((each["text"], script_of(each["text"]), each.get("source", "")) for each in known.get("names", ())),
        known.get("birth_date", "") or years_of(person),
        person.get_sex_display(),
        person.nationality,
        tuple(each.get("number", "") for each in known.get("documents", ())),
        tuple(seen.order_by("-opened_at")),
    )


def side_of_line(entry: RosterEntry, said: dict[str, Any]) -> Side:
    name, document = said.get("name", ""), said.get("document", "")
    return Side(
        ((name, script_of(name), "list"),) if name else (),
        said.get("birth_date", "") or years_of(entry),
        entry.get_sex_display(),
        entry.nationality,
        (document,) if document else (),
    )


def _of_person(person: Person, known: dict[str, Any]) -> Particulars:
    return _particulars(person, [each["text"] for each in known.get("names", ())], known)


def _particulars(record: Person | RosterEntry, names: list[str], said: dict[str, Any]) -> Particulars:
    written = tuple(filter(None, names))
    return Particulars(written, said.get("birth_date", ""), record.born_from, record.born_to, record.sex)


def years_of(record: Person | RosterEntry) -> str:
    if record.born_from is None:
        return ""
    return str(record.born_from) if record.born_from == record.born_to else f"{record.born_from}–{record.born_to}"


def _none(subject: str) -> NotPermitted:
    return NotPermitted(
        _("There is nobody here for your post to compare."),
        _("The TIP Centre compares the people on every list with those on record."),
        subject=subject,
    )
