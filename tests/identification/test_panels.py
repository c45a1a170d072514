"""A panel of several agencies decides formally: who sits, what is sealed, and that the decision follows the votes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from panoh.identification import actions
from panoh.identification.models import Decision, Panel, PanelSeat
from panoh.identification.queries import panel_in, panel_page, read_votes, votes_on, worklist
from panoh.registry import vault
from panoh.registry.actions import disclose, record_consent
from panoh.registry.models import Case, LedgerEntry, Officer, Post
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.identification.conftest import decide
from tests.identification.panels import FOUND, WRITTEN, decided_by, sits_at, votes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("for_a_purpose")]


@pytest.fixture
def formal(pending, cast, now) -> Case:
    """The formal decision is due: the person asked for it early."""
    decide(pending, by=cast.davlat, at=now)
    return actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)


@pytest.fixture
def doctor(cast) -> Officer:
    return sits_at("panel_health.formal_decider", "lola")


@pytest.fixture
def panel(formal, cast, now) -> Panel:
    return actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)


def test_two_agencies_identify_a_victim_and_the_decision_follows_the_votes(formal, cast, now):
    decision = decided_by(formal, {cast.rustam: "positive", cast.malika: "positive"}, at=now)

    case = Case.objects.get()
    assert (case.state, case.form, decision.status) == ("identified", "labour", "final")
    assert {decision.proposed_by, decision.signed_by} == {cast.rustam, cast.malika}
    assert Panel.objects.get().decision == decision
    assert LedgerEntry.objects.last().act == "conclude_panel"
    assert case.clocks.get(clock="formal_decision").stopped_at == now


def test_a_negative_needs_a_majority_and_dissent_is_kept(formal, cast, doctor, now):
    ballots = {cast.rustam: "negative", cast.malika: "positive", doctor: "negative"}

    decision = decided_by(formal, ballots, at=now)

    assert (Case.objects.get().state, decision.outcome) == ("not_identified", "negative")
    read = votes_on(decision, cast.nigina, at=now)
    assert [(each.seat.officer, each.dissents) for each in read if each.dissents] == [(cast.malika, True)]
    assert LedgerEntry.objects.last().act == "read_votes"


def test_a_tie_is_never_a_negative_and_the_clock_runs_on(panel, cast, doctor, now):
    votes(panel, "positive", by=cast.rustam, at=now)
    votes(panel, "negative", by=cast.malika, at=now)

    late = now + timedelta(days=400)
    with pytest.raises(OutOfOrder, match="tie is never a negative") as refused:
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=late)

    assert "vote again" in refused.value.way_forward
    assert Case.objects.get().state == "formal_pending"
    actions.invite_to_panel(panel=panel, members=[doctor], by=cast.malika, at=late)
    votes(panel, "positive", by=doctor, at=late)
    actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=doctor, at=late)
    assert Case.objects.get().state == "identified"


def test_a_member_may_vote_again_after_talking_it_over_and_both_votes_stay(panel, cast, now):
    votes(panel, "positive", by=cast.rustam, at=now)
    votes(panel, "negative", by=cast.malika, at=now)

    actions.vote(panel=panel, outcome="positive", elements=FOUND, by=cast.malika, at=now)

    kept = vault.unseal(PanelSeat.objects.get(officer=cast.malika))
    assert [each["outcome"] for each in kept["votes"]] == ["negative", "positive"]
    assert actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.malika, at=now).pk


def test_votes_and_reasons_are_sealed_and_closed_to_others_until_everyone_has_voted(panel, cast, now):
    votes(panel, "positive", by=cast.rustam, at=now)

    seat = PanelSeat.objects.get(officer=cast.rustam)
    assert b"positive" not in bytes(seat.sealed)
    assert FOUND["act"].encode() not in bytes(seat.sealed)
    for officer in (cast.malika, cast.rustam, cast.nigina):
        with pytest.raises(NotPermitted, match="sealed until every member"):
            read_votes(panel, officer, at=now)
    assert panel_page(panel.case, cast.rustam, at=now).votes == ()

    votes(panel, "positive", by=cast.malika, at=now)

    assert len(panel_page(panel.case, cast.rustam, at=now).votes) == 2
    with pytest.raises(NotPermitted):
        read_votes(panel, cast.nigina, at=now)


def test_whoever_has_a_conflict_of_interest_does_not_sit_and_is_replaced(panel, cast, doctor, now):
    seat = actions.declare_for_panel(
        panel=panel, conflict_of_interest=True, because="my cousin", by=cast.malika, at=now
    )

    assert seat.status == "conflicted"
    with pytest.raises(OutOfOrder, match="declaring"):
        actions.vote(panel=panel, outcome="negative", elements=FOUND, by=cast.malika, at=now)
    votes(panel, "positive", by=cast.rustam, at=now)
    with pytest.raises(OutOfOrder, match="Too few"):
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now)
    actions.invite_to_panel(panel=panel, members=[doctor], by=cast.rustam, at=now)
    votes(panel, "positive", by=doctor, at=now)
    assert actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=doctor, at=now).outcome == "positive"


def test_a_conflict_found_out_later_takes_the_vote_out_of_the_count(panel, cast, now):
    for member in (cast.rustam, cast.malika):
        votes(panel, "negative", by=member, at=now)

    actions.declare_for_panel(panel=panel, conflict_of_interest=True, by=cast.malika, at=now)

    with pytest.raises(OutOfOrder, match="Too few"):
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now)


def test_nothing_is_decided_while_an_invited_member_has_not_voted_unless_excused_with_a_reason(
    panel, cast, doctor, now
):
    actions.invite_to_panel(panel=panel, members=[doctor], by=cast.rustam, at=now)
    for member in (cast.rustam, cast.malika):
        votes(panel, "positive", by=member, at=now)
    with pytest.raises(OutOfOrder, match="Not everyone"):
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now)
    with pytest.raises(NotPermitted, match="Another member"):
        actions.excuse_member(panel=panel, member=doctor, because="ill", by=cast.malika, at=now)
    for member, because in ((doctor, " "), (cast.malika, "votes the wrong way")):
        with pytest.raises(Refused, match="only before they voted"):
            actions.excuse_member(panel=panel, member=member, because=because, by=cast.rustam, at=now)

    actions.excuse_member(panel=panel, member=doctor, because="ill", by=cast.rustam, at=now)
    with pytest.raises(OutOfOrder, match="Not everyone"):
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now)
    actions.agree_to_excuse(panel=panel, member=doctor, by=cast.malika, at=now)

    assert LedgerEntry.objects.last().act == "agree_to_excuse"
    assert actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now).pk


def test_an_expected_dissenter_is_not_excused_away_by_one_agency(panel, cast, doctor, now):
    colleague = sits_at(cast.rustam.post.code, "umed")
    actions.invite_to_panel(panel=panel, members=[doctor, colleague], by=cast.rustam, at=now)
    with pytest.raises(Refused, match="Nobody asked"):
        actions.agree_to_excuse(panel=panel, member=doctor, by=cast.malika, at=now)
    actions.excuse_member(panel=panel, member=doctor, because="on a journey", by=cast.rustam, at=now)

    for one in (cast.rustam, colleague):
        with pytest.raises(NotPermitted, match="another agency"):
            actions.agree_to_excuse(panel=panel, member=doctor, by=one, at=now)

    assert panel_page(panel.case, colleague, at=now).to_excuse == ()
    shown = panel_page(panel.case, cast.malika, at=now).to_excuse
    assert [(each.seat.officer, each.because) for each in shown] == [(doctor, "on a journey")]
    assert LedgerEntry.objects.last().act == "read_excuse"
    votes(panel, "negative", by=doctor, at=now)  # comes all the same, and the vote counts
    with pytest.raises(Refused, match="voted or was excused meanwhile"):
        actions.agree_to_excuse(panel=panel, member=doctor, by=cast.malika, at=now)


def test_an_adult_exploited_only_as_a_child_is_not_asked_about_means(formal, cast, now):
    panel = actions.convene_panel(
        case=formal, members=[cast.rustam, cast.malika], exploited_as_child=True, by=cast.rustam, at=now
    )
    found = {key: FOUND[key] for key in ("act", "purpose")}
    for member in (cast.rustam, cast.malika):
        actions.declare_for_panel(panel=panel, conflict_of_interest=False, by=member, at=now)
        with pytest.raises(Refused, match="means are not asked"):
            actions.vote(panel=panel, outcome="positive", elements=FOUND, by=member, at=now)
        actions.vote(panel=panel, outcome="positive", elements=found, by=member, at=now)

    assert actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now).pk


def test_who_voted_is_done_while_others_are_waited_for(panel, cast, doctor, now):
    def waits_for(officer):
        return [item.reference for item in worklist(officer, now=now).items]

    actions.invite_to_panel(panel=panel, members=[doctor], by=cast.rustam, at=now)
    votes(panel, "positive", by=cast.rustam, at=now)
    actions.declare_for_panel(panel=panel, conflict_of_interest=True, by=doctor, at=now)

    assert waits_for(cast.rustam) == waits_for(doctor) == []
    assert waits_for(cast.malika) == [panel.case.reference]
    votes(panel, "positive", by=cast.malika, at=now)
    assert waits_for(cast.rustam) == waits_for(cast.malika) == [panel.case.reference]  # somebody writes it down


def test_members_of_one_agency_alone_do_not_decide(formal, cast, now):
    colleague = sits_at("commission_panel.formal_decider", "umed")
    panel = actions.convene_panel(case=formal, members=[cast.rustam, cast.malika], by=cast.rustam, at=now)
    actions.declare_for_panel(panel=panel, conflict_of_interest=True, by=cast.malika, at=now)
    actions.invite_to_panel(panel=panel, members=[colleague], by=cast.rustam, at=now)
    for member in (cast.rustam, colleague):
        votes(panel, "positive", by=member, at=now)

    with pytest.raises(OutOfOrder, match="one agency"):
        actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now)

    assert Case.objects.get().state == "formal_pending"


def test_whoever_decided_at_first_instance_does_not_sit_even_in_another_post(formal, cast, now):
    cast.davlat.post = Post.objects.get(code="panel_health.formal_decider")
    cast.davlat.save()

    with pytest.raises(Refused, match="Davlat decided, signed or voted"):
        actions.convene_panel(case=formal, members=[cast.rustam, cast.davlat], by=cast.rustam, at=now)

    assert not Panel.objects.exists()
    assert LedgerEntry.objects.last().act == "convene_panel.refused"


def test_neither_the_investigator_nor_a_desk_that_was_shown_the_case_as_police_sits(formal, cast, doctor, now):
    with pytest.raises(Refused, match="investigates"):
        actions.convene_panel(case=formal, members=[cast.rustam, cast.jamshed], by=cast.rustam, at=now)

    consent = record_consent(
        case=formal, purpose="police", given=True, language="tg", explained=True, by=cast.zarina, at=now
    )
    disclose(
        case=formal, to_desk=doctor.desk, purpose="police", fields=("names",), consent=consent, by=cast.zarina, at=now
    )
    with pytest.raises(Refused, match="Lola investigates"):
        actions.convene_panel(case=formal, members=[cast.rustam, doctor], by=cast.rustam, at=now)


def test_others_are_no_members(formal, cast, now):
    with pytest.raises(Refused, match="holds no post that decides"):
        actions.convene_panel(case=formal, members=[cast.rustam, cast.nigina], by=cast.rustam, at=now)
    for officer in (cast.davlat, cast.jamshed, cast.nigina, cast.zarina, cast.safar):
        with pytest.raises(NotPermitted):
            actions.convene_panel(case=formal, members=[cast.rustam], by=officer, at=now)


def test_a_panel_of_one_or_of_one_agency_is_not_called_together(formal, cast, now):
    beside = Officer.objects.create(post=cast.rustam.post, username="beside", name="Beside", password="!")

    for members in ([cast.rustam], [cast.rustam, beside]):
        with pytest.raises(Refused, match="at least two members, of two agencies"):
            actions.convene_panel(case=formal, members=members, by=cast.rustam, at=now)

    assert not Panel.objects.exists()


def test_whoever_was_not_invited_neither_declares_nor_votes_nor_concludes(panel, cast, doctor, now):
    for do in (
        lambda: votes(panel, "negative", by=doctor, at=now),
        lambda: actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=doctor, at=now),
    ):
        with pytest.raises(NotPermitted, match="not invited"):
            do()


def test_a_vote_needs_a_reason_for_each_element(panel, cast, now):
    actions.declare_for_panel(panel=panel, conflict_of_interest=False, by=cast.rustam, at=now)

    for missing in FOUND:
        with pytest.raises(Refused, match="reason for each element"):
            actions.vote(panel=panel, outcome="negative", elements={**FOUND, missing: " "}, by=cast.rustam, at=now)
    with pytest.raises(Refused, match="written reasons"):
        actions.vote(panel=panel, outcome="negative", elements=dict.fromkeys(FOUND, "no"), by=cast.rustam, at=now)


def test_means_are_not_asked_about_for_a_child(panel, cast, now):
    Case.objects.update(track="child")
    panel.refresh_from_db()
    votes(panel, "positive", by=cast.rustam, at=now)

    with pytest.raises(Refused, match="means are not asked"):
        actions.vote(panel=panel, outcome="negative", elements=FOUND, by=cast.rustam, at=now)

    assert set(vault.unseal(PanelSeat.objects.get(officer=cast.rustam))["votes"][0]["elements"]) == {"act", "purpose"}


def test_no_panel_before_the_formal_decision_is_due_and_one_at_a_time(pending, cast, now):
    decide(pending, by=cast.davlat, at=now)
    members = [cast.rustam, cast.malika]
    with pytest.raises(OutOfOrder, match="No formal decision is due"):
        actions.convene_panel(case=pending, members=members, by=cast.rustam, at=now)

    actions.open_formal_decision(case=pending, asked_by_person=True, by=cast.rustam, at=now)
    actions.convene_panel(case=pending, members=members, by=cast.rustam, at=now)

    with pytest.raises(Conflict, match="already"):
        actions.convene_panel(case=pending, members=members, by=cast.malika, at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Panel.objects.create(case=pending, convened_by=cast.malika, convened_at=now)


def test_a_panel_that_decided_takes_nothing_more(formal, cast, doctor, now):
    decided_by(formal, {cast.rustam: "positive", cast.malika: "positive"}, at=now)
    old = Panel.objects.get()

    for do in (
        lambda: actions.vote(panel=old, outcome="negative", elements=FOUND, by=cast.malika, at=now),
        lambda: actions.conclude_panel(panel=old, form="labour", reasons=WRITTEN, by=cast.malika, at=now),
        lambda: actions.invite_to_panel(panel=old, members=[doctor], by=cast.malika, at=now),
    ):
        with pytest.raises(Conflict, match="decided already"):
            do()
    with pytest.raises(Conflict, match="No panel sits"):
        panel_in(formal)
    assert Decision.objects.filter(stage="formal").count() == 1


def test_a_panel_waits_while_the_person_is_out_of_the_mechanism_and_emptied_votes_are_no_votes(panel, cast, now):
    """A person withdrew while the panel sat, came back, and declined: their words and the votes on them are gone."""
    for member in (cast.rustam, cast.malika):
        votes(panel, "positive", by=member, at=now)
    Case.objects.update(state="declined_anonymous")
    PanelSeat.objects.update(sealed=None, sealed_key=None)
    panel = panel_in(Case.objects.get())

    for does in (
        lambda: actions.vote(panel=panel, outcome="positive", elements=FOUND, by=cast.rustam, at=now),
        lambda: actions.conclude_panel(panel=panel, form="labour", reasons=WRITTEN, by=cast.rustam, at=now),
    ):
        with pytest.raises(OutOfOrder, match="does not wait for this panel"):
            does()
    Case.objects.update(state="formal_pending")
    with pytest.raises(OutOfOrder, match="voted"):
        actions.conclude_panel(
            panel=panel_in(Case.objects.get()), form="labour", reasons=WRITTEN, by=cast.rustam, at=now
        )
