"""The demonstration country: invented, alive, whole, and never mixed with a real installation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Count, F, Q

from panoh.demo.build import build
from panoh.demo.clockwork import Life, run
from panoh.identification.actions import undo_same_person
from panoh.identification.models import CountedAs, SamePerson
from panoh.identification.queries import possible_duplicates
from panoh.identification.queries.same_person import latest_cases, to_decide
from panoh.registry import ledger, vault
from panoh.registry.actions.set_up import set_up_installation
from panoh.registry.models import Case, CaseClock, Installation, LedgerEntry, Officer, Person, ProcedureText
from panoh.registry.queries import in_force, read_text
from panoh.registry.refusals import Refused
from panoh.registry.rules.difference import differences
from panoh.registry.rules.procedure import check
from panoh.screening.models import SecondLook
from panoh.statistics.queries.checks import checks
from panoh.statistics.queries.counting import Span, cells
from panoh.statistics.queries.figures import zone
from panoh.statistics.rules.periods import Period, PeriodKind

DAY = datetime(2026, 11, 16, 7, tzinfo=UTC)


NOT_IN_IT = {
    "DigestSent",  # a digest is sent by a command
    "Joining",  # nobody stands on a list twice
    "Receipt",  # only a device that sends again leaves one
    *("Compartment", "CompartmentMember"),  # whoever looks at a demonstration would not know that one is there
    *("Brake", "CallCount", "Factor", "FactorHelp", "KnownDevice", "MinistryIdentity", "OpenSession", "RecoveryCode"),
}  # and nobody signs in to a demonstration with a password, a second step or a ministry
SELDOM = {"CaseNote", "LinkAssessment", "Relief"}  # for few people only: sixty may be too few for one


@pytest.fixture(scope="class")
def small_country(django_db_setup, django_db_blocker):
    """Sixty lives, built once for the class and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        build(at=DAY, people=60)
        yield
        transaction.set_rollback(True)


def decider() -> Officer:
    return Officer.objects.select_related("post__desk__agency").get(username="decider")


def cases_of(pair: SamePerson) -> tuple[Case, Case]:
    """The case of the first meeting, and of the second."""
    one, other = sorted(latest_cases([pair]).values(), key=lambda each: each.opened_at)
    return one, other


@pytest.mark.usefixtures("small_country")
@pytest.mark.django_db
class TestTheCountry:
    def test_its_ledger_is_whole_and_in_order_of_time(self):
        times = list(LedgerEntry.objects.order_by("seq").values_list("at", flat=True))

        assert ledger.verify().whole
        assert times == sorted(times)

    def test_everybody_in_it_is_invented_and_says_so(self):
        assert Person.objects.exists()
        assert not Person.objects.filter(invented=False).exists()
        for person in Person.objects.exclude(sealed=None):
            assert all(each["number"].startswith("DEMO") for each in vault.unseal(person).get("documents", ()))

    def test_a_draft_of_the_procedure_is_being_talked_over(self):
        talked, broken = ProcedureText.objects.filter(status="draft").order_by("pk")

        assert list(talked.comments.order_by("pk").values_list("answered", flat=True)) == ["not_taken_up", ""]
        assert [change.part for change in differences(in_force(), read_text(talked.content))] == ["clock"]
        assert not all(proof.holds for proof in check(read_text(broken.content)))

    def test_something_of_everything_happens_in_it(self):
        models = apps.get_app_config("panoh").get_models()

        missing = {each.__name__ for each in models if not each.objects.exists()}

        assert missing - SELDOM == NOT_IN_IT

    def test_cases_stand_all_along_the_way(self):
        standing = set(Case.objects.values_list("state", flat=True))

        assert {"screened_negative", "preliminary_pending", "recovery", "long_term_support"} <= standing

    def test_most_of_what_cannot_wait_is_done_in_time_and_not_all(self):
        clocks = CaseClock.objects.filter(clock__in=("emergency_shelter", "child_guardian"))
        kept = clocks.filter(stopped_at__lte=F("due_at")).count()
        missed = clocks.filter(Q(stopped_at__gt=F("due_at")) | Q(stopped_at=None, due_at__lt=DAY)).count()

        assert kept > missed > 0

    def test_some_people_have_several_findings_and_looks_are_planned_held_and_missed(self):
        sets = Case.objects.annotate(sets=Count("screenings__instrument", distinct=True)).filter(sets__gt=1)
        looks = SecondLook.objects.values_list("ended_because", flat=True)

        assert sets.exists()
        assert {"", "screened"} <= set(looks)
        assert SecondLook.objects.exclude(sealed=None).exists()

    def test_of_four_pairs_of_records_one_stands_one_waits_one_is_of_two_people_and_one_was_undone(self):
        said = SamePerson.objects.order_by("proposed_at")

        became = [(each.same, bool(each.undone_because)) for each in said]
        assert became == [(True, True), (False, False), (True, False), (None, False)]
        assert CountedAs.objects.count() == 1
        for case, other in map(cases_of, said):
            assert case.desk.agency_id != other.desk.agency_id
            assert other.pk in {each.case.pk for each in possible_duplicates(case, decider())}

    def test_the_waiting_pair_is_work_of_a_colleague_and_not_of_whoever_said_it(self):
        pair = SamePerson.objects.get(SamePerson.OPEN)

        assert list(to_decide(decider())) == [pair]
        assert not to_decide(pair.proposed_by).exists()

    def test_whoever_was_met_twice_is_counted_once_and_the_year_reconciles(self):
        year = Span(Period(PeriodKind.CALENDAR_YEAR, DAY.year), zone(), DAY.date())
        pair = SamePerson.objects.get(SamePerson.STANDING)
        case, other = cases_of(pair)

        def presumed() -> int:
            return sum(cell.persons for cell in cells("first_presumed_in_period", year))

        once, wrong = presumed(), {each.key for each in checks(DAY.year, now=DAY) if not each.holds}

        with transaction.atomic():
            undo_same_person(pair=pair, case=case, other=other, because="mistake", by=decider(), at=DAY)
            twice = presumed()
            transaction.set_rollback(True)

        assert twice == once + 1
        assert wrong == {
            "maybe_twice",  # what waits for a decision, on lists and of two records
            "two_agencies",  # a note: the pair, counted once, was met by two
        }

    def test_nothing_happened_after_its_day(self):
        assert not LedgerEntry.objects.filter(at__gt=DAY).exists()

    def test_no_officer_of_it_has_a_password(self):
        assert not any(officer.has_usable_password() for officer in Officer.objects.all())


@pytest.mark.django_db
def test_a_real_installation_never_becomes_a_demonstration():
    set_up_installation(kind=Installation.Kind.REAL, at=DAY)

    with pytest.raises(Refused, match="set up already"):
        build(at=DAY, people=1)

    assert Installation.objects.get().kind == "real"


def test_lives_run_side_by_side_in_the_order_of_time():
    seen: list[tuple[str, datetime]] = []

    def waits(name: str, hours: int) -> Life:
        at = yield DAY
        while True:
            seen.append((name, at))
            at = yield at + timedelta(hours=hours)

    run([waits("slow", 3), waits("quick", 2)], until=DAY + timedelta(hours=6))

    assert [at for _, at in seen] == sorted(at for _, at in seen)
    assert [name for name, _ in seen] == ["slow", "quick", "quick", "slow", "quick", "slow", "quick"]
