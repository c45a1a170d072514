"""Who declined leaves an anonymous record: what they told is open to nobody, nothing is added, and they are met anew."""

from __future__ import annotations

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.identification.actions import record_refusal
from panoh.identification.queries import latest_finding
from panoh.registry.actions.consent import record_consent
from panoh.registry.actions.contact import set_contact_rules
from panoh.registry.models import Attachment, Case, LedgerEntry, Purpose
from panoh.registry.refusals import OutOfOrder
from panoh.registry.rules.contact import Said
from panoh.screening import actions as screening
from panoh.screening.models import LookAttempt, Screening, SecondLook
from panoh.screening.queries import screenings_for, worklist
from tests.journeys import ways
from tests.registry.files import jpeg

pytestmark = pytest.mark.django_db

ANONYMOUS, ANEW = "This record is anonymous", "begin a new interview"
OFFERED = ("Screen again", "Plan a second look", "Attach a file", "See all findings")
OF_INTERVIEW = ("finding", "paper", "go_on", "check", "words", "safety", "person", "instrument", "agreement")


@pytest.fixture
def way(cast, now) -> ways.Way:
    """Interviewed with signs, and declined the referral."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    record_refusal(case=way.case, reason="fear_of_authorities", by=cast.zarina, at=now)
    way.case.refresh_from_db()
    return way


def read(answer) -> str:
    return html.unescape(answer.content.decode())


def counted() -> tuple[int, ...]:
    return tuple(each.objects.count() for each in (Screening, SecondLook, Attachment, LookAttempt))


def test_before_the_finding_stood_there_and_more_was_offered(cast, client, now):
    case = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    client.force_login(cast.zarina)

    page = read(client.get(reverse("case", args=[case.pk])))

    assert [each for each in OFFERED if each not in page] == []
    assert ("presumed victim" in page, ANONYMOUS in page) == (True, False)


@pytest.mark.parametrize("who", ["zarina", "nigina"])
def test_the_page_of_the_record_shows_no_finding_and_offers_nothing_that_adds_to_it(way, who, cast, client):
    client.force_login(getattr(cast, who))

    page = read(client.get(reverse("case", args=[way.case.pk])))

    assert [each for each in OFFERED if each in page] == []
    assert ("presumed victim" in page, "Interview begun" in page) == (False, False)
    assert (ANONYMOUS in page, ANEW in page) == (True, True)


@pytest.mark.parametrize("who", ["zarina", "nigina"])
def test_what_was_found_opens_at_no_address(way, who, cast, client):
    client.force_login(getattr(cast, who))
    pages = [reverse(f"screening:{name}", args=[way.screening.pk]) for name in OF_INTERVIEW]
    pages += [reverse("screening:questions", args=[way.screening.pk, 1])]
    pages += [reverse(f"screening:{name}", args=[way.case.pk]) for name in ("findings", "again", "plan_second_look")]
    pages += [reverse("attach", args=[way.case.pk])]
    pages += [f"/api/screening/{way.screening.pk}", f"/api/screening/{way.screening.pk}/finding"]
    pages += [f"/api/screening/cases/{way.case.pk}/findings"]

    met = {page: client.get(page) for page in pages}

    assert {page: answer.status_code for page, answer in met.items() if answer.status_code != 422} == {}
    assert [page for page, answer in met.items() if ANONYMOUS not in read(answer) or ANEW not in read(answer)] == []
    assert not LedgerEntry.objects.filter(act__in=("read_screening", "print_finding"), officer__username=who).exists()


def test_an_act_sent_by_address_is_refused_in_words_and_stands_in_the_ledger(way, cast, client):
    client.force_login(cast.zarina)
    before, case, talk = counted(), way.case.pk, way.screening.pk
    sent = {
        reverse("screening:again", args=[case]): {"in_danger": "no"},
        reverse("screening:plan_second_look", args=[case]): {"on": "2026-12-01", "why": "trust"},
        reverse("screening:case_attempt", args=[case]): {"outcome": "no_answer"},
        reverse("screening:words", args=[talk]): {"words": "She said more.", "seen": ""},
        reverse("screening:finish", args=[talk]): {},
        reverse("attach", args=[case]): {
            "kind": "contract",
            "label": "x",
            "file": SimpleUploadedFile("x.jpg", jpeg(), content_type="image/jpeg"),
        },
    }

    for path, given in sent.items():
        refused = client.post(path, given)
        assert (refused.status_code, ANONYMOUS in read(refused)) == (422, True), path
        line = LedgerEntry.objects.latest("seq")
        assert (line.act.endswith(".refused"), line.subject, line.officer) == (True, f"case:{case}", cast.zarina), path

    assert counted() == before


def test_over_the_api_as_well(way, cast, client):
    client.force_login(cast.zarina)
    before, case, talk = counted(), way.case.pk, way.screening.pk
    sent = {
        "/api/screening/": {"case": str(case)},
        f"/api/screening/cases/{case}/second-look": {"on": "2026-12-01", "why": "trust"},
        f"/api/screening/{talk}/finish": {},
        f"/api/screening/{talk}/finding/paper": {},
    }

    for path, given in sent.items():
        refused = client.post(path, given, content_type="application/json")
        assert (refused.status_code, refused.json()["code"]) == (422, "out_of_order"), path
        assert ANONYMOUS in refused.json()["reason"]
        assert LedgerEntry.objects.latest("seq").act.endswith(".refused"), path

    assert counted() == before


def test_no_list_leads_back_to_the_interview(cast, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    screening.begin_screening(case=way.case, language="tg", by=cast.zarina, at=now)
    record_refusal(case=way.case, reason="not_told", by=cast.zarina, at=now)

    assert not screenings_for(cast.zarina).exists()
    assert str(way.case.reference) not in str(worklist(cast.zarina, now=now))
    assert latest_finding(Case.objects.get(), cast.davlat, at=now) is None


def test_whoever_comes_back_is_interviewed_anew_in_a_case_of_their_own(way, cast, client, now):
    again = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)

    assert again.case != way.case
    assert again.case.person_id != way.case.person_id
    client.force_login(cast.zarina)
    assert client.get(reverse("screening:finding", args=[again.screening.pk])).status_code == 200
    assert client.get(reverse("screening:begin")).status_code == 200


def test_where_names_were_erased_nothing_is_added_either_and_the_finding_stays(cast, client, now):
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now)
    Case.objects.filter(pk=way.case.pk).update(erased_at=now)
    client.force_login(cast.zarina)

    page = read(client.get(reverse("case", args=[way.case.pk])))

    assert [each for each in OFFERED[:3] if each in page] == []
    assert client.get(reverse("screening:finding", args=[way.screening.pk])).status_code == 200
    refused = client.post(reverse("screening:again", args=[way.case.pk]), {"in_danger": "no"})
    assert (refused.status_code, ANONYMOUS in read(refused)) == (422, True)


def test_whoever_may_not_see_the_record_is_not_told_that_it_is_anonymous(way, cast, client):
    client.force_login(cast.behruz)

    refused = client.get(reverse("screening:finding", args=[way.screening.pk]))

    assert (refused.status_code, ANONYMOUS in read(refused)) == (403, False)


@pytest.mark.parametrize("who", ["zarina", "nigina"])
def test_no_line_says_that_a_name_was_opened_that_is_gone_and_nobody_is_asked_what_for(way, who, cast, client):
    client.force_login(getattr(cast, who))
    before = LedgerEntry.objects.filter(act="read_identity").count()

    page = read(client.get(reverse("case", args=[way.case.pk])))

    assert LedgerEntry.objects.filter(act="read_identity").count() == before
    assert "What do you open it for" not in page


def test_no_way_to_reach_them_is_kept_unless_they_agreed_to_something_since(way, cast, now):
    said = Said(allowed=True, how="through the clinic")
    with pytest.raises(OutOfOrder, match="anonymous"):
        set_contact_rules(case=way.case, said=said, after=None, by=cast.zarina, at=now)
    assert LedgerEntry.objects.filter(act="set_contact_rules.refused").exists()

    consent = {"case": way.case, "given": True, "language": "tg", "explained": True, "by": cast.zarina, "at": now}
    record_consent(purpose=Purpose.SERVICE, **consent)

    assert set_contact_rules(case=way.case, said=said, after=None, by=cast.zarina, at=now).pk
