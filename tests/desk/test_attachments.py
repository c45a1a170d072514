"""Attachments by page and API: always a download under a neutral name, nothing typed lost, a refusal that says what to do."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from panoh.desk.attachment_forms import LIMITS
from panoh.desk.case_page import case_page
from panoh.registry.actions import add_attachment, set_aside_attachment, withdraw_consent
from panoh.registry.models import Attachment, LedgerEntry
from tests.conftest import NOON
from tests.journeys import ways
from tests.registry.files import PLACE, jpeg, pdf, png

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=2)
LABEL = "her passport, the page with the photograph"


def file(content: bytes, name: str = "Муҳаббат passport.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/x-whatever")


@pytest.fixture
def made(way, cast, now) -> Attachment:
    return add_attachment(case=way.case, kind="contract", label=LABEL, content=png(), by=cast.zarina, at=now)


def test_a_photograph_taken_now_is_attached_and_comes_out_as_a_download(way, cast, open_as):
    officer = open_as(cast.zarina)
    given = {"kind": "identity_paper", "label": LABEL, "photograph": file(jpeg(), "IMG_0001.jpg")}

    page = officer.post(reverse("attach", args=[way.case.pk]), given, follow=True)

    assert "Attached as number 1, sealed." in page.content.decode()
    assert LABEL in page.content.decode()
    answer = officer.get(reverse("attachment", args=[Attachment.objects.get().pk]))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{way.case.reference}-1.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.match(r"sandbox;", answer.headers["Content-Security-Policy"])
    assert PLACE not in answer.content


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04" + bytes(500), "packed file or a Word document"),
        (pdf(objects=b"<< /S /JavaScript >>"), "does something by itself"),
        (png(width=10_000, height=10_000), "more than 64 million points"),
        (jpeg()[:-2], "The end of the file is missing"),
    ],
)
def test_a_refused_file_keeps_what_was_typed_and_says_what_to_do(way, cast, open_as, content, told):
    given = {"kind": "identity_paper", "label": LABEL, "file": file(content)}

    answer = open_as(cast.zarina).post(reverse("attach", args=[way.case.pk]), given)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert told in shown
    assert f'value="{LABEL}"' in shown
    assert '<option value="identity_paper" selected>' in shown
    assert "The file has to be chosen again." in shown
    assert not Attachment.objects.exists()


def test_the_page_says_the_limits_before_anything_is_sent(way, cast, open_as):
    shown = open_as(cast.zarina).get(reverse("attach", args=[way.case.pk])).content.decode()

    assert f"at most {LIMITS['each']} MB, and {LIMITS['together']} MB in a case" in shown
    assert 'accept="image/jpeg" capture="environment"' in shown


def test_a_file_too_large_to_be_read_is_told_so_and_kept_nowhere(way, cast, open_as, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000

    page, call = (
        open_as(cast.zarina).post(path, {"kind": "contract", "label": LABEL, "file": file(pdf(objects=b"%" * 6_000))})
        for path in (reverse("attach", args=[way.case.pk]), f"/api/desk/cases/{way.case.pk}/attachments")
    )

    assert "The file is larger than 10 MB." in page.content.decode()
    assert LABEL in page.content.decode()
    assert (call.status_code, call.json()["reason"]) == (422, "The file is larger than 10 MB.")


@pytest.mark.parametrize(
    ("sent", "told"),
    [({}, "Take a photograph or choose a file."), ({"photograph": jpeg(), "file": pdf()}, "One at a time")],
)
def test_none_or_two_at_a_time_are_asked_about(way, cast, open_as, sent, told):
    given = {"kind": "contract", **{name: file(content) for name, content in sent.items()}}

    assert told in open_as(cast.zarina).post(reverse("attach", args=[way.case.pk]), given).content.decode()


def test_an_upload_that_breaks_off_leaves_nothing_half(way, cast, open_as):
    boundary = "b"
    whole = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncontract\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    ).encode() + png(width=400, height=400)
    officer, path = open_as(cast.zarina), reverse("attach", args=[way.case.pk])
    officer.raise_request_exception = False

    for length in (len(whole) // 3, len(whole) - 40, len(whole) - 1):
        answer = officer.generic("POST", path, whole[:length], content_type=f"multipart/form-data; boundary={boundary}")
        assert answer.status_code in {200, 400, 422}

    assert not Attachment.objects.exists()


def test_a_better_copy_and_taking_out_by_two_on_the_page(way, cast, made, open_as):
    zarina, nigina = open_as(cast.zarina), open_as(cast.nigina)
    page = reverse("attachments", args=[way.case.pk])

    zarina.post(reverse("replace_attachment", args=[made.pk]), {"label": "sharper", "file": file(pdf())})
    assert "better copy: 2" in zarina.get(page).content.decode()

    zarina.post(reverse("set_aside_attachment", args=[made.pk]), {"because": "unreadable"})
    mine, hers = zarina.get(page).content.decode(), nigina.get(page).content.decode()
    assert ("Put 1 back" in mine, "Erase 1 for good" in mine) == (True, False)
    assert "Erase 1 for good" in hers
    assert zarina.post(reverse("remove_attachment", args=[made.pk])).status_code == 422

    nigina.post(reverse("remove_attachment", args=[made.pk]))

    assert "erased by two officers" in zarina.get(page).content.decode()
    assert nigina.get(reverse("attachment", args=[made.pk])).status_code == 422


def test_the_case_lists_them_in_its_block_and_in_its_past_and_says_what_is_open(way, cast, made, now):
    set_aside_attachment(attachment=made, because="twice", by=cast.zarina, at=now)

    page = case_page(cast.nigina, way.case.pk, at=now)

    assert [each.what for each in page.past if each.track == "attachments"] == [
        "Attached as number 1: contract or promise of work",
        "Attachment 1 set aside: it is here already",
    ]
    assert [each.by for each in page.past if each.track == "attachments"] == ["", ""]
    assert any("Look at attachment 1" in each.what for each in page.open)
    assert LABEL not in repr(page.blocks)


def test_the_shelter_is_shown_a_class_on_the_page_and_it_shuts_with_the_consent(way, cast, open_as, now):
    report = add_attachment(case=way.case, kind="medical_report", label=LABEL, content=pdf(), by=cast.nigina, at=now)
    disclosure = way.case.disclosures.get(to_desk=cast.shahlo.desk, ended_at=None, to_answer=False)
    nigina, shahlo = open_as(cast.nigina), open_as(cast.shahlo)
    assert shahlo.get(reverse("attachment", args=[report.pk])).status_code == 403

    nigina.post(reverse("show_attachments", args=[disclosure.pk]), {"classes": ["medical"]})

    shown = nigina.get(reverse("attachments", args=[way.case.pk])).content.decode()
    assert re.search(r'value="medical"[^>]* checked', shown)
    assert shahlo.get(reverse("attachment", args=[report.pk])).status_code == 200
    assert LABEL in shahlo.get(reverse("attachments", args=[way.case.pk])).content.decode()

    withdraw_consent(consent=way.case.consents.get(purpose="service"), by=cast.zarina, at=LATER)

    assert shahlo.get(reverse("attachment", args=[report.pk])).status_code == 403
    assert shahlo.get(reverse("attachments", args=[way.case.pk])).status_code == 403


def test_the_same_by_the_api(way, cast, open_as):
    zarina, nigina = open_as(cast.zarina), open_as(cast.nigina)
    where = f"/api/desk/cases/{way.case.pk}/attachments"

    added = zarina.post(where, {"kind": "injury", "label": LABEL, "file": file(jpeg())})
    assert (added.status_code, added.json()["number"], added.json()["media"]) == (201, 1, "image/jpeg")
    one = f"/api/desk/attachments/{added.json()['id']}"
    better = zarina.post(f"{one}/replacement", {"label": "sharper", "file": file(png())})
    says = {"X-Purpose": "supervision"}
    listed = nigina.get(where, headers=says).json()

    assert better.status_code == 201
    assert [(each["label"], each["belongs_to"], each["better"]) for each in listed["attachments"]] == [
        (LABEL, "medical", 2),
        ("sharper", "medical", None),
    ]
    assert [each["could_be"] for each in listed["receivers"]] == [["identity", "medical", "other"]]
    assert PLACE not in nigina.get(one, headers=says).content
    disclosure = listed["receivers"][0]["disclosure"]
    assert post(nigina, f"/api/desk/disclosures/{disclosure}/attachments", classes=["medical"]).status_code == 204
    assert open_as(cast.shahlo).get(one).status_code == 200
    assert post(zarina, f"{one}/set-aside", because="asked").status_code == 204
    assert post(zarina, f"{one}/removal").status_code == 422
    assert post(nigina, f"{one}/put-back").status_code == 204
    assert post(nigina, f"{one}/set-aside", because="asked").status_code == 204
    assert post(zarina, f"{one}/removal").status_code == 204
    assert nigina.get(one).status_code == 422


def test_the_api_refuses_as_the_page_does(way, cast, open_as):
    where = f"/api/desk/cases/{way.case.pk}/attachments"

    for given, reason in (
        ({"kind": "injury"}, "The file is empty."),
        ({"file": file(jpeg())}, "What is it?"),
        ({"kind": "injury", "file": file(b"<svg>")}, "This is not a PDF, JPEG or PNG, whatever its name says."),
    ):
        answer = open_as(cast.zarina).post(where, given)
        assert (answer.status_code, answer.json()["reason"]) == (422, reason)
        assert answer.json()["way_forward"]


def test_no_word_and_no_file_name_reaches_the_ledger(way, cast, open_as, made):
    open_as(cast.zarina).get(reverse("attachments", args=[way.case.pk]))
    open_as(cast.zarina).get(reverse("attachment", args=[made.pk]))

    kept = " ".join(f"{each.act} {each.subject} {each.fields} {each.detail}" for each in LedgerEntry.objects.all())
    assert "read_attachment " in kept
    assert not [mark for mark in (LABEL, "passport", *ways.WHO_SHE_IS) if mark in kept]


def post(client: Client, path: str, **given: object):
    return client.post(path, given, content_type="application/json")
