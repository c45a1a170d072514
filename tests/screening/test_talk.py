"""The talk itself: first needs before consent, interpreters, children, breaks, two officers at once; with ledger and refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.referral.actions import record_need
from panoh.referral.queries import case_block
from panoh.registry import vault
from panoh.registry.actions import put_on_track
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.screening.actions import (
    begin_screening,
    decline,
    finish,
    pause,
    record_agreement,
    record_answers,
    resume,
    tell_conditions,
    tell_needs_now,
)
from panoh.screening.models import Pause, RosterEntry, Screening
from panoh.screening.queries import go_on, worklist
from panoh.screening.queries.talk import talk_of
from panoh.screening.rules.conditions import Conditions
from tests.screening.rosters import known

pytestmark = pytest.mark.django_db
INDEPENDENT = Conditions(interpreter="professional", sworn=True, sex_wished="female", present=("lawyer",))


def last_line() -> LedgerEntry:
    return LedgerEntry.objects.latest("seq")


def test_what_is_needed_at_once_is_kept_before_consent_and_names_no_one(cast, now):
    screening = begin_screening(in_danger=False, needs_now=("doctor", "food"), by=cast.zarina, at=now)

    assert (screening.needs_now, screening.case, screening.sealed) == (["doctor", "food"], None, None)
    assert "A doctor" in worklist(cast.zarina, now=now).items[0].why


def test_an_urgent_need_that_is_on_no_list_is_refused_because_it_could_name_someone(begun, cast, now):
    with pytest.raises(Refused, match="Malika from the bazaar"):
        tell_needs_now(screening=begun, needs_now=("Malika from the bazaar",), by=cast.zarina, at=now)

    assert Screening.objects.get().needs_now == []
    assert last_line().act == "tell_needs_now.refused"


def test_referral_shows_what_was_said_at_the_start_until_it_is_a_need(agreed, cast, now):
    tell_needs_now(screening=agreed, needs_now=("safe_place",), by=cast.zarina, at=now)
    assert last_line().act == "tell_needs_now"

    shown = case_block(cast.zarina, agreed.case, now=now)
    record_need(case=agreed.case, service="safe_accommodation", urgency="now", note="", by=cast.zarina, at=now)

    assert [each.key for each in shown.said_at_start] == ["safe_accommodation"]
    assert case_block(cast.zarina, agreed.case, now=now).said_at_start == ()


def tell(screening: Screening, told: Conditions, cast, now, *, track: str = "adult", interpreter: bool = True):
    return tell_conditions(
        screening=screening,
        private_place=True,
        language="bn",
        interpreter=interpreter,
        track=track,
        told=told,
        by=cast.zarina,
        at=now,
    )


@pytest.mark.parametrize("told", [Conditions(interpreter="family", sworn=True), Conditions(interpreter="ngo")])
def test_an_interpreter_who_is_not_independent_or_made_no_promise_stops_it(begun, cast, now, told):
    with pytest.raises(Refused) as refused:
        tell(begun, told, cast, now)

    assert refused.value.way_forward
    assert Screening.objects.get().language == "tg"
    assert last_line().act == "tell_conditions.refused"


def test_how_the_talk_is_held_stays_with_the_screening_and_the_ledger(begun, cast, now):
    held = tell(begun, INDEPENDENT, cast, now)
    record_agreement(screening=held, by=cast.zarina, at=now)

    talk = talk_of(Screening.objects.get(), now=now + timedelta(minutes=40))
    assert (talk.language, talk.mode, talk.interpreter, talk.present) == (
        "bn",
        "in_person",
        "professional",
        ("lawyer",),
    )
    assert (talk.explained_version, talk.explained_language, talk.minutes) == ("2026.1", "bn", 40)
    assert LedgerEntry.objects.filter(act="tell_conditions").latest("seq").detail["interpreter"] == "professional"


def test_a_language_without_a_text_is_kept_as_explained_by_word_of_mouth(begun, cast, now):
    Screening.objects.filter(pk=begun.pk).update(language="sgh")

    record_agreement(screening=begun, by=cast.zarina, at=now)

    assert (Screening.objects.get().explained_version, Screening.objects.get().explained_language) == ("2026.1", "")


def test_a_childs_own_wish_is_kept_and_protection_does_not_wait_for_it(cast, now):
    screening = begin_screening(track="child", language="tg", by=cast.zarina, at=now)

    record_agreement(screening=screening, agreed=False, wish="with_someone", by=cast.zarina, at=now)

    assert (Screening.objects.get().child_wish, Case.objects.get().track) == ("with_someone", "child")


def test_a_break_keeps_everything_and_comes_back_at_the_time_agreed(coerced, cast, a_colleague, now):
    later = now + timedelta(hours=2)

    pause(screening=coerced, reason="prayer", go_on_at=later, goes_on=a_colleague, by=cast.zarina, at=now)

    item = worklist(cast.zarina, now=now).items[0]
    assert (item.due_at, "Komron goes on" in item.why) == (later, True)
    assert go_on(Screening.objects.get())[0] == "paused"
    assert last_line().act == "pause"
    held = resume(screening=coerced, by=a_colleague, at=later)
    assert go_on(held)[0] == "questions"
    assert (Pause.objects.get().resumed_by, last_line().act) == (a_colleague, "resume")


def test_after_hours_danger_and_privacy_are_asked_again(coerced, cast, now):
    pause(screening=coerced, reason="tired", by=cast.zarina, at=now)
    late = now + timedelta(hours=5)

    with pytest.raises(Refused, match="nobody else listens"):
        resume(screening=coerced, by=cast.zarina, at=late)
    with pytest.raises(Refused):
        resume(screening=coerced, in_danger=False, private_place=False, by=cast.zarina, at=late)
    held = resume(screening=coerced, in_danger=True, private_place=True, by=cast.zarina, at=late)

    assert held.in_danger is True


def test_pausing_twice_is_one_break_and_an_answer_sent_late_is_still_taken(coerced, cast, now):
    first = pause(screening=coerced, reason="food", by=cast.zarina, at=now)

    assert pause(screening=coerced, reason="food", by=cast.zarina, at=now) == first
    record_answers(screening=coerced, answers={"act": "yes"}, by=cast.zarina, at=now)


def test_whoever_declines_leaves_nothing_of_the_talk_either(begun, cast, now):
    tell(begun, INDEPENDENT, cast, now)
    tell_needs_now(screening=begun, needs_now=("doctor",), by=cast.zarina, at=now)
    pause(screening=begun, reason="distressed", by=cast.zarina, at=now)

    kept = decline(screening=begun, reason="not_now", by=cast.zarina, at=now)

    assert (kept.needs_now, kept.conditions, Pause.objects.count()) == ([], {}, 0)


def test_finishing_ends_a_break(coerced, cast, now):
    pause(screening=coerced, reason="tired", by=cast.zarina, at=now)

    finish(screening=coerced, by=cast.zarina, at=now + timedelta(hours=1))

    assert Pause.objects.get().resumed_by == cast.zarina


def test_a_break_is_handed_to_no_other_desk_and_set_to_no_time_past(coerced, cast, now):
    with pytest.raises(Refused, match="colleague"):
        pause(screening=coerced, reason="tired", goes_on=cast.behruz, by=cast.zarina, at=now)
    with pytest.raises(Refused, match="past"):
        pause(screening=coerced, reason="tired", go_on_at=now - timedelta(minutes=1), by=cast.zarina, at=now)
    with pytest.raises(Refused, match="list"):
        pause(screening=coerced, reason="she cried", by=cast.zarina, at=now)
    with pytest.raises(NotPermitted):
        pause(screening=coerced, reason="tired", by=cast.behruz, at=now)
    finish(screening=coerced, by=cast.zarina, at=now)
    with pytest.raises(OutOfOrder):
        pause(screening=coerced, reason="tired", by=cast.zarina, at=now)
    assert Pause.objects.count() == 0


def test_a_break_and_going_on_again_on_the_pages(client, coerced, cast):
    client.force_login(cast.zarina)
    questions = client.post(reverse("screening:questions", args=[coerced.pk, 1]), {"act": "yes", "go": "kindly"})

    page = client.get(questions.url).content.decode()
    done = client.post(reverse("screening:pause", args=[coerced.pk]), {"reason": "distressed"}, follow=True)
    on = client.post(reverse("screening:paused", args=[coerced.pk]))

    assert "You did nothing wrong" in page
    assert "The talk rests" in done.content.decode()
    assert on.url == reverse("screening:questions", args=[coerced.pk, 2])


def test_breaks_and_first_needs_through_the_api(client, coerced, cast, a_colleague):
    client.force_login(cast.zarina)

    def send(what: str, **body):
        return client.post(f"/api/screening/{coerced.pk}/{what}", body, content_type="application/json")

    assert send("needs-now", needs_now=["doctor"]).status_code == 200
    assert send("pause", reason="tired", goes_on=a_colleague.pk).json()["go_on"] == "paused"
    assert send("pause", reason="tired", goes_on=cast.behruz.pk).json()["code"] == "refused"
    assert send("resume").json()["go_on"] == "questions"
    told = {"private_place": True, "language": "tg", "interpreter": True, "track": "adult"}
    assert send("conditions", **told, told={"interpreter": "child", "sworn": True}).status_code == 422
    assert send("conditions", **told, told={"interpreter": "ngo", "sworn": True}).status_code == 200


def test_whoever_begins_beside_a_colleague_is_told_who_and_since_when_and_may_choose(
    client, entry, cast, a_colleague, now
):
    there = begin_screening(roster_entry=entry, by=cast.zarina, at=now)
    client.force_login(a_colleague)
    address = reverse("screening:begin_for", args=[entry.pk])

    page = client.post(address, {"in_danger": "no", "needs_now": ["food"]}).content.decode()

    assert "Zarina" in page
    assert reverse("screening:go_on", args=[there.pk]) in page
    assert "Ҷамила" not in page
    assert Screening.objects.count() == 1
    client.post(address, {"in_danger": "no", "needs_now": ["food"], "knowingly": "on"})
    assert Screening.objects.get(started_by=a_colleague).needs_now == ["food"]


def test_a_finished_interview_is_no_open_one(coerced, cast, now):
    finish(screening=coerced, by=cast.zarina, at=now)

    assert begin_screening(case=coerced.case, by=cast.zarina, at=now).case == coerced.case


def test_the_refusal_carries_the_open_interview(entry, cast, now):
    there = begin_screening(roster_entry=entry, by=cast.zarina, at=now)

    with pytest.raises(Conflict) as told:
        begin_screening(roster_entry=entry, by=cast.zarina, at=now)

    assert told.value.both == there
    assert last_line().act == "begin_screening.refused"


class TestAgainAsAChild:
    @pytest.fixture
    def again(self, agreed, cast, now):
        """A second talk with somebody on record; `again(track)` tells its conditions."""
        case = Case.objects.get()

        def begin(track: str) -> Screening:
            talk = begin_screening(case=case, knowingly=True, by=cast.zarina, at=now)
            told = {"private_place": True, "language": "tg", "interpreter": False, "track": track}
            return tell_conditions(screening=talk, **told, by=cast.zarina, at=now)

        return begin

    def test_doubt_that_arises_in_a_later_talk_puts_the_case_on_the_childs_way(self, again, cast, now):
        talk = again("child")

        record_agreement(screening=talk, agreed=False, wish="later", by=cast.zarina, at=now)

        talk.refresh_from_db()
        assert (talk.track, talk.child_wish, Case.objects.get().track) == ("child", "later", "child")

    def test_who_is_a_child_on_record_declines_nothing_whatever_is_ticked_in_a_later_talk(self, again, cast, now):
        put_on_track(case=Case.objects.get(), track="child", by=cast.zarina, at=now)
        talk = again("adult")

        with pytest.raises(Refused, match="A child cannot decline"):
            decline(screening=talk, reason="not_now", by=cast.zarina, at=now)
        record_agreement(screening=talk, agreed=False, by=cast.zarina, at=now)

        talk.refresh_from_db()
        assert talk.track == "child"

    def test_before_anybody_asked_the_years_on_a_list_count(self, raid, add, cast, now):
        girl = add(known("Кӯдак", born_from=2012, born_to=2012))
        talk = begin_screening(roster_entry=girl, by=cast.zarina, at=now)

        with pytest.raises(Refused, match="A child cannot decline"):
            decline(screening=talk, reason="not_now", by=cast.zarina, at=now)

        assert vault.unseal(RosterEntry.objects.get())["name"] == "Кӯдак"


def test_a_line_and_a_case_are_one_person_s_only_when_somebody_said_so(entry, agreed, cast, now):
    before = Screening.objects.count()
    with pytest.raises(Refused, match="not known to be one person"):
        begin_screening(roster_entry=entry, case=agreed.case, knowingly=True, by=cast.zarina, at=now)
    assert Screening.objects.count() == before
    entry.refresh_from_db()
    assert (entry.case, entry.claimed_by) == (None, None)
