"""Children held by the state: how many, since when, when last looked at, which reviews are late, and who was let in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, DateField, Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from panoh.identification.queries.counted_as import counted_as
from panoh.instruments import countries
from panoh.protection.models import Custody, CustodyAccess, CustodyReview
from panoh.protection.queries.plans_due import day_over
from panoh.protection.rules.custody import overdue
from panoh.registry import access, ledger, vault
from panoh.registry.asking import Asked, reckoned
from panoh.registry.models import BestInterests, Case, Officer
from panoh.registry.parts import Part, each, waiting
from panoh.registry.queries import cases_for
from panoh.registry.queries.purposes import is_missing, of_reading
from panoh.registry.refusals import NotPermitted
from panoh.registry.reversing import address_of
from panoh.registry.wording import choice
from panoh.registry.worklists import WorkItem
from panoh.screening.queries.operations import operations_for

AHEAD = timedelta(days=7)
AT_THE_TOP = 5
"""So many late reviews stand before everything; all of them stand on the page of children who are held."""


@dataclass(frozen=True)
class ReviewShown:
    row: CustodyReview
    words: str


@dataclass(frozen=True)
class AccessShown:
    row: CustodyAccess
    words: str


@dataclass(frozen=True)
class CustodyPage:
    """`case`: the child's, also where the custody came with a line of a roster that has a case by now."""

    row: Custody
    case: Case | None
    where: str
    words: str
    reviews: tuple[ReviewShown, ...]
    accesses: tuple[AccessShown, ...]
    interests: BestInterests | None
    """The assessment of where and with whom the child lives that stands; none was made where this is empty."""
    guardian: bool
    may_assess: bool
    late: bool
    asks_purpose: bool = False
    """Where the child is and what reviews say is shown once the viewer said what for; a review waits for no answer."""


@dataclass(frozen=True)
class Custodies:
    """Everybody held now, the longest overdue first. Numbers of children, each once, whatever number of records they have;
    `late` of reviews, `asked` and `refused` of monitors."""

    rows: tuple[Custody, ...]
    total: int
    late: int
    never_reviewed: int
    no_basis: int
    without_interests: int
    asked: int
    refused: int
    longest_since: date | None
    by_body: tuple[tuple[str, int], ...]


def custodies_for(viewer: Officer) -> QuerySet[Custody]:
    """Children of cases in the viewer's reach, and of rosters they work on who have no case yet."""
    if not access.may(viewer, access.Act.KEEP_CUSTODY):
        return Custody.objects.none()
    seen = cases_for(viewer, access.Act.KEEP_CUSTODY)
    mine = Q(case__in=seen) | Q(case=None, roster_entry__case__in=seen)
    if access.may(viewer, access.Act.RUN_OPERATION):
        mine |= Q(case=None, roster_entry__case=None, roster_entry__operation__in=operations_for(viewer))
    return Custody.objects.filter(mine)


def custodies_of(case: Case) -> QuerySet[Custody]:
    """The case's own, and those begun on a line of a roster that has become this case's since."""
    return Custody.objects.filter(Q(case=case) | Q(case=None, roster_entry__case=case))


def custody_for(viewer: Officer, custody_id: UUID) -> Custody:
    rows = custodies_for(viewer).select_related(
        "case__person", "roster_entry__operation", "roster_entry__case", "recorded_by__post"
    )
    row = rows.filter(pk=custody_id).first()
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such record of a child who is held, or it is for another desk."),
            gettext_lazy("Ask the desk that works on the case, or the intake desk."),
        )
    return row


def access_asked(viewer: Officer, access_id: UUID) -> CustodyAccess:
    rows = CustodyAccess.objects.select_related("custody__case", "custody__roster_entry__case")
    row = rows.filter(pk=access_id, custody__in=custodies_for(viewer)).first()
    if row is None:
        raise NotPermitted(
            gettext_lazy("There is no such record of a child who is held, or it is for another desk."),
            gettext_lazy("Ask the desk that works on the case, or the intake desk."),
        )
    return row


def custody_page(viewer: Officer, custody_id: UUID, *, at: datetime) -> CustodyPage:
    """The place and the words of reviews are opened, on record; what their own desk recorded, and on whoever has no case, without
    asking what for."""
    row = custody_for(viewer, custody_id)
    subject = f"case:{row.case_id}" if row.case_id else f"roster:{row.roster_entry_id}"
    case = row.case or (row.roster_entry.case if row.roster_entry else None)
    care = case.interests.filter(question="care", replaced_at=None).first() if case else None
    others = case if case and row.recorded_by.post.desk_id != viewer.desk.pk else None
    asks = others is not None and is_missing(viewer, access.Act.KEEP_CUSTODY, others)
    kept = of_reading(viewer, access.Act.KEEP_CUSTODY, others) if others and not asks else {}
    opened, fields = not asks, ("where", "reviews", "accesses")
    with ledger.reading():
        if opened:
            ledger.write(act="read_custody", by=viewer, at=at, subject=subject, fields=fields, **kept)
        told = vault.unseal(row) if row.sealed and opened else {}
        return CustodyPage(
            row=row,
            case=case,
            where=told.get("where", ""),
            words=told.get("words", ""),
            reviews=tuple(
                ReviewShown(each, _words(each, opened))
                for each in row.reviews.select_related("by__post__desk").order_by("-at")
            ),
            accesses=tuple(
                AccessShown(each, _words(each, opened)) for each in row.accesses.order_by("-asked_on", "-pk")
            ),
            interests=care,
            guardian=case is not None and case.guardians.filter(ended_on=None).exists(),
            may_assess=case is not None and access.may(viewer, access.Act.ASSESS_INTERESTS, case),
            late=row.ended_on is None and overdue(row.review_due, today=timezone.localdate(at)),
            asks_purpose=asks,
        )


