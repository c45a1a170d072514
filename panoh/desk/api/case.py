"""API of the desk: what is mine and what waits on whom; one case on one page, as far as the caller's post may see it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from panoh.desk import work
from panoh.desk.case_page import CasePage, case_page
from panoh.desk.case_paper import print_case
from panoh.desk.closing import close_as_seen, closing_page
from panoh.desk.digest import set_post_mail
from panoh.protection.actions import take_consent
from panoh.protection.actions.closing import Given
from panoh.protection.models import CaseClosing
from panoh.registry.access import Act, require
from panoh.registry.actions import set_contact_rules
from panoh.registry.models import Consent, Post, Purpose
from panoh.registry.pages import PDF, download, officer_of, spoken_in
from panoh.registry.queries import case_for
from panoh.registry.rules.contact import Reach, Said
from panoh.registry.wording import spoken

router = Router()
AS_PDF = {
    "responses": {
        200: {"description": "The paper.", "content": {PDF: {"schema": {"type": "string", "format": "binary"}}}}
    }
}


class OpenOut(Schema):
    """`paused`: it stands still with the case; `due_at` moves by as long as the pause lasts."""

    track: str
    what: str
    with_whom: str
    due_at: datetime | None
    late: bool
    guaranteed: bool
    paused: bool


class EventOut(Schema):
    at: datetime
    track: str
    what: str
    by: str
    day_only: bool


class IdentityOut(Schema):
    """`shown`: which of names, birth_date, documents and contact the caller's desk was let see. Another is empty here whether it
    is on record or not."""

    names: list[dict[str, str]]
    birth_date: str
    documents: list[dict[str, str]]
    shown: list[str]


class ReachOut(Schema):
    """`way` is what may be used; where `allowed` is false nobody contacts the person. `said` are their rules."""

    allowed: bool
    way: str
    forbidden: bool
    no_message: bool = False
    how: str = ""
    when: str = ""
    by_whom: str = ""
    never: list[str] = []
    rules: UUID | None = None

    @classmethod
    def of(cls, reach: Reach) -> ReachOut:
        said = vars(reach.said) if reach.said else {}
        kept = {key: value for key, value in said.items() if key != "allowed"}
        return cls(allowed=reach.allowed, way=reach.way, forbidden=reach.forbidden, rules=reach.rules, **kept)


class ContactIn(Schema):
    """The person's own rules. `never`: numbers nobody may call. `after`: the `rules` read before, none for the first."""

    allowed: bool
    no_message: bool = False
    how: str = Field("", max_length=500)
    when: str = Field("", max_length=500)
    by_whom: str = Field("", max_length=500)
    never: list[str] = []
    after: UUID | None = None


class CaseOut(Schema):
    """`identity` is empty where the post may not open it; opening it is on record. `asks_purpose`: it may, once it says what for
    in the header X-Purpose. `erased_at`: the names were erased, and nothing of them is opened."""

    reference: str
    state: str
    state_name: str
    track: str
    procedure: str
    """The version it runs under."""
    responsible_desk: str
    case_manager: str
    identity: IdentityOut | None
    asks_purpose: bool
    erased_at: datetime | None
    reach: ReachOut | None
    open: list[OpenOut]
    past: list[EventOut]


class LineOut(Schema):
    """`with_whom`: whose work it is, where it is here because it is late. `mark`: how well the rule's text was verified."""

    reference: str
    stage: str
    what: str
    why: str
    due_at: datetime
    late: bool
    escalated: bool
    with_whom: str
    rule: str
    mark: str
    address: str


class AwaitedOut(Schema):
    reference: str
    stage: str
    what: str
    of_whom: str
    since: datetime
    due_at: datetime
    late: bool


WorkOf = Literal[
    "", "ledger", "screening", "identification", "referral", "protection", "justice", "prevention", "assessment"
]
"""A stage whose work is asked for; empty for that of all."""


class WorkOut(Schema):
    """`more`: a further page has lines."""

    total: int
    more: bool
    by_stage: dict[str, int]
    mine: list[LineOut]
    waiting_total: int
    waiting: list[AwaitedOut]


@router.get("/work", response=WorkOut)
def my_work(
    request: HttpRequest, stage: WorkOf = "", page: Annotated[int, Query(ge=1, le=work.MOST_PAGES)] = 1
) -> WorkOut:
    """What is mine to do, most urgent first across stages or of one `stage`, page by page, and what waits on others, the
    soonest due first."""
    officer, now = officer_of(request), timezone.now()
    found, waits = work.my_work(officer, now=now, stage=stage, page=page), work.waiting(officer)
    return WorkOut(
        total=found.total,
        more=found.more,
        by_stage=dict(found.counts),
        mine=[
            LineOut(late=each.overdue(now), **{k: v for k, v in vars(each).items() if k != "since"})
            for each in found.mine
        ],
        waiting_total=waits.total,
        waiting=[
            AwaitedOut(late=each.overdue(now), **{k: v for k, v in vars(each).items() if k != "address"})
            for each in waits.items
        ],
    )


