"""Cases at every point of the mechanism, written in bulk.

The records are those the acts would leave (sealed, indexed, with consents, clocks and a ledger line each), so that
what is measured on them is what an officer would wait for. Zarina's desk has every tenth case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from random import Random

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from panoh.instruments import countries
from panoh.names.invent import InventedPerson, people
from panoh.referral.models import Need
from panoh.registry import ledger, vault
from panoh.registry.models import Case, CaseClock, CaseStep, Consent, Desk, Officer, Person, PersonKey, Post
from panoh.registry.queries.people import digests
from panoh.registry.references import new_reference
from panoh.registry.rules.clocks import due
from panoh.screening.models import Answer, Finding, Screening

STATES = (
    "signal",
    "presumed",
    "referred",
    "preliminary_pending",
    "recovery",
    "preliminary_negative",
    "screened_negative",
)
DESKS = 10


@transaction.atomic
def fill_up_to(wanted: int) -> int:
    """Write the cases missing to `wanted`; returns how many there are now."""
    there, at = Case.objects.count(), timezone.now()
    zarina = Officer.objects.select_related("post__desk").get(username="zarina")
    desks = [zarina.desk, *_others(zarina)]
    random = Random(there)
    made: list[Model] = []
    for number, someone in enumerate(people(wanted - there, seed=there)):
        opened = at - timedelta(hours=random.randrange(24 * 40))
        making = Making(zarina, desks[number % DESKS], STATES[number // DESKS % len(STATES)], opened)
        case, *rest = making.records(someone)
        made += [case.person, case, *rest]
        ledger.write(act="open_case", by=zarina, at=opened, subject=f"case:{case.pk}", track="adult")
    save(made)
    return Case.objects.count()


def _others(officer: Officer) -> list[Desk]:
    posts = Post.objects.filter(role=officer.role).exclude(pk=officer.post_id).select_related("desk")
    return [post.desk for post in posts.order_by("pk")[: DESKS - 1]]


def save(made: list[Model]) -> None:
    """Every kind in bulk, in the order in which one kind first leans on another."""
    kinds: dict[type[Model], list[Model]] = {}
    for record in made:
        kinds.setdefault(type(record), []).append(record)
    for kind, records in kinds.items():
        kind._default_manager.bulk_create(records, batch_size=500)


@dataclass(frozen=True)
class Making:
    """One case in the making: at a desk, in a state, since a moment."""

    by: Officer
    desk: Desk
    state: str
    at: datetime
    track: str = "adult"

    def records(self, someone: InventedPerson) -> Iterator[Model]:
        """The case first; everything else leans on it."""
        case = self.case_of(someone)
        yield case
        for kind, digest in self.keys_of(someone):
            yield PersonKey(person=case.person, kind=kind, digest=digest)
        yield CaseStep(case=case, step="open", to_state="signal", at=self.at, by=self.by)
        yield CaseStep(case=case, step="screen", from_state="signal", to_state=self.state, at=self.at, by=self.by)
        yield from self._clocks(case)
        for purpose in ("interview", "referral"):
            yield Consent(
                case=case,
                purpose=purpose,
                given=True,
                language="tg",
                explained=True,
                recorded_at=self.at,
                recorded_by=self.by,
            )
        yield from self._screening(case)
        yield self._need(case)

    def case_of(self, someone: InventedPerson) -> Case:
        sex = {"f": "female", "m": "male"}[someone.sex]
        person = Person(reference=new_reference(), sex=sex, nationality="TJ", invented=True, registered_at=self.at)
        name, number = _papers(someone)
        documents = [{"kind": "passport", "number": number}]
        vault.seal(person, {"names": [{"text": name, "source": "passport"}], "documents": documents})
        return Case(
            reference=new_reference(),
            person=person,
            track=self.track,
            state=self.state,
            state_since=self.at,
            procedure_version=countries.procedure(settings.COUNTRY).version,
            form="labour",
            opened_at=self.at,
            opened_by=self.by,
            desk=self.desk,
        )

    def keys_of(self, someone: InventedPerson) -> list[tuple[str, str]]:
        return _keys(*_papers(someone))

    def _clocks(self, case: Case) -> Iterator[Model]:
        calendar = countries.calendar(settings.COUNTRY)
        for clock in countries.procedure(settings.COUNTRY).clocks_started_by(self.state):
            if clock.for_whom in {"anyone", self.track}:
                yield CaseClock(case=case, clock=clock.key, started_at=self.at, due_at=due(self.at, clock, calendar))

    def _screening(self, case: Case) -> Iterator[Model]:
        """Finished, or for a signal still open; answers, and a finding where it is finished."""
        is_open = self.state == "signal"
        screening = Screening(
            case=case,
            instrument="ilo_ec_adult_labour",
            instrument_version="1.0",
            track=self.track,
            language="tg",
            private_place=True,
            in_danger=False,
            agreed_at=self.at,
            outcome="open" if is_open else "finished",
            desk=self.desk,
            started_by=self.by,
            started_at=self.at,
            finished_at=None if is_open else self.at,
        )
        yield screening
        for item in ("AL.CD.documents", "AL.CD.debt_bondage"):
            yield Answer(screening=screening, item=item, value="yes", at=self.at, by=self.by)
        if not is_open:
            yield Finding(
                screening=screening,
                outcome="TIP_POSSIBLE",
                presumed=self.state != "screened_negative",
                provisional=False,
                positive=["CD"],
                instrument_version="1.0",
                at=self.at,
                by=self.by,
            )

    def _need(self, case: Case) -> Need:
        need = Need(
            case=case,
            desk=case.desk,
            service="medical_care",
            urgency="soon",
            recorded_by=self.by,
            recorded_at=self.at,
        )
        vault.seal(need, {"note": "an invented note"})
        return need


@lru_cache(maxsize=10_000)
def _keys(name: str, number: str) -> list[tuple[str, str]]:
    return sorted(digests(names=(name,), documents=(number,)))


def _papers(someone: InventedPerson) -> tuple[str, str]:
    return f"{someone.given} {someone.family}", someone.document_number
