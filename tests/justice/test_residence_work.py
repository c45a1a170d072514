"""What residence asks of a post, on the worklist, on pages and through the API; and what does not depend on it."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import panoh
from panoh.desk.case_page import case_page
from panoh.identification.queries import worklist as identification_worklist
from panoh.instruments import countries
from panoh.instruments.statistics import definition
from panoh.justice.actions import appeal_refusal, count_victim, end_permit, leave_refusal, record_appeal
from panoh.justice.models import PermitRequest
from panoh.justice.queries import worklist
from panoh.justice.rules.residence import months_later
from panoh.registry.actions import withdraw_consent
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.rules.protection import help_with_conditions
from panoh.registry.wording import day
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import NoneCounted, Number
from tests.journeys import ways
from tests.justice import staying

TODAY = date(2026, 11, 16)
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)
pytestmark = pytest.mark.django_db


@pytest.fixture
def her(cast, now) -> Case:
    return staying.abroad(cast, at=now)


@pytest.fixture
def visit(cast):
    def sits(name: str) -> Client:
        client = Client()
        client.force_login(getattr(cast, name))
        return client

    return sits


def told(viewer, at) -> list[str]:
    return [each.what for each in worklist(viewer, now=at).items]


def test_a_request_waits_at_the_authority_and_missed_it_comes_to_the_case_manager(her, cast, now):
    row = staying.asked(her, cast, at=now)
    [item] = worklist(cast.komil, now=now).items
    assert (item.what, item.due_at, item.escalated) == ("Decide on the residence permit", row.decide_by, False)
    assert worklist(cast.parvina, now=now).items == ()

    late = row.decide_by + timedelta(minutes=1)

    assert worklist(cast.komil, now=late).items[0].escalated
    assert any(her.reference == each.reference for each in identification_worklist(cast.parvina, now=late).items)


@pytest.mark.parametrize(
    ("left", "said", "urgent"),
    [(60, "within 60", False), (30, "within 30", False), (7, "within 7", True), (-1, "is over", True)],
)
def test_the_end_of_a_permit_is_seen_from_sixty_days_on(left, said, urgent, her, cast, now):
    made = staying.granted(her, cast, at=now, days=90)
    at = now + timedelta(days=90 - left)
    assert told(cast.parvina, now + timedelta(days=29)) == []

    for viewer in (cast.parvina, cast.komil):
        [item] = worklist(viewer, now=at).items
        assert said in item.what
        assert item.escalated is urgent
        assert item.due_at.date() == made.until_on


def test_whoever_decides_is_not_told_to_ask_but_whom_to_remind(her, cast, now):
    made = staying.granted(her, cast, at=now, days=90)
    over = now + timedelta(days=92)

    [asks], [decides] = worklist(cast.parvina, now=over).items, worklist(cast.komil, now=over).items

    assert "ask for another" in asks.what
    assert f"remind {made.request.asked_by.post.desk}" in decides.what


def test_nobody_is_reminded_once_it_goes_on_or_is_needed_no_more(her, cast, now):
    near = now + timedelta(days=80)
    first = staying.granted(her, cast, at=now)
    assert len(told(cast.parvina, near)) == 1

    second = staying.granted(her, cast, at=now, ground="personal", days=200)
    assert told(cast.parvina, near) == []

    end_permit(permit=second, because="own_wish", on=TODAY, by=cast.parvina, at=now)
    assert len(told(cast.parvina, near)) == 1, "the first is the last that stands"
    end_permit(permit=first, because="other_status", on=TODAY, by=cast.parvina, at=now)
    assert told(cast.parvina, near) == []


def test_without_a_manager_the_intake_desk_is_told(her, cast, now):
    staying.granted(her, cast, at=now)
    near = now + timedelta(days=80)
    assert told(cast.nigina, near) == []

    Case.objects.filter(pk=her.pk).update(manager=None)

    assert len(told(cast.nigina, near)) == 1


def test_a_refusal_waits_until_it_is_answered(her, cast, now):
    row = staying.refused(her, cast, at=now).request
    assert "was refused" in told(cast.parvina, now)[0]

    made = appeal_refusal(request=row, asked_of="court", on=TODAY, words="", by=cast.parvina, at=now)
    assert told(cast.parvina, now) == []
    assert told(cast.parvina, now + timedelta(days=11)) == ["Ask what became of the appeal"]

    record_appeal(appeal=made, succeeded=False, on=TODAY, by=cast.parvina, at=now)
    assert "was refused" in told(cast.parvina, now)[0]
    leave_refusal(request=row, by=cast.parvina, at=now)
    assert told(cast.parvina, now) == []


def test_a_request_its_desk_sees_no_more_comes_back_to_whoever_answers_for_the_case(her, cast, now):
    """With her yes to the referral the case manager of another desk goes, too: the intake desk answers for her now."""
    staying.asked(her, cast, at=now)
    withdraw_consent(consent=her.consents.get(purpose="referral"), by=cast.zarina, at=now)

    at = now + timedelta(minutes=1)
    assert told(cast.komil, at) == []
    assert "sees the case no more" in told(cast.nigina, at)[0]


def test_of_a_child_the_best_interests_are_asked_for(cast, now):
    girl = staying.abroad(cast, at=now, given=staying.CHILD)
    staying.asked(girl, cast, at=now, ground="personal", made_by="desk")

    assert told(cast.parvina, now) == ["Assess whether staying is in the child’s best interests"]


def test_on_pages_it_is_asked_decided_and_seen(cast, visit):
    her, today = staying.abroad(cast, at=timezone.localtime()), timezone.localdate()
    staying.authority(cast)
    asking = visit("parvina").post(
        reverse("justice:ask_permit", args=[her.pk]),
        {"ground": "personal", "to_desk": cast.komil.desk.pk, "made_by": "person", "words": staying.WORDS},
    )
    row = PermitRequest.objects.get()
    assert asking.url == reverse("justice:residence", args=[her.pk])
    wrong = visit("komil").post(
        reverse("justice:decide_permit", args=[row.pk]),
        {"granted": "yes", "from_on": today, "until_on": today - timedelta(days=1), "reasons": "канарейка"},
    )
    assert wrong.status_code == 422
    assert "A permit ends on the day it begins, or later." in wrong.content.decode()
    assert "канарейка" in wrong.content.decode(), "nothing typed is lost"

    visit("komil").post(
        reverse("justice:decide_permit", args=[row.pk]),
        {"granted": "yes", "from_on": today, "until_on": today + timedelta(days=60)},
    )

    page = visit("parvina").get(reverse("justice:residence", args=[her.pk])).content.decode()
    assert day(today + timedelta(days=60)) in page
    assert staying.WORDS in page
    assert LedgerEntry.objects.latest("seq").act == "read_residence"
    assert (
        "provisional: not verified"
        in visit("komil").get(reverse("justice:decide_permit", args=[row.pk])).content.decode()
    )


def test_whoever_is_not_concerned_learns_nothing(her, cast, visit, now):
    row = staying.asked(her, cast, at=now)

    for name in ("zarina", "jamshed", "safar", "shahlo"):
        assert visit(name).get(reverse("justice:residence", args=[her.pk])).status_code == 403
        assert visit(name).get(reverse("justice:decide_permit", args=[row.pk])).status_code == 403
    assert case_page(cast.zarina, her.pk, at=now).blocks
    assert "justice" in dict(case_page(cast.parvina, her.pk, at=now).blocks)
    assert dict(case_page(cast.zarina, her.pk, at=now).blocks)["justice"].residence == ()


def test_the_case_page_and_its_past_tell_it(her, cast, now):
    staying.refused(her, cast, at=now)

    page = case_page(cast.parvina, her.pk, at=now)

    said = [each.what for each in page.past if each.track == "justice"]
    assert said == ["Residence permit asked for: co-operation with proceedings", "Residence permit refused"]
    staying.asked(her, cast, at=now, ground="personal")
    assert any(each.what == "Decide on the residence permit" for each in case_page(cast.parvina, her.pk, at=now).open)


def test_through_the_api_the_same_acts_are_done(cast, criminal, visit):
    now, today = timezone.localtime(), timezone.localdate()
    her, year_on = staying.abroad(cast, at=now), months_later(today, 12).isoformat()
    staying.authority(cast)
    ways.agrees(her, "police", by=cast.zarina, at=now)
    count_victim(criminal_case=criminal("charged"), reference=her.reference, by=cast.jamshed, at=now)
    parvina, komil = visit("parvina"), visit("komil")
    ask = {"to_desk": "migration_permits", "made_by": "person", "words": staying.WORDS}
    wrong = send(
        parvina, f"/api/justice/cases/{her.pk}/permit-requests", {**ask, "ground": "personal", "to_desk": "nowhere"}
    )
    assert wrong.status_code == 422
    assert "migration_permits" in wrong.content.decode()
    made = send(parvina, f"/api/justice/cases/{her.pk}/permit-requests", {**ask, "ground": "cooperation"}).json()
    days = {"from_on": today.isoformat(), "until_on": (today + timedelta(days=30)).isoformat()}
    permit = send(komil, f"/api/justice/permit-requests/{made['id']}/grant", days).json()

    longer = send(parvina, f"/api/justice/permits/{permit['id']}/extension", ask).json()
    assert longer["reckoned_until"] == year_on
    no = send(komil, f"/api/justice/permit-requests/{longer['id']}/refusal", {"reasons": staying.REASONS}).json()
    assert no["granted"] is False
    appeal = send(
        parvina, f"/api/justice/permit-requests/{longer['id']}/appeal", {"asked_of": "court", "on": today.isoformat()}
    ).json()
    send(parvina, f"/api/justice/permit-appeals/{appeal['id']}/became", {"succeeded": True, "on": today.isoformat()})
    goes_on = send(komil, f"/api/justice/permit-requests/{longer['id']}/grant", {"from_on": days["until_on"]}).json()
    assert (goes_on["kind"], goes_on["until_on"]) == ("extension", year_on)

    read = parvina.get(f"/api/justice/cases/{her.pk}/residence").json()
    assert [each["state"] for each in read] == ["granted", "granted"]
    assert read[0]["decisions"][1]["reasons"] == staying.REASONS
    assert read[0]["decisions"][1]["appeals"][0]["succeeded"] is True


def send(client: Client, path: str, body: dict):
    return client.post(path, body, content_type="application/json")


def test_figures_count_what_was_asked_and_decided_by_ground(her, cast, now):
    staying.granted(her, cast, at=now)
    staying.granted(her, cast, at=now, ground="personal")
    staying.refused(her, cast, at=now)

    def counted(name):
        return figure(definition(name), YEAR, since=date(2025, 1, 1), on=TODAY)

    assert counted("residence_permits_asked").value == Number(3)
    assert counted("residence_permits_granted").breakdown("ground").value("personal") == Number(1)
    assert counted("residence_permits_refused").breakdown("ground").value("cooperation") == Number(1)
    assert counted("residence_permits_refused").breakdown("ground").value("personal") == NoneCounted()
    assert counted("residence_permits_extended").value == NoneCounted()


HELPING = ("registry", "screening", "identification", "referral", "protection", "prevention", "exchange")
"""Whoever helps, shelters or decides on a status."""
OF_RESIDENCE = {
    "residence",
    "deciding_residence",
    "residence_due",
    "ResidencePermit",
    "PermitRequest",
    "PermitDecision",
}


def test_no_stage_that_helps_shelters_or_decides_reads_residence():
    """Help is open whatever a permit says: no module of theirs names its records, rules or questions."""
    reading = {
        path.name: names & OF_RESIDENCE
        for stage in HELPING
        for path in (Path(panoh.__file__).parent / stage).rglob("*.py")
        if (names := named_in(path)) & OF_RESIDENCE
    }

    assert reading == {}
    assert named_in(Path(panoh.__file__).parent / "justice/queries/residence.py") & OF_RESIDENCE, (
        "the test sees one that does"
    )


def named_in(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found: set[str] = set()
    for node in tree:
        if isinstance(node, ast.ImportFrom):
            found |= {*(node.module or "").split("."), *(each.name for each in node.names)}
        elif isinstance(node, ast.Import):
            found |= {part for each in node.names for part in each.name.split(".")}
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
    return found


def test_the_procedure_lets_no_help_wait_for_a_permit_and_one_that_did_is_refused():
    procedure = countries.procedure("tj")
    assert list(help_with_conditions(procedure)) == []
    waiting = replace(procedure.helps[0], conditions=("residence_permit",))

    assert list(help_with_conditions(replace(procedure, helps=(waiting,))))


def test_a_refused_permit_changes_no_state_no_service_and_no_place(her, cast, now):
    before = (her.state, list(her.needs.values()), list(her.stays.values()), her.disclosures.count())

    row = staying.refused(her, cast, at=now).request

    leave_refusal(request=row, by=cast.parvina, at=now)
    her.refresh_from_db()
    seen = her.disclosures.exclude(pk=row.disclosure_id).count()
    assert (her.state, list(her.needs.values()), list(her.stays.values()), seen) == before
    assert ways.sheltered(her, ways.open_shelter(cast, at=now), cast, at=now)[2].until_at is None
