"""A return as it stands: what is on record for it, what still lacks, and its page for those who prepare or receive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.returning import RiskFactor
from panoh.protection.models import Return, ReturnRisk, ReturnWish
from panoh.protection.queries.abroad import Word, stands_for_return, word_on_return
from panoh.protection.rules.returns import Lacking, Prepared, Risk, Wish, lacks
from panoh.referral.rules.agreement import purposes_for
from panoh.registry import access, ledger, vault
from panoh.registry.beside import Beside
from panoh.registry.models import Case, Consent, Desk, Officer, Purpose
from panoh.registry.queries import cases_for
from panoh.registry.queries.consents import consent_to
from panoh.registry.queries.procedures import procedure_of
from panoh.registry.refusals import NotPermitted
from panoh.registry.rules.clocks import due
from panoh.screening.queries.reading import mark_of

CLOCK = "return_risk_assessment"
SHARED_FIELDS = ("names", "birth_date", "documents", "contact", "needs", "plan")
"""What a receiver may be told of, field by field. What happened to the person is not among them."""


@dataclass(frozen=True)
class ReturnPage:
    """`told`: the sealed words. `keeps`: the viewer prepares it; `receives`: their desk is the one to say that the person
    came. `lacking`: what stands between the person and a departure today.
    `word`: what the data-protection officer said of a receiver abroad. `mark`: of what stands, for whoever keeps it."""

    row: Return
    lacking: tuple[Lacking, ...]
    told: dict[str, str]
    risk: ReturnRisk | None
    risk_words: dict[str, str]
    factors: tuple[tuple[RiskFactor, str], ...]
    good_until: datetime | None
    wish: ReturnWish | None
    wish_words: str
    word: Word
    keeps: bool
    receives: bool
    mark: str

    @property
    def stands(self) -> str:
        return standing(self.row, bool(self.lacking))


def standing(row: Return, lacking: bool) -> str:
    """Where a return stands, derived from what was recorded."""
    if row.ended_at is not None:
        return "ended"
    if row.received_at is not None:
        return "received"
    if row.departed_at is not None:
        return "departed"
    return "planned" if lacking else "ready"


def mark_of_return(row: Return) -> str:
    """A mark of all a return rests on, its plan, receiver, risks and wish: what a page of any of them showed. Risks assessed for
    one place are no answer for another, which a colleague chose meanwhile."""
    risk, wishes = row.risks.filter(replaced_at=None).first(), row.wishes.count()
    return f"{mark_of(row)}-{str(risk.pk)[:8] if risk else ''}-{wishes}"


def factors() -> tuple[RiskFactor, ...]:
    return countries.returning(settings.COUNTRY).factors


def under_way(case: Case) -> Return | None:
    under = (each for each in returns_in(case) if each.ended_at is None and each.received_at is None)
    return min(under, key=lambda each: each.pk, default=None)


def returns_in(case: Case) -> tuple[Return, ...]:
    """Planned, under way and called off, the earliest first."""
    return _RETURNS.of(case)


_RETURNS = Beside(
    lambda of: (
        Return.objects.filter(case=of).select_related("receiver_desk__agency", "desk").order_by("planned_at", "pk")
    )
)


def lacking_now(row: Return, *, at: datetime) -> tuple[Lacking, ...]:
    """What lacks for a departure at this moment; asked by the page, the list and the act alike."""
    if row.departed_at is not None or row.ended_at is not None:
        return ()
    return lacks(_prepared(row, at), factors(), at=at)


def good_until(risk: ReturnRisk) -> datetime:
    """As long as the procedure of the case lets an assessment of its risks count."""
    clock = procedure_of(risk.of_return.case).clock(CLOCK)
    return due(risk.assessed_at, clock, countries.calendar(settings.COUNTRY))


def abroad(country: str) -> bool:
    return country != countries.country(settings.COUNTRY).alpha2


def agreed_to_tell(case: Case, desk: Desk | None) -> Consent | None:
    """The person's yes to the receiver being told of them: a body abroad, or a desk in the country."""
    if desk is None:
        return consent_to(case, Purpose.FOREIGN)
    return consent_to(case, *purposes_for(desk.agency.kind), desk=desk)


def return_for(viewer: Officer, return_id: UUID, act: access.Act = access.Act.PREPARE_RETURN) -> Return:
    """A return in a case in which the viewer may do `act`, or NotPermitted without telling whether it exists."""
    rows = Return.objects.select_related("case__person", "case__desk", "desk", "receiver_desk__agency", "disclosure")
    row = rows.filter(pk=return_id, case__in=cases_for(viewer, act)).first()
    if row is None:
        raise NotPermitted(
            _("There is no such return, or another desk prepares it."), _("Ask the desk that works on the case.")
        )
    return row


