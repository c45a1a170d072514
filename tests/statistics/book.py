"""Writes case records straight into the tables, so that a test of counting can choose every date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from panoh.identification.models import Decision
from panoh.justice.models import Penalty
from panoh.protection.models import ConsularFile, Custody, Place, Return, ServiceGiven, Shelter, Stay
from panoh.referral.models import Need, Referral, Response
from panoh.registry import vault
from panoh.registry.models import Case, CaseStep, Disclosure, Installation, Officer, Person
from panoh.registry.references import new_reference
from panoh.screening.models import Operation, RosterEntry, Screening
from panoh.statistics.actions import prepare_edition
from panoh.statistics.models import Edition
from panoh.statistics.rules.periods import Period, PeriodKind
from tests.cast import Cast

DUSHANBE = ZoneInfo("Asia/Dushanbe")
CANARY = "Канарейка Бузургмеҳрова"


def moment(text: str) -> datetime:
    """A moment in Dushanbe: `2026-03-01` is its noon, `2026-03-01 23:30` the minute."""
    return datetime.fromisoformat(text if " " in text else f"{text} 12:00").replace(tzinfo=DUSHANBE)


def frozen_year(analyst: Officer, *, at: datetime) -> Edition:
    """The figures of last year, prepared and not signed yet, in an installation that kept records then."""
    Installation.objects.update(set_up_at=at.replace(year=at.year - 1))
    return prepare_edition(period=Period(PeriodKind.CALENDAR_YEAR, at.year - 1), by=analyst, at=at)


@dataclass
class Book:
    """Whoever is written here is called by the canary's name, which no figure may ever show."""

    cast: Cast
    beds: int = 0
    shelters: dict[int, Shelter] = field(default_factory=dict)

    @property
    def officer(self) -> Officer:
        return self.cast.zarina

    def opened(self, since: str) -> None:
        """The installation keeps records since this day."""
        Installation.objects.update(set_up_at=moment(since))

    def person(self, **facts: Any) -> Person:
        given = {"sex": "female", "born_from": 2000, "born_to": 2000, "nationality": "TJ", **facts}
        person = Person(reference=new_reference(), registered_at=moment("2024-01-01"), **given)
        vault.seal(person, {"names": [{"text": CANARY, "script": "Cyrl", "source": "passport"}]})
        person.save()
        return person

    def case(self, person: Person | None = None, *, on: str = "2026-03-01", **facts: Any) -> Case:
        given = {"track": "adult", "state": "presumed", "form": "labour", "region": "TJ-SU-01", **facts}
        return Case.objects.create(
            reference=new_reference(),
            person=person or self.person(),
            state_since=moment(on),
            procedure_version="1",
            opened_at=moment(on),
            opened_by=self.officer,
            desk=self.officer.desk,
            **given,
        )

    def step(self, case: Case, to_state: str, on: str) -> CaseStep:
        return CaseStep.objects.create(case=case, step="test", to_state=to_state, at=moment(on), by=self.officer)

    def presumed(self, on: str = "2026-03-01", person: Person | None = None, **facts: Any) -> Case:
        case = self.case(person, on=on, **facts)
        self.step(case, "presumed", on)
        return case

    def screened(self, case: Case | None, on: str, outcome: str = "finished") -> Screening:
        return Screening.objects.create(
            case=case,
            instrument="ilo_ec_adult_labour",
            instrument_version="1",
            track="adult",
            outcome=outcome,
            desk=self.officer.desk,
            started_by=self.officer,
            started_at=moment(on),
            finished_at=moment(on),
        )

    def decided(
        self, case: Case, on: str, *, outcome: str = "positive", stage: str = "formal", **facts: Any
    ) -> Decision:
        given = {
            "status": "final",
            "form": "labour",
            "proposed_by": self.cast.rustam,
            "proposed_at": moment(on),
            **facts,
        }
        if outcome == "negative" and given["status"] == "final":
            given |= {"signed_by": self.cast.malika, "signed_at": moment(on)}
        return Decision.objects.create(case=case, stage=stage, outcome=outcome, **given)

    def accepted(self, case: Case, on: str, *, accepted: bool = True) -> Response:
        disclosure = Disclosure.objects.create(
            case=case, to_desk=self.cast.shahlo.desk, purpose="service", fields=[], from_at=moment(on)
        )
        need = Need.objects.create(
            case=case,
            desk=case.desk,
            service="shelter",
            urgency="now",
            recorded_by=self.officer,
            recorded_at=moment(on),
        )
        referral = Referral.objects.create(
            need=need,
            desk=need.desk,
            to_desk=self.cast.shahlo.desk,
            disclosure=disclosure,
            status="accepted" if accepted else "declined",
            sent_by=self.officer,
            sent_at=moment(on),
            answer_due=moment(on),
        )
        reason = "" if accepted else "full"
        return Response.objects.create(
            referral=referral, accepted=accepted, decline_reason=reason, by=self.cast.shahlo, at=moment(on)
        )

    def served(self, case: Case, on: str, service: str = "legal_help", officer: Officer | None = None) -> ServiceGiven:
        giver = officer or self.cast.shahlo
        return ServiceGiven.objects.create(
            case=case,
            service=service,
            desk=giver.desk,
            on=date.fromisoformat(on),
            payer="state",
            recorded_by=giver,
            recorded_at=moment(on),
        )

    def returned(self, case: Case, *, departed: str, received: str | None) -> Return:
        came = moment(received) if received else None
        return Return.objects.create(
            case=case,
            desk=self.officer.desk,
            to_country="UZ",
            planned_on=moment(departed).date(),
            document="has",
            escort="arranged",
            unmarked=True,
            planned_at=moment(departed),
            planned_by=self.officer,
            settled_at=moment(departed),
            receiver_named_at=moment(departed),
            departed_at=moment(departed),
            departed_by=self.officer,
            received_at=came,
            received_by=self.officer if came else None,
            arrived_on=came.date() if came else None,
        )

    def line(self, case: Case | None, on: str) -> RosterEntry:
        """On the list of a flight, which has got this case since."""
        flight = {
            "kind": "flight",
            "title": f"Return {Operation.objects.count()}",
            "opened_by": self.officer,
            "desk": self.officer.desk,
        }
        operation = Operation.objects.create(on=moment(on).date(), opened_at=moment(on), **flight)
        return RosterEntry.objects.create(operation=operation, row=1, digest="x", case=case)

    def held(self, case: Case | None, *, since: str, ended: str | None, line: RosterEntry | None = None) -> Custody:
        over = {"ended_on": moment(ended).date(), "ended_at": moment(ended), "ended_by": self.officer} if ended else {}
        return Custody.objects.create(
            case=case,
            roster_entry=line,
            held_by="transit",
            basis="court",
            since=moment(since).date(),
            review_due=moment(since).date(),
            recorded_at=moment(since),
            recorded_by=self.officer,
            ended_because="reunited" if ended else "",
            **over,
        )

    def penalised(self, case: Case | None, on: str, line: RosterEntry | None = None) -> Penalty:
        made = Penalty(
            case=case,
            roster_entry=line,
            kind="fine",
            imposed_on=moment(on).date(),
            authority="police",
            assess_by=moment(on),
            recorded_at=moment(on),
            recorded_by=self.officer,
        )
        if case is not None:
            vault.seal(made, {"words": CANARY, "place": ""})
        made.save()
        return made

    def consular(self, case: Case, on: str) -> ConsularFile:
        closed = {"closed_at": moment(on), "closed_by": self.officer, "closed_because": "stays"}
        given = {"country": "RU", "met": "asked", "wish": "stay", "opened_at": moment(on), **closed}
        return ConsularFile.objects.create(case=case, desk=self.officer.desk, opened_by=self.officer, **given)

    def stayed(self, case: Case, since: str, until: str | None = None) -> Stay:
        desk = self.cast.shahlo.desk
        shelter = self.shelters.get(desk.pk) or Shelter.objects.create(desk=desk, code="S-1")
        self.shelters[desk.pk] = shelter
        self.beds += 1
        place = Place.objects.create(shelter=shelter, room="1", bed=self.beds, kind="women")
        return Stay.objects.create(
            case=case,
            place=place,
            family=uuid4(),
            from_at=moment(since),
            until_at=moment(until) if until else None,
            given_by=self.cast.shahlo,
            ended_by=self.cast.shahlo if until else None,
        )
