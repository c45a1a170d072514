"""A photograph of a contract, taken with the phone at the airport: refused while it is no photograph, then kept sealed,
saved by a colleague without the place, and taken out by two."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import acts
from tests.browser.conftest import OpenScreen
from tests.browser.screen import Screen
from tests.registry.files import PLACE, exif, pdf, segment

pytestmark = pytest.mark.browser


def test_a_photograph_from_the_phone_and_its_way_out_by_two(screen: OpenScreen) -> None:
    officer = screen("zarina", size="phone")
    reference = acts.interview(officer, acts.Someone("Шарифзода Парвона", "1993"), acts.COERCED)
    acts.find(officer, reference).press("Attach a file or a photograph").sees(
        "at most 10 MB", "taken out of it before it is kept"
    )

    picture = officer.page.screenshot(type="jpeg")
    photograph = picture[:2] + segment(0xE1, exif()) + picture[2:]  # as a phone writes it

    officer.pick("What does it show?", "contract or promise of work").fill("What do you call it?", "first page")
    send(officer, "Take a photograph now", {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": b"PK\x03\x04"})
    officer.sees("This was not done", "packed file", "The file has to be chosen again.")
    expect(officer.page.get_by_label("What do you call it?")).to_have_value("first page")

    send(officer, "Take a photograph now", {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photograph})
    officer.sees("Attached as number 1, sealed.", "1: contract or promise of work", "first page", "JPG")

    centre = screen("nigina")
    acts.find(centre, reference).press("Open the attachments").sees_not("first page")
    centre.tick("Looking at how a desk worked on the case").press("Open it").sees("first page")
    with centre.page.expect_download() as saved:
        centre.page.get_by_role("link", name="Save number 1").click()
    kept = Path(saved.value.path()).read_bytes()
    assert kept.startswith(b"\xff\xd8\xff")
    assert PLACE not in kept
    assert saved.value.suggested_filename.endswith("-1.jpg")
    assert "contract" not in saved.value.suggested_filename

    officer.press("Add a better copy of 1")
    send(officer, "Or choose a file", {"name": "Муҳаббат.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    officer.sees("The better copy is attached; the earlier one is kept.", "better copy: 2")

    officer.press("Set 1 aside").tick("it cannot be read").press("Set it aside").sees("set aside", "Put 1 back")
    officer.sees_not("Erase 1 for good")
    acts.find(centre, reference).sees("Look at attachment 1", "Attachment 1 set aside: it cannot be read")
    centre.press("Open the attachments").press("Erase 1 for good").sees("The file is erased", "erased by two officers")


def send(officer: Screen, label: str, file: dict[str, object]) -> None:
    officer.page.get_by_label(label).set_input_files(file)  # type: ignore[arg-type]  # a file as playwright takes it
    officer.press("Attach it, sealed")
