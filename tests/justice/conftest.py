"""Criminal cases at every stage, of the TIP Centre's investigator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from panoh.justice.actions import DefendantGiven, add_defendant, open_criminal_case, record_stage
from panoh.justice.models import CriminalCase, Defendant
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person
from panoh.registry.models import Case

DAYS = {
    "investigated": date(2026, 4, 1),
    "charged": date(2026, 6, 1),
    "tried": date(2026, 8, 1),
    "sentenced": date(2026, 9, 1),
}
OPENED_ON = date(2026, 3, 1)
NAME = "Канареев Айбдор"


@pytest.fixture
def criminal(cast, now) -> Callable[..., CriminalCase]:
    """`criminal("charged")`: opened in March, and brought to this stage."""

    def bring(to: str = "opened", articles: tuple[str, ...] = ("130.1",)) -> CriminalCase:
        case = open_criminal_case(on=OPENED_ON, articles=articles, region="TJ-SU", by=cast.jamshed, at=now)
        for stage, on in DAYS.items():
            if to == "opened":
                break
            record_stage(criminal_case=case, stage=stage, on=on, by=cast.jamshed, at=now)
            if stage == to:
                break
        case.refresh_from_db()
        return case

    return bring


@pytest.fixture
def accused(cast, now) -> Callable[..., Defendant]:
    """A defendant in a case: `accused(case, official="yes")`."""

    def add(case: CriminalCase, **given: str) -> Defendant:
        told = DefendantGiven(**{"sex": "male", "nationality": "TJ", "official": "no", "name": NAME, **given})
        return add_defendant(criminal_case=case, given=told, by=cast.jamshed, at=now)

    return add


@pytest.fixture
def woman(cast, now) -> Callable[..., Case]:
    """Somebody known to the mechanism; `agreed`: to sharing with police or prosecutors."""

    def meet(*, agreed: bool = True) -> Case:
        given = PersonGiven(names=(("Канареева Гулбаҳор", "self"),), sex="female", born_from=1990, born_to=1990)
        person = register_person(given=given, by=cast.zarina, at=now)
        case = open_case(person=person, track="adult", by=cast.zarina, at=now)
        record_consent(case=case, purpose="police", given=agreed, language="tg", explained=True, by=cast.zarina, at=now)
        return case

    return meet