class MailGiven(Schema):
    """Empty ends it."""

    mail: str


@router.post("/posts/{post_id}/mail", response={204: None})
def set_mail(request: HttpRequest, post_id: int, given: MailGiven) -> Status[None]:
    """Where the post's digest goes: counts and references only."""
    officer = officer_of(request)
    require(officer, Act.MANAGE_POSTS)
    post = get_object_or_404(Post, pk=post_id)
    set_post_mail(post=post, mail=given.mail.strip(), by=officer, at=timezone.now())
    return Status(204, None)


@router.get("/cases/{uuid:case_id}", response={200: CaseOut})
def one_case(request: HttpRequest, case_id: UUID) -> CaseOut:
    """Where the case stands, what is open with whom and by when, and what happened on every track."""
    return case_out(case_page(officer_of(request), case_id, at=timezone.now()))


@router.get("/cases/{uuid:case_id}/paper", response={200: None}, openapi_extra=AS_PDF)
def paper(request: HttpRequest, case_id: UUID, language: str = "") -> HttpResponse:
    """The case as PDF, as far as the post may see it, in `language` (tg, ru, en) or the officer's own. It is on record."""
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.PRINT_CASE)
    with spoken_in(language):
        made = print_case(case=case, by=officer, at=timezone.now())
    return download(made, kind=PDF, name=f"{case.reference}.pdf")


@router.post("/cases/{uuid:case_id}/contact", response={204: None})
def contact_rules(request: HttpRequest, case_id: UUID, given: ContactIn) -> Status[None]:
    """How the person may be contacted; it takes the place of what was said before."""
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.TAKE_CONSENT)
    said = Said(**{**given.dict(exclude={"after"}), "never": tuple(given.never)})
    set_contact_rules(case=case, said=said, after=given.after, by=officer, at=timezone.now())
    return Status(204, None)


class ConsentIn(Schema):
    """One answer to one purpose. A yes counts only when it was explained."""

    purpose: Purpose
    given: bool
    language: str = Field(min_length=1, max_length=12)
    explained: bool
    giver: Consent.Giver = Consent.Giver.SELF


@router.post("/cases/{uuid:case_id}/consents", response={204: None})
def ask_consent(request: HttpRequest, case_id: UUID, given: ConsentIn) -> Status[None]:
    officer = officer_of(request)
    case = case_for(officer, case_id, Act.TAKE_CONSENT)
    take_consent(case=case, **given.dict(), by=officer, at=timezone.now())
    return Status(204, None)


class CaseClosingIn(Schema):
    """`seen`: the state, and `still_open`: how much was open, as the caller saw it; otherwise it is refused with 409."""

    seen: str
    outcome: Literal["reached", "wish", "other_help", "abroad", "died"]
    told: Literal["in_person", "telephone", "representative", "guardian", "not_possible"]
    follow_up: Literal["agreed", "declined", "not_asked"]
    last_needs: str = Field(min_length=1, max_length=3000)
    words: str = Field("", max_length=3000)
    still_open: int = Field(ge=0)


class CaseClosingOut(Schema):
    outcome: str
    told: str
    follow_up: str
    still_open: int
    closed_at: datetime


@router.get("/cases/{uuid:case_id}/closing", response=list[OpenOut])
def before_closing(request: HttpRequest, case_id: UUID) -> list[OpenOut]:
    """What is open still. Closing ends none of it."""
    page = closing_page(officer_of(request), case_id, at=timezone.now())
    return [OpenOut.model_validate(each, from_attributes=True) for each in page.open]


@router.post("/cases/{uuid:case_id}/closing", response={201: CaseClosingOut})
def close(request: HttpRequest, case_id: UUID, given: CaseClosingIn) -> Status[CaseClosing]:
    officer, at = officer_of(request), timezone.now()
    page = closing_page(officer, case_id, at=at)
    said = Given(**given.dict(exclude={"seen"}))
    return Status(201, close_as_seen(page, said, seen=given.seen, by=officer, at=at))


def case_out(page: CasePage) -> CaseOut:
    return CaseOut(
        reference=page.case.reference,
        state=page.case.state,
        state_name=spoken(page.state.name),
        track=page.case.track,
        procedure=page.version,
        responsible_desk=str(page.case.desk),
        case_manager=page.case.manager.name if page.case.manager else "",
        identity=IdentityOut.model_validate(page.identity, from_attributes=True) if page.identity else None,
        asks_purpose=page.asks_purpose,
        erased_at=page.case.erased_at,
        reach=ReachOut.of(page.reach) if page.reach else None,
        open=[OpenOut.model_validate(each, from_attributes=True) for each in page.open],
        past=[EventOut.model_validate(each, from_attributes=True) for each in page.past],
    )
