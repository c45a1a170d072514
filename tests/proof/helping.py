"""Help does not wait: after a move, whoever is at the desk of the case tries to help the person, and nothing may stop it."""

from __future__ import annotations

from django.db import transaction

from panoh.protection.actions import give_place
from panoh.protection.models import Place, Stay
from panoh.referral.actions import answer, record_need, refer
from panoh.referral.models import Referral
from panoh.registry.actions import record_consent
from panoh.registry.models import Case, Consent, Officer, Person
from panoh.registry.refusals import Refused
from tests.proof.stories import Told
from tests.proof.world import World

ACCOMMODATION = "safe_accommodation"
KINDS = {"female": "women", "male": "men", "unknown": "women", "other": "women"}


class HelpDoesNotWait:
    """In every state a case comes to, for adult and child, of any nationality, willing to testify or not (each once a story).

    A need, a question to the shelter, its yes, a bed: what is tried is taken back again.
    """

    __name__ = "help_does_not_wait"

    def __init__(self) -> None:
        self.seen: set[tuple[object, ...]] = set()

    def __call__(self, told: Told) -> None:
        testify = {
            row["case_id"]
            for row in told.after.of(Consent)
            if row["purpose"] == "police" and row["given"] and row["withdrawn_at"] is None
        }
        for row in told.after.of(Case):
            person = told.after.one(Person, row["person_id"])
            who = (row["id"], row["state"], row["track"], person["nationality"], row["id"] in testify)
            if who not in self.seen:
                self.seen.add(who)
                self._helped(told.world, Case.objects.select_related("person", "desk").get(pk=row["id"]))

    def _helped(self, world: World, case: Case) -> None:
        officer = next(each for each in world.officers().values() if each.desk.pk == case.desk_id)
        with transaction.atomic():
            try:
                _help(world, case, officer)
            except Refused as no:
                told = f"{no.reason} {no.way_forward}"
                raise AssertionError(f"no help for {case.track} in {case.state}: {told}") from no
            finally:
                transaction.set_rollback(True)


def _help(world: World, case: Case, officer: Officer) -> None:
    shahlo, at = world.officers()["shahlo"], world.now
    need = record_need(case=case, service=ACCOMMODATION, urgency="now", note="", by=officer, at=at)
    agreed = None
    if case.track == Case.Track.ADULT:
        agreed = record_consent(
            case=case, purpose="service", given=True, language="tg", explained=True, by=officer, at=at
        )
    asked = refer(need=need, to_desk=shahlo.desk, consent=agreed, message="", by=officer, at=at)
    answer(referral=Referral.objects.get(pk=asked.pk), accepted=True, decline_reason="", words="", by=shahlo, at=at)
    Stay.objects.filter(until_at=None).update(until_at=at, ended_by=shahlo)  # a full house is another matter,
    Place.objects.update(in_use=True)  # and so is one with its beds in repair
    kind = "girls" if case.track == Case.Track.CHILD and case.person.sex != "male" else KINDS[case.person.sex]
    kind = "family" if case.track == Case.Track.CHILD and case.person.sex == "male" else kind
    place = Place.objects.select_related("shelter").filter(kind=kind).order_by("pk")[0]
    give_place(case=case, place=place, by=shahlo, at=at)
