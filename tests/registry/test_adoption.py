"""From a draft to an adopted procedure, by two agencies; and what that means for cases that run already."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from panoh.instruments import countries
from panoh.registry import ledger
from panoh.registry.actions import (
    PersonGiven,
    adopt_procedure,
    answer_comment,
    comment_on_procedure,
    convene_group,
    open_case,
    propose_adoption,
    put_up_procedure,
    register_person,
    set_procedure_aside,
    take_step,
)
from panoh.registry.models import Case, LedgerEntry, Officer, ProcedureText
from panoh.registry.queries import in_force, procedure_of
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

pytestmark = pytest.mark.django_db

HOUSE = countries.procedure_text("tj")
MET = frozenset({"private_place", "independent_interpreter"})


def draft(version: str = "2027.1", **changes: str) -> str:
    """The house's text under another version, with pieces of it changed."""
    text = HOUSE.replace('version: "2026.1"', f'version: "{version}"')
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    return text


SHORTER = ("pauses_on: [S12], amount: 24, unit: hours", "pauses_on: [S12], amount: 12, unit: hours")
LONGER = ("pauses_on: [S12], amount: 24, unit: hours", "pauses_on: [S12], amount: 48, unit: hours")
ONE_HAND = (", four_eyes: true", "")


@pytest.fixture
def put_up(cast, now):
    return lambda **changes: put_up_procedure(content=draft(**changes), by=cast.nigina, at=now)


@pytest.fixture
def consulted(put_up, cast, now):
    def made(**changes):
        text = put_up(**changes)
        agencies = [cast.shahlo.desk.agency, cast.zarina.desk.agency]
        convene_group(text=text, name="Readers", agencies=agencies, until=now.date(), by=cast.nigina, at=now)
        for officer in (cast.shahlo, cast.zarina):
            said = comment_on_procedure(text=text, words="Too slow.", step="screen", by=officer, at=now)
            answer_comment(comment=said, taken_up=True, answer="Shortened.", by=cast.nigina, at=now)
        return text

    return made


@pytest.fixture
def adopted(consulted, cast, now):
    def made(**changes):
        text = consulted(**changes)
        propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.rustam, at=now)
        return adopt_procedure(text=text, by=cast.davlat, at=now)

    return made


@pytest.fixture
def presumed(cast, now):
    """A case on its first step, at the airport."""
    person = register_person(given=PersonGiven(names=(("Заррина", "passport"),)), by=cast.zarina, at=now)
    case = open_case(person=person, track="adult", by=cast.zarina, at=now)
    return take_step(case=case, step="screen", to="presumed", met=MET, by=cast.zarina, at=now)


def test_what_came_with_the_software_is_kept_and_in_force(cast):
    kept = ProcedureText.objects.get()

    assert (kept.status, kept.content, kept.version) == ("house", HOUSE, in_force().version)


def test_a_draft_is_adopted_by_two_agencies_and_new_cases_run_under_it(adopted, cast, now):
    text = adopted(clock=SHORTER)

    assert (in_force().version, in_force().adoption.status) == ("2027.1", "adopted")
    assert (text.proposed_by, text.adopted_by, text.document) == (cast.rustam, cast.davlat, "Order 7")
    person = register_person(given=PersonGiven(names=(("Нигора", "passport"),)), by=cast.zarina, at=now)
    assert open_case(person=person, track="adult", by=cast.zarina, at=now).procedure_version == "2027.1"
    acts = list(
        LedgerEntry.objects.filter(subject=f"procedure:{text.pk}").order_by("seq").values_list("act", flat=True)
    )
    assert acts[0] == "put_up_procedure"
    assert acts[-2:] == ["propose_adoption", "adopt_procedure"]
    assert ledger.verify().whole


def test_whoever_proposed_it_cannot_adopt_it_nor_can_their_agency(consulted, cast, now):
    text = consulted()
    with pytest.raises(OutOfOrder, match="Nobody has proposed"):
        adopt_procedure(text=text, by=cast.davlat, at=now)
    propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.rustam, at=now)

    colleague = Officer.objects.create(post=cast.rustam.post, username="colleague", name="Colleague", password="!")
    for officer in (cast.rustam, colleague):
        with pytest.raises(Refused, match="two agencies"):
            adopt_procedure(text=text, by=officer, at=now)

    assert in_force().version == "2026.1"
    assert LedgerEntry.objects.filter(act="adopt_procedure.refused").count() == 3


def test_a_draft_that_breaks_a_promise_is_talked_over_and_never_adopted(consulted, cast, now):
    text = consulted(refusals=ONE_HAND)

    with pytest.raises(OutOfOrder, match=r"two signatures.*S00 → S02 → S04 → S05 → S07"):
        propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.rustam, at=now)


