"""A shelter in Dushanbe with rooms for women, men, girls, boys and a family; people who need a place there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from panoh.protection.actions import PlaceGiven, ask_to_move, give_place, open_shelter
from panoh.protection.models import Place, Shelter, Stay
from panoh.referral.actions import answer, record_need, refer
from panoh.registry.actions import PersonGiven, open_case, record_consent, register_person
from panoh.registry.models import Case, Desk, Officer, Post

ADDRESS = "Behind the blue gate, Rudaki street 999"
PLACES = (
    PlaceGiven("1", 1, "women", step_free=True),
    PlaceGiven("1", 2, "women"),
    PlaceGiven("2", 1, "men"),
    PlaceGiven("3", 1, "girls"),
    PlaceGiven("4", 1, "boys"),
    PlaceGiven("5", 1, "family"),
    PlaceGiven("5", 2, "family"),
    PlaceGiven("5", 3, "family"),
)


@pytest.fixture
def shelter(cast, now) -> Shelter:
    return open_shelter(desk=cast.shahlo.desk, code="dushanbe", address=ADDRESS, places=PLACES, by=cast.shahlo, at=now)


@pytest.fixture
def place(shelter) -> Callable[[str, int], Place]:
    return lambda room, bed: Place.objects.get(shelter=shelter, room=room, bed=bed)


@pytest.fixture
def someone(cast, now) -> Callable[..., Case]:
    """A case without more: `someone(sex="male", born=2015)`."""

    def meet(*, sex: str = "female", born: int = 1990) -> Case:
        given = PersonGiven(names=(("Гулбаҳор", "self"),), sex=sex, born_from=born, born_to=born)
        person = register_person(given=given, by=cast.zarina, at=now)
        return open_case(person=person, track=given.track(now.date()), by=cast.zarina, at=now)

    return meet


@pytest.fixture
def accepted(someone, cast, now) -> Callable[..., Case]:
    """A case whose referral for safe accommodation the shelter's desk accepted."""

    def refer_and_accept(**person: object) -> Case:
        case = someone(**person)
        consent = None
        if case.track == Case.Track.ADULT:
            consent = record_consent(
                case=case, purpose="service", given=True, language="tg", explained=True, by=cast.zarina, at=now
            )
        need = record_need(case=case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)
        sent = refer(need=need, to_desk=cast.shahlo.desk, consent=consent, message="", by=cast.zarina, at=now)
        answer(referral=sent, accepted=True, decline_reason="", words="", by=cast.shahlo, at=now)
        return case

    return refer_and_accept


@pytest.fixture
def other_house(officer_elsewhere, now) -> Shelter:
    """Another desk's shelter, with one room for women and one for a family."""
    places = (PlaceGiven("A", 1, "women"), PlaceGiven("B", 1, "family"), PlaceGiven("B", 2, "family"))
    return open_shelter(
        desk=officer_elsewhere.desk,
        code="other",
        address="Unknown lane 888",
        places=places,
        by=officer_elsewhere,
        at=now,
    )


@pytest.fixture
def elsewhere(other_house) -> Callable[[str, int], Place]:
    return lambda room, bed: Place.objects.get(shelter=other_house, room=room, bed=bed)


@pytest.fixture
def staying(accepted, place, cast, now) -> Callable[..., Stay]:
    """Somebody who has lived in the shelter since noon: `staying("3", 1, born=2015)`."""

    def give(room: str = "1", bed: int = 1, **person: object) -> Stay:
        return give_place(case=accepted(**person), place=place(room, bed), by=cast.shahlo, at=now)

    return give


@pytest.fixture
def wants_to_move(staying, officer_elsewhere, cast, now) -> Callable[..., Stay]:
    """Somebody who wishes to move, referred to the other house, which accepted."""

    def ask(*where: object, **person: object) -> Stay:
        stay = ask_to_move(stay=staying(*where, **person), urgency="soon", note="", by=cast.shahlo, at=now)
        need = stay.case.needs.get(met_at=None)
        consent = stay.case.consents.filter(purpose="service").first()
        sent = refer(need=need, to_desk=officer_elsewhere.desk, consent=consent, message="", by=cast.zarina, at=now)
        answer(referral=sent, accepted=True, decline_reason="", words="", by=officer_elsewhere, at=now)
        return stay

    return ask


@pytest.fixture
def officer_elsewhere(cast) -> Officer:
    """A provider at an NGO that gives accommodation too, but runs another house."""
    post = Post.objects.get(code="korvoni_umed_dushanbe.service_provider")
    return Officer.objects.create(post=post, username="orzu", name="Orzu", password="!")


@pytest.fixture
def managed(someone, cast):
    """A case Parvina manages: `managed(state="identified", born=1990)`."""

    def manage(*, state: str = "identified", **person: object) -> Case:
        case = someone(**person)
        Case.objects.filter(pk=case.pk).update(state=state, manager=cast.parvina)
        case.refresh_from_db()
        return case

    return manage


@pytest.fixture
def reception() -> Desk:
    return Desk.objects.get(code="migration_reception")
