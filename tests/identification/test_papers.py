"""The papers of a decision: reasons for the person, status and nothing else for others, taken out on record."""

from __future__ import annotations

import json

import pytest
import typst
from django.utils import translation

from panoh.identification import actions
from panoh.identification.models import Decision
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder
from tests.identification.conftest import NAMES, REASONS, decide
from tests.identification.panels import FOUND, WRITTEN, decided_by, sits_at
from tests.identification.test_telling import tell

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("for_a_purpose")]


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What was handed to the typesetter, which sets it all the same."""
    handed, compile_as_ever = [], typst.compile

    def compile_and_keep(*given, sys_inputs, **more):
        handed.append(json.dumps(json.loads(sys_inputs["data"]), ensure_ascii=False))
        return compile_as_ever(*given, sys_inputs=sys_inputs, **more)

    monkeypatch.setattr(typst, "compile", compile_and_keep)
    return handed


@pytest.fixture
def grounds(pending, cast, now) -> Decision:
    return decide(pending, elements={"act": FOUND["act"]}, by=cast.davlat, at=now)


@pytest.fixture
def shown(grounds, cast, now) -> Decision:
    """By two votes against one it was not shown."""
    case = Case.objects.get()
    actions.open_formal_decision(case=case, asked_by_person=True, by=cast.rustam, at=now)
    doctor = sits_at("panel_health.formal_decider", "lola")
    return decided_by(case, {cast.rustam: "negative", cast.malika: "positive", doctor: "negative"}, at=now)


def test_a_panel_s_decision_names_agencies_and_no_member_and_notes_dissent(shown, cast, now, said):
    made = actions.print_decision(decision=shown, by=cast.nigina, at=now)

    assert made.startswith(b"%PDF")
    whole = json.loads(said[0])
    text = json.dumps(whole["sections"], ensure_ascii=False)
    assert WRITTEN in text
    assert all(found in text for found in FOUND.values())
    assert not any(officer.name in text for officer in (cast.rustam, cast.malika))
    assert [section["heading"] for section in whole["sections"]][3] == "Who saw it differently"
    assert "3 members: 2 for this decision, 1 against" in text
    assert "within 90 days of being told" in text
    assert LedgerEntry.objects.last().act == "print_decision"


def test_the_paper_of_a_preliminary_refusal_says_what_was_found_on_each_element(pending, cast, now, said):
    decided = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)
    actions.sign(decision=decided, by=cast.gulnora, at=now)

    actions.print_decision(decision=decided, by=cast.nigina, at=now)

    assert all(found in said[0] for found in FOUND.values())


def test_once_told_the_paper_says_until_when_to_ask(shown, cast, now, said):
    tell(shown, by=cast.zarina, at=now)

    actions.print_decision(decision=shown, by=cast.nigina, at=now)

    assert "Ask until 14.02.2027" in said[0]


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_in_each_language_of_the_pages(shown, cast, now, language):
    with translation.override(language):
        assert actions.print_decision(decision=shown, by=cast.nigina, at=now).startswith(b"%PDF")


def test_a_certificate_names_the_status_and_nothing_of_what_was_done(grounds, cast, now, said):
    actions.print_certificate(decision=grounds, by=cast.nigina, at=now)

    assert NAMES[0][0] in said[0]
    assert "is not removed" in said[0]
    hidden = (REASONS, FOUND["act"], "labour", "forced", "sexual", "exploitation", "her sister", "DEMO 123")
    assert not [word for word in hidden if word in said[0]]
    assert LedgerEntry.objects.last().act == "print_certificate"
    assert {"read_identity", "print_certificate"} <= set(LedgerEntry.objects.values_list("act", flat=True))


def test_the_form_of_exploitation_changes_nothing_on_a_certificate(grounds, cast, now, said):
    for form in ("labour", "sexual", "other"):
        Decision.objects.update(form=form)
        Case.objects.update(form=form)
        actions.print_certificate(decision=Decision.objects.get(), by=cast.nigina, at=now)

    assert len(set(said)) == 1


def test_there_is_no_certificate_of_a_refusal_nor_paper_of_a_proposal(pending, cast, now):
    proposed = decide(pending, outcome="negative", form="unknown", by=cast.davlat, at=now)

    with pytest.raises(OutOfOrder, match="proposal and no decision"):
        actions.print_decision(decision=proposed, by=cast.nigina, at=now)
    with pytest.raises(OutOfOrder, match="No status was given"):
        actions.print_certificate(decision=proposed, by=cast.nigina, at=now)
    assert LedgerEntry.objects.last().act == "print_certificate.refused"


def test_of_words_that_were_erased_page_and_paper_say_so(grounds, cast, now, client):
    case, by = grounds.case, {"by": cast.zarina, "at": now}
    actions.record_withdrawal(case=case, effect_explained=True, words="", **by)
    actions.come_back(case=case, **by)
    actions.record_refusal(case=case, reason="not_a_victim", **by)
    grounds.refresh_from_db()

    with pytest.raises(OutOfOrder, match="were erased"):
        actions.print_decision(decision=grounds, by=cast.davlat, at=now)
    client.force_login(cast.davlat)
    page = client.get(f"/identification/decisions/{grounds.pk}/")
    assert (page.status_code, "were erased" in page.content.decode()) == (422, True)
    assert client.get(f"/api/identification/decisions/{grounds.pk}/reasons").status_code == 422


def test_who_may_not_open_the_name_takes_out_no_certificate(grounds, cast, now):
    for officer in (cast.rustam, cast.behruz, cast.safar, cast.jamshed):
        with pytest.raises(NotPermitted):
            actions.print_certificate(decision=grounds, by=officer, at=now)


def test_by_page_and_api_as_a_download(grounds, cast, client):
    client.force_login(cast.zarina)
    for address in (
        f"/identification/decisions/{grounds.pk}/paper/?language=ru",
        f"/identification/decisions/{grounds.pk}/certificate/?language=tg",
        f"/api/identification/decisions/{grounds.pk}/paper",
        f"/api/identification/decisions/{grounds.pk}/certificate?language=en",
    ):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf"), address
        assert "certificate" not in answer["Content-Disposition"]
    assert "Certificate of status" in client.get(f"/identification/{grounds.case_id}/").content.decode()