def return_received_by(viewer: Officer, return_id: UUID) -> Return:
    """A return the viewer prepares, or whose person their desk receives."""
    if access.may(viewer, access.Act.PREPARE_RETURN) and _theirs(viewer).filter(pk=return_id).exists():
        return return_for(viewer, return_id)
    row = return_for(viewer, return_id, access.Act.RECEIVE_RETURN)
    if row.receiver_desk_id != viewer.desk.pk:
        raise NotPermitted(
            _("There is no such return, or another desk prepares it."), _("Ask the desk that works on the case.")
        )
    return row


def return_page(viewer: Officer, return_id: UUID, *, at: datetime) -> ReturnPage:
    """Whole to whoever prepares it; the receiver reads what is agreed for the time after, and no risk. On record."""
    row = return_received_by(viewer, return_id)
    keeps = _theirs(viewer).filter(pk=row.pk).exists()
    risk, wish = row.risks.filter(replaced_at=None).first() if keeps else None, newest_wish(row) if keeps else None
    fields = ("where", "reintegration", *(("remedies", "risk", "wish") if keeps else ()))
    with ledger.reading():
        ledger.write(act="read_return", by=viewer, at=at, subject=f"case:{row.case_id}", fields=fields)
        told = vault.unseal(row)
        answers = risk.factors if risk else {}
        return ReturnPage(
            row=row,
            lacking=lacking_now(row, at=at) if keeps else (),
            told=told if keeps else {key: told.get(key, "") for key in ("where", "reintegration")},
            risk=risk,
            risk_words=vault.unseal(risk) if risk else {},
            factors=tuple((each, answers[each.key]) for each in factors() if each.key in answers),
            good_until=good_until(risk) if risk else None,
            wish=wish,
            wish_words=vault.unseal(wish).get("words", "") if wish else "",
            word=word_on_return(row) if keeps else Word("", None, ""),
            keeps=keeps,
            receives=row.receiver_desk_id == viewer.desk.pk,
            mark=mark_of_return(row) if keeps else "",
        )


def returns_of(viewer: Officer) -> QuerySet[Return]:
    """Returns under way that the viewer prepares or their desk is to receive, by the day they are planned for."""
    receives = Return.objects.filter(receiver_desk=viewer.desk, case__in=cases_for(viewer, access.Act.RECEIVE_RETURN))
    rows = (_theirs(viewer) | receives).filter(ended_at=None, received_at=None)
    return rows.distinct().select_related("case", "receiver_desk").order_by("planned_on", "pk")


def newest_wish(row: Return) -> ReturnWish | None:
    """The latest word about this place; what was said of another one does not count."""
    return next((each for each in _WISHES.of(row) if each.said_at >= row.settled_at), None)


_WISHES = Beside(lambda of: ReturnWish.objects.filter(of_return=of).order_by("-said_at", "-pk"), "of_return")
_RISKS = Beside(lambda of: ReturnRisk.objects.filter(of_return=of, replaced_at=None).order_by("pk"), "of_return")


def _theirs(viewer: Officer) -> QuerySet[Return]:
    return Return.objects.filter(case__in=cases_for(viewer, access.Act.PREPARE_RETURN))


def _prepared(row: Return, at: datetime) -> Prepared:
    case, risk, wish = row.case, _RISKS.first(row), newest_wish(row)
    child = case.track == Case.Track.CHILD
    return Prepared(
        child=child,
        risk=Risk(risk.factors, risk.conclusion, good_until(risk)) if risk else None,
        wish=Wish(wish.wished, wish.present, wish.told_free) if wish else None,
        receiver_named=row.receiver_named_at is not None,
        shared=child or agreed_to_tell(case, row.receiver_desk) is not None,
        interests=child and _in_their_interests(case, at),
        guardian=child and case.guardians.filter(ended_on=None).exists(),
        document=row.document,
        fit=row.fit,
        escort=row.escort,
        unmarked=row.unmarked,
        reintegration=bool(vault.unseal(row).get("reintegration", "").strip()),
        transfer=stands_for_return(row),
    )


def _in_their_interests(case: Case, at: datetime) -> bool:
    stands = Q(question="return_safely", replaced_at=None, goes_ahead=True, guardian_present=True)
    return case.interests.filter(stands, review_on__gte=timezone.localdate(at)).exists()
