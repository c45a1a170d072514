"""A pause, going on, leaving, coming back and turning eighteen: nothing of it is a finding, and help stays open."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.desk.case_page import open_in
from panoh.desk.case_paper import _open
from panoh.identification import actions
from panoh.identification.models import CaseNote, Decision, Panel
from panoh.identification.queries import case_block, open_panel, panel_in, running, worklist
from panoh.referral.actions import record_need
from panoh.registry.actions import PersonGiven, record_consent
from panoh.registry.models import Case, Consent, Disclosure, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import decide
from tests.identification.panels import votes

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
RISK = "Her phone is off; the hotline and her sister know."


def pause(case, *, by, at, **changed):
    given = {"asked_by_person": False, "attempts": 3, "risk": RISK, **changed}
    return actions.pause_case(case=case, by=by, at=at, **given)


def leave(case, *, by, at, **changed):
    return actions.record_withdrawal(case=case, by=by, at=at, **{"effect_explained": True, "words": "", **changed})


@pytest.fixture
def formal(pending, cast, now) -> Case:
    decide(pending, by=cast.davlat, at=now)
    return actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)


def test_a_pause_needs_three_tries_or_the_person_s_wish_and_a_note_on_risk(pending, cast, now):
    for missing, says in (({"attempts": 2}, "Try the safe ways"), ({"risk": " "}, "Write what could have happened")):
        with pytest.raises(OutOfOrder) as told:
            pause(pending, by=cast.nigina, at=now, **missing)
        assert says in told.value.way_forward

    pause(pending, attempts=0, asked_by_person=True, by=cast.nigina, at=now)

    assert Case.objects.get().state == "suspended"
    assert RISK.encode() not in bytes(CaseNote.objects.get().sealed)
    assert LedgerEntry.objects.last().act == "pause_case"
    assert record_need(case=pending, service="medical_care", urgency="now", note="", by=cast.zarina, at=now).pk


@pytest.mark.parametrize("attempts", [-1, 100, 999999999999999999999])
def test_nobody_was_looked_for_that_often(pending, cast, now, attempts):
    with pytest.raises(Refused, match="hardly tried so often"):
        pause(pending, attempts=attempts, asked_by_person=True, by=cast.nigina, at=now)


def test_deadlines_stand_still_in_a_pause_and_run_on_after_it(pending, cast, now):
    clock = pending.clocks.get(clock="preliminary_decision")
    pause(pending, by=cast.nigina, at=now + DAY)
    assert [item.what for item in worklist(cast.davlat, now=now + 15 * DAY).items] == []

    actions.resume_case(case=pending, by=cast.zarina, at=now + 15 * DAY)

    assert Case.objects.get().state == "preliminary_pending"
    moved = pending.clocks.get(clock="preliminary_decision")
    assert (moved.due_at - clock.due_at).days == 14
    assert not pending.clocks.filter(clock="look_again", stopped_at=None).exists()


def test_a_paused_case_says_that_its_deadlines_stand_still_and_of_no_day(pending, cast, client, now):
    client.force_login(cast.nigina)
    address = reverse("identification:case", args=[pending.pk])
    assert "stands still" not in client.get(address).content.decode()

    pause(pending, by=cast.nigina, at=now)

    paused = {each.clock.key: (each.paused, each.late) for each in running(Case.objects.get(), now=now + 90 * DAY)}
    assert paused["preliminary_decision"] == (True, False)
    assert paused["look_again"] == (False, True), "looking for the person goes on"
    assert "stands still while the case is paused" in client.get(address).content.decode()
    whole = client.get(reverse("case", args=[pending.pk])).content.decode()
    assert "stands still while the case is paused" in whole


def test_what_was_missed_before_the_pause_stays_late_in_it_on_the_pages_and_on_paper(pending, cast, client, now):
    pending.clocks.filter(clock="preliminary_decision").update(due_at=now)
    pause(pending, by=cast.nigina, at=now + DAY)
    case = Case.objects.get()

    told = {each.clock.key: each for each in running(case, now=now + 9 * DAY)}

    assert (told["preliminary_decision"].paused, told["preliminary_decision"].late) == (False, True)
    client.force_login(cast.nigina)
    assert "mark late" in client.get(reverse("identification:case", args=[case.pk])).content.decode()
    (item,) = [each for each in open_in(cast.nigina, case, at=now + 9 * DAY) if each.due_at == now]
    assert (item.paused, item.late) == (False, True)
    assert _open(item).mark == "late"


def test_somebody_looks_for_a_person_out_of_contact_and_late_it_escalates(pending, cast, now):
    pause(pending, by=cast.nigina, at=now)

    assert ["Look for the person" in item.what for item in worklist(cast.zarina, now=now).items] == [True]
    assert [item.escalated for item in worklist(cast.nigina, now=now + 31 * DAY).items] == [True]
    assert Case.objects.get().state == "suspended"


def test_a_pause_ends_no_panel_but_nobody_votes_in_it(formal, cast, now):
    panel = actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)
    pause(formal, by=cast.nigina, at=now)

    with pytest.raises(OutOfOrder, match="does not wait for this panel"):
        votes(Panel.objects.get(pk=panel.pk), "negative", by=cast.rustam, at=now)
    actions.resume_case(case=formal, by=cast.nigina, at=now + DAY)
    votes(panel_in(Case.objects.get()), "positive", by=cast.rustam, at=now + DAY)


def test_an_adult_leaves_and_services_stay_while_all_else_that_rested_on_consent_ends(pending, cast, now):
    for purpose in ("service", "contact_channel"):
        record_consent(case=pending, purpose=purpose, given=True, language="tg", explained=True, by=cast.zarina, at=now)

    leave(pending, words="She said it back.", by=cast.zarina, at=now)

    assert Case.objects.get().state == "withdrawn"
    assert set(Consent.objects.filter(withdrawn_at=None).values_list("purpose", flat=True)) == {"service"}
    assert not Disclosure.objects.filter(ended_at=None).exclude(purpose="service").exists()
    assert LedgerEntry.objects.last().act == "record_withdrawal"
    assert record_need(case=pending, service="medical_care", urgency="now", note="", by=cast.zarina, at=now).pk


def test_leaving_is_explained_first_and_is_no_child_s_choice(pending, cast, now):
    with pytest.raises(OutOfOrder):
        leave(pending, effect_explained=False, by=cast.zarina, at=now)
    Case.objects.update(track="child")
    pending.refresh_from_db()
    with pytest.raises(OutOfOrder):
        leave(pending, by=cast.zarina, at=now)

    assert "withdraw" not in [door.page for door in case_block(cast.zarina, pending, now=now).doors]
    assert LedgerEntry.objects.last().act == "record_withdrawal.refused"


def test_an_open_panel_ends_when_the_person_leaves(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    case = actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)
    old = actions.convene_panel(case=case, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)

    leave(case, by=cast.zarina, at=now)

    assert open_panel(case) is None
    assert Panel.objects.get().ended_at == now
    with pytest.raises(Conflict):
        votes(Panel.objects.select_related("case").get(pk=old.pk), "positive", by=cast.rustam, at=now)


def test_an_unsigned_negative_ends_undecided_when_the_person_leaves(pending, cast, now):
    decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)

    leave(pending, by=cast.zarina, at=now)

    assert Decision.objects.get().status == "ended"


def test_whoever_left_comes_back_and_is_protected_at_once_but_asked_anew(pending, cast, now):
    leave(pending, by=cast.zarina, at=now)

    actions.come_back(case=pending, by=cast.zarina, at=now + DAY)

    case = Case.objects.get()
    assert case.state == "presumed"
    assert LedgerEntry.objects.last().act == "come_back"
    with pytest.raises(OutOfOrder, match="consent"):
        actions.lodge(case=case, by=cast.zarina, at=now + DAY)


def test_a_record_without_a_name_is_not_given_one_when_somebody_comes_back(woman, cast, now):
    actions.record_refusal(case=woman, reason="not_told", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="keeps none") as told:
        actions.come_back(case=woman, by=cast.zarina, at=now)

    assert "new interview" in told.value.way_forward
    assert case_block(cast.zarina, Case.objects.get(), now=now).doors == ()


def test_a_closed_case_is_taken_up_again(pending, cast, now):
    Case.objects.update(state="closed")
    pending.refresh_from_db()

    actions.come_back(case=pending, words="Somebody follows her.", by=cast.zarina, at=now)

    assert (Case.objects.get().state, CaseNote.objects.get().step) == ("presumed", "take_up_again")


def test_others_do_not_pause_or_let_somebody_leave(pending, cast, now):
    for officer in (cast.behruz, cast.davlat, cast.rustam, cast.shahlo, cast.jamshed, cast.safar):
        with pytest.raises(NotPermitted):
            pause(pending, by=officer, at=now)
        with pytest.raises(NotPermitted):
            leave(pending, by=officer, at=now)


@pytest.fixture
def almost(presume, cast, guardian, now) -> Case:
    """A girl who turns eighteen in a month, lodged."""
    birth = {"birth_date": "2008-12-16", "born_from": 2008, "born_to": 2008}
    case = presume(PersonGiven(names=(("Ситора Назарова", "spoken"),), sex="female", **birth))
    actions.tell_guardianship(case=case, by=cast.zarina, at=now)
    return actions.lodge(case=case, by=cast.zarina, at=now)


def test_before_eighteen_nobody_is_asked_anew_but_it_is_prepared(almost, cast, now):
    with pytest.raises(Refused, match="surely eighteen"):
        actions.ask_anew_at_eighteen(case=almost, agreed=True, language="tg", risk="", by=cast.nigina, at=now)

    late = [item.why for item in worklist(cast.nigina, now=now + DAY).items if item.escalated]
    assert any("turning eighteen" in why for why in late)  # nobody manages the case yet, so the intake desk is told


def test_at_eighteen_the_person_agrees_and_goes_on_as_an_adult(almost, cast, now):
    at = now + 31 * DAY

    actions.ask_anew_at_eighteen(case=almost, agreed=True, language="tg", risk="", by=cast.nigina, at=at)

    case = Case.objects.get()
    assert (case.track, case.state) == ("adult", "referred")
    assert case.consents.filter(purpose="referral", giver="self", given=True).exists()
    assert not case.clocks.filter(clock="turning_eighteen", stopped_at=None).exists()


def test_without_an_answer_at_eighteen_the_case_is_paused_and_never_closed(almost, cast, now):
    at = now + 31 * DAY
    with pytest.raises(OutOfOrder):
        actions.ask_anew_at_eighteen(case=almost, agreed=False, language="tg", risk="", by=cast.nigina, at=at)

    actions.ask_anew_at_eighteen(case=almost, agreed=False, language="tg", risk=RISK, by=cast.nigina, at=at)

    assert (Case.objects.get().state, Case.objects.get().track) == ("suspended", "child")


def test_by_page_and_api(pending, cast, client):
    client.force_login(cast.nigina)
    address = f"/identification/{pending.pk}"
    seen = "preliminary_pending"
    empty = client.post(f"{address}/pause/", {"seen": seen, "attempts": "3", "risk": ""})
    assert (empty.status_code, 'value="3"' in empty.content.decode()) == (422, True)
    assert client.post(f"{address}/pause/", {"seen": seen, "attempts": "3", "risk": RISK}).status_code == 302
    assert "in contact again" in client.get(f"{address}/").content.decode()

    api = f"/api/identification/cases/{pending.pk}"
    resumed = client.post(f"{api}/resumption", {"seen": "suspended"}, "application/json")
    assert resumed.json()["state"] == seen
    left = client.post(f"{api}/withdrawal", {"seen": seen, "effect_explained": True}, "application/json")
    assert left.json()["state"] == "withdrawn"
    assert client.post(f"{address}/come-back/", {"seen": "withdrawn"}).status_code == 302
    assert Case.objects.get().state == "presumed"


def test_a_paused_case_without_its_pause_on_record_still_opens_and_says_so(pending, cast, now):
    """A case taken over from elsewhere: nobody wrote down where it stood."""
    Case.objects.update(state="suspended")
    case = Case.objects.get()

    [resume] = [door for door in case_block(cast.nigina, case, now=now).doors if door.page == "resume"]

    assert "not on record" in resume.shut.reason.en
    with pytest.raises(OutOfOrder, match="not on record"):
        actions.resume_case(case=case, by=cast.nigina, at=now)


@pytest.fixture
def of_another_desk(referred, cast, now) -> Case:
    """Parvina's desk sees the case as its manager's, by the yes to the referral; she has agreed to more than that."""
    managed = actions.name_manager(case=referred, manager=cast.parvina, by=cast.nigina, at=now)
    record_consent(case=managed, purpose="follow_up", given=True, language="tg", explained=True, by=cast.zarina, at=now)
    return managed


def test_the_manager_of_another_desk_records_that_she_leaves(of_another_desk, cast, now, client):
    client.force_login(cast.parvina)
    page = reverse("identification:withdraw", args=[of_another_desk.pk])

    done = client.post(page, {"seen": of_another_desk.state, "effect_explained": "on", "words": ""}, follow=True)

    of_another_desk.refresh_from_db()
    assert (of_another_desk.state, of_another_desk.manager) == ("withdrawn", None)
    assert not Consent.objects.filter(case=of_another_desk, withdrawn_at=None).exclude(purpose="service").exists()
    assert (done.status_code, "You see this case no more" in done.content.decode()) == (200, True)


def test_a_yes_taken_back_that_let_the_manager_see_leads_home_and_says_it_is_done(of_another_desk, cast, client):
    client.force_login(cast.parvina)
    yes = Consent.objects.get(case=of_another_desk, purpose="referral", withdrawn_at=None)

    done = client.post(reverse("withdraw_consent", args=[yes.pk]), follow=True)

    assert (done.status_code, "It is withdrawn" in done.content.decode()) == (200, True)
    yes.refresh_from_db()
    assert yes.withdrawn_by == cast.parvina
