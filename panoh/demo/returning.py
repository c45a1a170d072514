"""Who comes home: people a consulate helps, a return to another country, and children the state holds since a repatriation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from django.db.models import Q

from panoh.demo.clockwork import Life, Strand
from panoh.demo.people import given
from panoh.instruments import countries
from panoh.names.invent import invent
from panoh.protection import actions as protection
from panoh.protection.models import ConsularFile, Return, TransferAbroad
from panoh.protection.queries.returns import mark_of_return
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Desk, Officer, Purpose
from panoh.screening.actions import add_unnamed, open_operation

CHILDREN, SINCE = 84, date(2019, 4, 30)
"""As many as a report of 2021 names, and since when; these are invented."""
ABROAD = (
    (130, "back"),
    (48, "back"),
    (16, "no paper yet"),
    (9, "told less"),
    (6, "stays"),
    (2, "new"),
    (0.4, "asked abroad"),
)
"""How many days ago each asked the consulate for help, and how it went."""
STAYS = {"stays", "told less", "asked abroad"}
CALM = {each.key: "no" for each in countries.returning("tj").factors}


def returning(officers: dict[str, Officer], *, until: datetime) -> Iterator[Life]:
    for number, (ago, how) in enumerate(ABROAD):
        yield _abroad(officers, number, how, start=until - timedelta(days=ago))
    yield _children(officers, start=until - timedelta(days=70))
    yield _home_to_another_country(officers, start=until - timedelta(days=12))


def _abroad(officers: dict[str, Officer], number: int, how: str, *, start: datetime) -> Life:
    """Helped first, then a paper, then the way home or the help of the country there."""
    at = yield start
    consul = officers["consul-moscow"]
    person = invent(70_000 + number, nationality="TJ", sex="f", born=(date(1988, 1, 1), date(1999, 1, 1)))
    file = protection.meet_abroad(
        given=given(person, Random(f"abroad-{number}")),  # noqa: S311  # the same every time, not secret
        file=protection.FileGiven(
            "asked", "stay" if how in STAYS else "return", ("safe_place",), "Invented: her papers were taken."
        ),
        agreed=True,
        language="tg",
        explained=True,
        by=consul,
        at=at,
    )
    if how == "new":
        return
    at = yield at + timedelta(hours=3)
    _agrees(file.case, Purpose.FOREIGN, by=consul, at=at)
    if how in STAYS:
        yield from _helped_there(file, how, consul, officers["data-protection"], at=at)
        return
    paper = protection.ask_document(file=file, kind="certificate", asked_on=at.date(), by=consul, at=at)
    if how == "back":
        at = yield at + timedelta(days=4)
        number_of_it = f"DEMO-{number}"
        protection.issue_document(document=paper, issued_on=at.date(), number=number_of_it, by=consul, at=at)
        yield from _goes_home(file, consul, officers["ngo-khujand"], at=at)


def _helped_there(file: ConsularFile, how: str, consul: Officer, guard: Officer, *, at: datetime) -> Strand:
    """A body there is asked; the data-protection officer says what it may be told, once with less than was asked for."""
    asked = {"body": "Invented: House of Hope", "words": "Invented: a bed and a lawyer."}
    fields = ("names", "documents", "contact") if how == "told less" else ("names",)
    host = protection.refer_to_host(file=file, **asked, fields=fields, by=consul, at=at)
    if how == "asked abroad":
        return at
    at = yield at + timedelta(hours=5)
    if how == "told less":
        words = "Invented: for a bed the name is enough; papers stay with the consulate."
        protection.answer_transfer(
            transfer=TransferAbroad.objects.get(host=host),
            approved=False,
            because="too_much",
            words=words,
            by=guard,
            at=at,
        )
        at = yield at + timedelta(hours=2)
        host = protection.refer_to_host(file=file, **asked, fields=("names",), by=consul, at=at)
        at = yield at + timedelta(hours=3)
    protection.answer_transfer(transfer=TransferAbroad.objects.get(host=host), approved=True, by=guard, at=at)
    at = yield at + timedelta(days=1)
    protection.answer_of_host(referral=host, accepted=True, answered_on=at.date(), by=consul, at=at)
    return at


def _goes_home(file: ConsularFile, consul: Officer, receiver: Officer, *, at: datetime) -> Strand:
    at = yield at + timedelta(days=1)
    case = file.case
    for purpose in (Purpose.SERVICE, Purpose.FOLLOW_UP):
        _agrees(case, purpose, by=consul, at=at)
    row = _prepared(case, "TJ", consul, region="TJ-SU", desk=receiver.desk, at=at)
    at = yield at + timedelta(days=2)
    protection.depart(of_return=row, by=consul, at=at)
    protection.close_consular_file(file=file, because="returned", by=consul, at=at)
    at = yield at + timedelta(days=1)
    words = "Invented: her brother met her; she sleeps."
    protection.receive_return(of_return=row, arrived_on=at.date(), words=words, by=receiver, at=at)
    at = yield at + timedelta(days=89)
    words = "Invented: she sews at home and is well."
    protection.record_return_contact(of_return=row, months=3, came="spoke", words=words, by=receiver, at=at)
    return at


def _home_to_another_country(officers: dict[str, Officer], *, start: datetime) -> Life:
    """A foreign worker whom the manager helps wishes to go home; the day is near and one thing is lacking."""
    at, manager = (yield start), officers["case-manager"]
    foreign = Case.objects.filter(~Q(person__nationality__in=("TJ", "")), manager=manager, track=Case.Track.ADULT)
    mine = Case.objects.filter(manager=manager, track=Case.Track.ADULT).exclude(state="closed")
    case = foreign.exclude(state="closed").order_by("-opened_at", "pk").first() or mine.order_by("-opened_at").first()
    if case is None:
        return
    _agrees(case, Purpose.FOREIGN, by=manager, at=at)
    nation = case.person.nationality
    at = yield at + timedelta(hours=1)
    row = _prepared(case, nation if nation not in {"", "TJ"} else "KZ", manager, document="asked", at=at)
    at = yield at + timedelta(hours=20)
    transfer = row.transfers.get(ended_at=None)
    protection.answer_transfer(transfer=transfer, approved=True, by=officers["data-protection"], at=at)


def _prepared(
    case: Case,
    country: str,
    by: Officer,
    *,
    region: str = "",
    desk: Desk | None = None,
    document: str = Return.Document.HAS,
    at: datetime,
) -> Return:
    """Everything a departure waits for, in one conversation."""
    plan = protection.ReturnGiven(
        country,
        (at + timedelta(days=14)).date(),
        "Invented: her mother, in the village behind the river.",
        to_region=region,
        reintegration="Invented: a room at her sister\u2019s and a sewing machine.",
        remedies="Invented: three months of wages are claimed.",
        document=document,
        fit=True,
        escort=Return.Escort.NOT_NEEDED,
        unmarked=True,
    )
    row = protection.plan_return(case=case, given=plan, by=by, at=at)
    _asked(row, by=by, at=at)
    body = "" if desk else "Invented: Sisters of the border town"
    fields = ("names", "contact")
    return protection.name_receiver(
        of_return=row,
        desk=desk,
        body=body,
        agreed_with="Invented: Madina",
        fields=fields,
        after=mark_of_return(row),
        by=by,
        at=at,
    )


def _asked(row: Return, *, by: Officer, at: datetime) -> None:
    """What the risks are, and what the person says alone."""
    answers = {**CALM, "debt": "yes", "rejection": "unknown"}
    danger, measures = "Invented: a debt of the recruiter.", "Invented: the lender was told by a lawyer."
    risk = {"conclusion": "with_measures", "danger": danger, "measures": measures}
    seen = mark_of_return(row)
    protection.assess_return_risk(of_return=row, answers=answers, **risk, after=seen, by=by, at=at)
    words = "Invented: I want to be home by spring."
    told = {"present": "alone", "language": "tg", "words": words, "after": mark_of_return(row)}
    protection.record_return_wish(of_return=row, wished=True, told_free=True, **told, by=by, at=at)


def _children(officers: dict[str, Officer], *, start: datetime) -> Life:
    """Recorded long after they came: the first reviews are due at once, some are held, and monitors are refused or let in."""
    at = yield start
    by = officers["intake"]
    operation = open_operation(
        kind="camp", title="DEMO Children brought home in 2019", on=SINCE, expected=CHILDREN, by=by, at=at
    )
    held = []
    for entry in add_unnamed(operation=operation, number=CHILDREN, children=True, by=by, at=at):
        body = "children" if entry.row % 7 else "security"
        told = protection.Held(body, "court" if entry.row % 3 else "none_shown", SINCE)
        held.append(protection.open_custody_of_line(entry=entry, given=told, by=by, at=at))
    at = yield at + timedelta(days=5)
    for custody in held[:60]:
        seen = {"outcome": "family_sought", "child_heard": True, "guardian_present": False}
        ahead = (at + timedelta(days=40 + 50 * (custody.roster_entry.row % 2 if custody.roster_entry else 0))).date()
        protection.review_custody(custody=custody, **seen, words="Invented: looked at.", next_on=ahead, by=by, at=at)  # type: ignore[arg-type]  # as the act names them
    at = yield at + timedelta(days=20)
    for number, custody in enumerate(held[:3]):
        asked = protection.ask_custody_access(custody=custody, monitor="ombudsman", asked_on=at.date(), by=by, at=at)
        if number:
            because = "" if number == 1 else "no_permit"
            protection.answer_custody_access(
                asked=asked, given=number == 1, refused_because=because, answered_on=at.date(), by=by, at=at
            )


def _agrees(case: Case, purpose: str, *, by: Officer, at: datetime) -> None:
    record_consent(case=case, purpose=purpose, given=True, language="tg", explained=True, by=by, at=at)
