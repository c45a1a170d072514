"""A case shown for a residence permit is shown to decide on it, and to do nothing else in it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.exchange.housekeeping import sweep
from panoh.justice.actions import PenaltyGiven, record_penalty, refuse_permit
from panoh.protection.actions import record_service
from panoh.referral.actions import answer, record_need, refer
from panoh.registry import access
from panoh.registry.actions import add_attachment, disclose, show_attachments
from panoh.registry.models import Case, LedgerEntry
from panoh.registry.queries import case_for, read_identity
from panoh.registry.queries.attachments import attachments_page
from panoh.registry.refusals import NotPermitted
from tests.journeys import ways
from tests.justice import staying
from tests.registry.files import png

pytestmark = pytest.mark.django_db
FOR_THE_PERMIT = {"see_case", "read_identity", "read_attachment", "decide_permit"}
OTHERS = (
    "record_service", "record_penalty", "add_attachment", "read_guardian", "print_case", "print_certificate",
    "receive_return", "follow_return", "answer_referral",
)  # fmt: skip


@pytest.fixture
def her(cast, now) -> Case:
    return staying.abroad(cast, at=now)


@pytest.fixture
def authority(her, cast, now):
    staying.asked(her, cast, at=now)
    return staying.authority(cast)


def records(case: Case, by, at):
    """The three acts of somebody who works on a case, by name."""
    return {
        "record_service": lambda: record_service(
            case=case, service="residence_permit_help", on=at.date(), payer="state", by=by, at=at
        ),
        "record_penalty": lambda: record_penalty(
            case=case, given=PenaltyGiven(kind="fine", on=at.date(), authority="migration"), by=by, at=at
        ),
        "add_attachment": lambda: add_attachment(
            case=case, kind="identity_paper", label="a passport", content=png(), by=by, at=at
        ),
    }


@pytest.mark.parametrize("name", ["record_service", "record_penalty", "add_attachment"])
def test_the_authority_records_nothing_of_what_others_do_for_her(her, authority, now, name):
    with pytest.raises(NotPermitted):
        records(her, authority, now)[name]()

    assert not LedgerEntry.objects.filter(act=name).exists()
    assert not her.attachments.exists()


def test_every_act_is_shut_but_those_of_the_permit_by_one_look_and_by_lists_alike(her, authority):
    role, disclosed = access.Role.MIGRATION_AUTHORITY, access.Scope.DISCLOSED
    of_the_post = {act for act in access.Act if access.TABLE[act].get(role) is disclosed}
    may = {act.value for act in of_the_post if access.may(authority, act, her)}
    listed = {act.value for act in of_the_post if access.within(Case.objects.all(), authority, act).exists()}
    in_reach = {act.value for act in of_the_post if her.clocks.filter(access.in_reach(authority, act)).exists()}

    assert may == listed == in_reach == FOR_THE_PERMIT
    assert {act.value for act in of_the_post} == FOR_THE_PERMIT | set(OTHERS)


def test_pages_and_api_say_so_and_show_no_door(her, authority, client, now):
    client.force_login(authority)
    shown = client.get(reverse("case", args=[her.pk]))
    pages = {
        "protection:service": [her.pk],
        "justice:penalties": [her.pk],
        "attachments": [her.pk],
        "case_paper": [her.pk],
    }
    posted = {
        "/api/protection/services": {
            "case": str(her.pk), "service": "residence_permit_help", "on": str(now.date()), "payer": "state",
        },
        f"/api/justice/cases/{her.pk}/penalties": {"kind": "fine", "on": str(now.date()), "authority": "migration"},
    }  # fmt: skip

    assert shown.status_code == 200
    doors = {name: reverse(name, args=of) in shown.content.decode() for name, of in pages.items()}
    assert doors == {**dict.fromkeys(pages, False), "attachments": True}, "what the person shows of papers is read"
    for name in ("protection:service", "justice:penalties", "case_paper"):
        assert client.get(reverse(name, args=pages[name])).status_code == 403, name
    for path, body in posted.items():
        assert client.post(path, body, content_type="application/json").status_code == 403, path
    file = SimpleUploadedFile("a.png", png(), content_type="image/png")
    sent = client.post(f"/api/desk/cases/{her.pk}/attachments", {"file": file, "kind": "travel", "label": "x"})
    assert (sent.status_code, her.attachments.count()) == (403, 0)


def test_no_row_of_her_stands_in_a_file_of_cases_it_takes_out(authority, client, now):
    client.force_login(authority)

    page = client.get(reverse("exchange:figures"))
    file = client.get(reverse("exchange:cases_htcds"), {"year": now.year})

    assert reverse("exchange:cases_htcds") not in page.content.decode(), "nothing is in its reach"
    assert (file.status_code, "0 cases" in file.content.decode()) == (422, True)


def test_it_reads_who_she_is_and_the_papers_she_shows_and_decides(her, authority, cast, now):
    add_attachment(case=her, kind="identity_paper", label="a passport", content=png(), by=cast.zarina, at=now)
    show_attachments(disclosure=her.disclosures.get(), classes=["identity"], by=cast.zarina, at=now)

    assert read_identity(case=her, viewer=authority, purpose="case_page", at=now).names
    assert len(attachments_page(authority, case_for(authority, her.pk), at=now).lines) == 1
    waiting = her.permit_requests.get()
    assert refuse_permit(request=waiting, reasons=staying.REASONS, by=authority, at=now).granted is False


def test_a_desk_of_the_authority_that_was_asked_for_a_service_too_records_as_before(her, authority, cast, now):
    ways.agrees(her, "service", by=cast.zarina, at=now)
    need = record_need(case=her, service="residence_permit_help", urgency="soon", note="", by=cast.zarina, at=now)
    yes = her.consents.get(purpose="service")
    asked = refer(need=need, to_desk=authority.desk, consent=yes, message="", by=cast.zarina, at=now)
    with pytest.raises(NotPermitted):
        records(her, authority, now)["record_service"]()

    answer(referral=asked, accepted=True, decline_reason="", words="", by=authority, at=now)

    for act in records(her, authority, now).values():
        act()
    assert {"record_service", "record_penalty", "add_attachment"} <= set(
        LedgerEntry.objects.values_list("act", flat=True)
    )


def test_what_an_earlier_release_showed_for_a_permit_is_narrowed_by_the_house_once(her, authority, cast, now):
    add_attachment(case=her, kind="identity_paper", label="a passport", content=png(), by=cast.zarina, at=now)
    shown = show_attachments(disclosure=her.disclosures.get(), classes=["identity"], by=cast.zarina, at=now)
    her.disclosures.update(fields=[each for each in shown.fields if each != "permit"])
    assert access.may(authority, access.Act.RECORD_PENALTY, her), "as it was shown before"

    assert [sweep(at=now).narrowed, sweep(at=now).narrowed] == [1, 0]

    assert {act.value for act in access.Act if access.may(authority, act, her)} & {
        *FOR_THE_PERMIT,
        *OTHERS,
    } == FOR_THE_PERMIT
    assert len(attachments_page(authority, case_for(authority, her.pk), at=now).lines) == 1
    [line] = LedgerEntry.objects.filter(act="narrow_to_permit")
    assert (line.officer_id, line.subject, line.detail["to_desk"]) == (None, f"case:{her.pk}", authority.desk.code)


def test_neither_is_what_a_desk_was_shown_to_help_nor_what_has_ended(her, authority, cast, now):
    ended = her.disclosures.get()
    her.disclosures.update(fields=["names"], ended_at=now, ended_because="permit_decided")
    yes = her.consents.get(purpose="referral")
    helping = disclose(
        case=her, to_desk=authority.desk, purpose="referral", fields=("names",), consent=yes, by=cast.zarina, at=now
    )

    assert sweep(at=now).narrowed == 0

    for each in (ended, helping):
        each.refresh_from_db()
        assert each.fields == ["names"]