def custodies_now(viewer: Officer, *, today: date) -> Custodies:
    """How many children are held, since when, when last looked at, what is late, and whether anybody was let in."""
    access.require(viewer, access.Act.KEEP_CUSTODY)
    held = (
        custodies_for(viewer)
        .filter(ended_on=None)
        .select_related("case", "roster_entry")
        .annotate(
            of_case=Coalesce("case", "roster_entry__case"),
            child=Coalesce(counted_as("case__person"), counted_as("roster_entry__case__person")),
            last_review=Max("reviews__at"),
            asked_for=Count("accesses", distinct=True),
            refused=Count("accesses", filter=Q(accesses__given=False), distinct=True),
        )
    )
    rows = tuple(held.order_by("review_due", "since", "pk"))
    who = {each.pk: each.child or each.pk for each in rows}
    cared_for = BestInterests.objects.filter(question="care", replaced_at=None)
    assessed = set(cared_for.filter(case__in=[each.of_case for each in rows]).values_list("case", flat=True))

    def children(which: Iterable[Custody]) -> int:
        return len({who[each.pk] for each in which})

    total = children(rows)
    by_body = Counter(body for _child, body in {(who[each.pk], choice(each, "held_by")) for each in rows})
    return Custodies(
        rows=rows,
        total=total,
        late=sum(overdue(each.review_due, today=today) for each in rows),
        never_reviewed=total - children(each for each in rows if each.last_review),
        no_basis=children(each for each in rows if each.basis == Custody.Basis.NONE_SHOWN),
        without_interests=total - children(each for each in rows if each.of_case in assessed),
        asked=sum(each.asked_for for each in rows),
        refused=sum(each.refused for each in rows),
        longest_since=min((each.since for each in rows), default=None),
        by_body=tuple(sorted(by_body.items())),
    )


def custody_parts() -> tuple[Part[WorkItem], ...]:
    """A review that is late stands before everything else, whatever waits beside it; of many that are late together the first
    few, and the others among what is overdue."""
    rows = lambda: Custody.objects.select_related("case", "roster_entry")  # noqa: E731  # read for two parts
    late = waiting(lambda viewer, now: _reviews(viewer, now).filter(review_due__lt=_day(now)), "pk", "review_due")
    ahead = waiting(
        lambda viewer, now: _reviews(viewer, now).filter(review_due__gte=_day(now), review_due__lte=_day(now + AHEAD)),
        "pk",
        "review_due",
    )
    unanswered = waiting(_unanswered, "pk", "asked_on")
    return (
        Part((late,), each(_review), rows, day_over, first=True, at_top=AT_THE_TOP),
        Part((ahead,), each(_review), rows, day_over),
        Part(
            (unanswered,),
            each(_access),
            lambda: CustodyAccess.objects.select_related("custody__case", "custody__roster_entry"),
            _answer_by,
        ),
    )


def _reviews(viewer: Officer, _now: datetime) -> QuerySet[Custody]:
    """Whoever cares for the child: their guardian, manager and desk; the intake desk answers for all."""
    return custodies_for(viewer).filter(ended_on=None).order_by("review_due", "pk")


def _unanswered(viewer: Officer, _now: datetime) -> QuerySet[CustodyAccess]:
    rows = CustodyAccess.objects.filter(given=None, custody__ended_on=None, custody__in=custodies_for(viewer))
    return rows.order_by("asked_on", "pk")


def _review(row: Custody, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.reference,
        stage="protection",
        what=_("Look whether the child still has to be held"),
        why=choice(row, "held_by"),
        address=address_of("protection:custody", row.pk),
        escalated=due_at < asked.now,
    )


def _access(row: CustodyAccess, due_at: datetime, asked: Asked) -> WorkItem:
    return WorkItem(
        due_at=due_at,
        reference=row.custody.reference,
        stage="protection",
        what=_("Record whether they were let in to the child"),
        why=choice(row, "monitor"),
        address=address_of("protection:custody", row.custody_id),
        escalated=due_at < asked.now,
    )


def _answer_by(asked_on: date) -> datetime:
    return day_over(asked_on + countries.returning(settings.COUNTRY).custody.access_answer)


def _day(now: datetime) -> date:
    return reckoned(now, timezone.localdate, DateField())


def _words(row: CustodyReview | CustodyAccess, opened: bool) -> str:
    return str(vault.unseal(row).get("words", "")) if row.sealed and opened else ""
