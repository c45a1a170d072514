"""People at the points of the procedure where identification begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from panoh.identification import actions
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person, take_step
from panoh.registry.models import Case, Officer, Post
from panoh.registry.queries.purposes import saying
from tests.cast import Cast
from tests.conftest import NOON
from tests.identification.panels import found_in

ALONE = frozenset({"private_place", "independent_interpreter"})
REASONS = "Her papers were taken at the airport and she was told to pay a debt before she could leave."
NAMES = (("Муҳаббат Ҷӯраева", "passport"),)
PASSPORT = (("passport", "DEMO 123"),)

Presume = Callable[..., Case]


AUNT = {
    "name": "Ойша Назарова, through the school",
    "capacity": "relative",
    "authority": "guardianship",
    "appointed_on": NOON.date(),
}


@pytest.fixture
def for_a_purpose() -> Iterator[None]:
    """Whoever works on a case by reach alone has said what they open it for."""
    with saying(lambda: "supervision"):
        yield


@pytest.fixture
def presume(cast: Cast, now: datetime) -> Presume:
    """Register someone and screen them as presumed."""

    def make(given: PersonGiven | None = None, *, by: Officer | None = None, at: datetime = now) -> Case:
        officer = by or cast.zarina
        given = given or PersonGiven(names=NAMES, sex="female", born_from=1990, born_to=1990, nationality="TJ")
        person = register_person(given=given, by=officer, at=at)
        case = open_case(person=person, track=given.track(at.date()), by=officer, at=at)
        return take_step(case=case, step="screen", to="presumed", met=ALONE, by=officer, at=at)

    return make


@pytest.fixture
def woman(presume: Presume) -> Case:
    """A presumed adult, with a passport and a safe contact, who has not been asked about the referral yet."""
    return presume(
        PersonGiven(
            names=NAMES,
            sex="female",
            birth_date="1990-04-02",
            born_from=1990,
            born_to=1990,
            nationality="TJ",
            documents=PASSPORT,
            contact="through her sister, mornings",
        )
    )


@pytest.fixture
def girl(presume: Presume) -> Case:
    """A presumed child of fifteen."""
    return presume(PersonGiven(names=(("Ситора Назарова", "spoken"),), sex="female", born_from=2011, born_to=2011))


@pytest.fixture
def guardian(cast: Cast) -> Officer:
    """An officer of the guardianship authority at the desk of the case's region."""
    post = Post.objects.get(code="guardianship_dushanbe.guardian")
    return Officer.objects.create(post=post, username="dilbar", name="Dilbar", password="!")


@pytest.fixture
def agreed(woman: Case, cast: Cast, now: datetime) -> Case:
    agree(woman, by=cast.zarina, at=now)
    return woman


@pytest.fixture
def referred(agreed: Case, cast: Cast, now: datetime) -> Case:
    return actions.lodge(case=agreed, by=cast.zarina, at=now)


@pytest.fixture
def pending(referred: Case, cast: Cast, now: datetime) -> Case:
    """The preliminary decision is due."""
    return actions.take_in(case=referred, by=cast.nigina, at=now)


def agree(case: Case, *, by: Officer, at: datetime) -> None:
    record_consent(case=case, purpose="referral", given=True, language="tg", explained=True, by=by, at=at)


def decide(case: Case, *, by: Officer, at: datetime, **changed: object) -> object:
    """A positive preliminary decision, unless `changed` says otherwise."""
    given = {"stage": "preliminary", "outcome": "positive", "form": "labour", "reasons": REASONS, **changed}
    if given["outcome"] == "negative":
        given.setdefault("elements", found_in(case))
    return actions.decide(case=case, by=by, at=at, **given)


@pytest.fixture
def before(now: datetime) -> datetime:
    """Two years ago: the names on a list closed then are past their time."""
    return now - timedelta(days=2 * 366)