def test_a_draft_the_pages_cannot_follow_is_not_adopted(consulted, cast, now):
    text = consulted(step=("key: take_in,", "key: take_over,"))

    with pytest.raises(OutOfOrder, match="pages of this system cannot work"):
        propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.rustam, at=now)


def test_nothing_is_adopted_before_everybody_asked_has_spoken_and_was_answered(put_up, cast, now):
    text = put_up()

    def propose(at=now):
        return propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.rustam, at=at)

    with pytest.raises(OutOfOrder, match="No working group"):
        propose()
    asked = [cast.shahlo.desk.agency]
    convene_group(text=text, name="Shelters", agencies=asked, until=now.date(), by=cast.nigina, at=now)
    with pytest.raises(OutOfOrder, match="“Shelters” still has time"):
        propose()
    said = comment_on_procedure(text=text, words="Two hours are short.", by=cast.shahlo, at=now)
    with pytest.raises(OutOfOrder, match="not answered"):
        propose()
    answer_comment(comment=said, taken_up=False, answer="People wait.", by=cast.nigina, at=now)
    assert propose().proposed_by == cast.rustam


def test_a_comment_is_answered_once(put_up, cast, now):
    said = comment_on_procedure(text=put_up(), words="Too slow.", by=cast.zarina, at=now)
    answer_comment(comment=said, taken_up=True, answer="Yes.", by=cast.nigina, at=now)

    with pytest.raises(Conflict):
        answer_comment(comment=said, taken_up=False, answer="No.", by=cast.davlat, at=now)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id: [", "line 2"),
        ("id: x", "at the top: 'version' is missing"),
        (draft(version="2026.1"), "version 2026.1 already"),
        (draft(state=("to: [S01, S02]", "to: [S01, S77]")), "unknown state 'S77'"),
        (draft(country=("country: tj", "country: kg")), "written for the country"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_the_place(cast, now, content, says):
    with pytest.raises(Refused, match=re.escape(says)):
        put_up_procedure(content=content, by=cast.nigina, at=now)


def test_only_whose_post_it_is_carries_a_draft(put_up, cast, now):
    text = put_up()
    with pytest.raises(NotPermitted):
        put_up_procedure(content=draft(version="2027.2"), by=cast.zarina, at=now)
    with pytest.raises(NotPermitted):
        propose_adoption(text=text, document="Order 7", document_on=now.date(), by=cast.nigina, at=now)
    with pytest.raises(NotPermitted):
        comment_on_procedure(text=text, words="Hello", by=cast.safar, at=now)
    with pytest.raises(Refused, match="no step"):
        comment_on_procedure(text=text, words="Hello", step="nonsense", by=cast.zarina, at=now)
    with pytest.raises(Refused, match="at least one agency"):
        convene_group(text=text, name="Nobody", agencies=[], until=now.date(), by=cast.nigina, at=now)


def test_a_draft_set_aside_makes_room_for_a_mended_one(put_up, cast, now):
    first = put_up(refusals=ONE_HAND)
    set_procedure_aside(text=first, because="One hand is too few.", by=cast.nigina, at=now)

    assert put_up().pk != first.pk
    with pytest.raises(OutOfOrder, match="no draft"):
        comment_on_procedure(text=first, words="Too late", by=cast.zarina, at=now)


def test_a_case_follows_at_the_next_step_and_its_clocks_protect_no_less(presumed, adopted, cast, now):
    before = presumed.clocks.get(clock="referral", stopped_at=None).due_at
    later = now + timedelta(hours=1)
    adopted(clock=SHORTER)
    assert procedure_of(Case.objects.get(pk=presumed.pk)).version == "2026.1"

    take_step(case=presumed, step="protect", by=cast.zarina, at=later)

    assert Case.objects.get(pk=presumed.pk).procedure_version == "2027.1"
    running = presumed.clocks.get(clock="referral", stopped_at=None)
    assert running.due_at == later + timedelta(hours=12) < before
    line = LedgerEntry.objects.get(act="follow_newer_version")
    assert (line.subject, line.detail) == (f"case:{presumed.pk}", {"was": "2026.1", "now": "2027.1"})


def test_a_case_stays_where_the_newer_version_protects_less(presumed, adopted, cast, now):
    adopted(clock=LONGER)

    take_step(case=presumed, step="protect", by=cast.zarina, at=now)

    assert in_force().version == "2027.1"
    assert Case.objects.get(pk=presumed.pk).procedure_version == "2026.1"
    assert not LedgerEntry.objects.filter(act="follow_newer_version").exists()
