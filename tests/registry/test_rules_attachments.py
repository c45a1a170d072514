"""What may be attached: three kinds of files known by their bytes, without the place, and nothing that acts."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from panoh.registry.rules.attachments import Fault, Media, Unfit, cleaned
from panoh.registry.rules.attachments.limits import MOST_BYTES
from tests.registry.files import PLACE, exif, jpeg, pdf, png, segment

SOUND = {Media.JPEG: jpeg(), Media.PNG: png(), Media.PDF: pdf(packed=b"1 0 << /Type /Font >>")}


def test_a_paper_set_by_the_house_is_taken():
    made = typst.compile(b"= A report\n#lorem(800)")

    media, kept = cleaned(made)

    assert (media, len(kept)) == (Media.PDF, len(made))


def refused(content: bytes) -> Fault:
    with pytest.raises(Unfit) as unfit:
        cleaned(content)
    return unfit.value.fault


@pytest.mark.parametrize("media", Media)
def test_a_file_is_known_by_its_bytes(media):
    assert cleaned(SOUND[media])[0] is media


@pytest.mark.parametrize("content", [jpeg(), png()], ids=["jpeg", "png"])
def test_where_a_photograph_was_taken_is_left_behind(content):
    assert PLACE in content

    _, kept = cleaned(content)

    assert PLACE not in kept
    assert b"xap" not in kept
    assert cleaned(kept)[1] == kept


@pytest.mark.parametrize("way_up", range(1, 9))
def test_which_way_up_a_photograph_is_stays_known(way_up):
    _, kept = cleaned(jpeg(way_up=way_up))

    entry = struct.pack(">HHIHH", 0x0112, 3, 1, way_up, 0)
    assert (entry in kept) is (way_up != 1)
    assert PLACE not in kept


def test_the_picture_itself_is_untouched():
    scan = b"\x12\xff\x00\x34\xff\xd0\x56"

    _, kept = cleaned(jpeg(scan=scan))

    assert scan + b"\xff\xd9" in kept


@pytest.mark.parametrize("make", [jpeg, png], ids=["jpeg", "png"])
def test_what_follows_the_end_of_a_picture_is_left_behind(make):
    _, kept = cleaned(make(behind=b"PK\x03\x04 a second file"))

    assert b"second file" not in kept


@pytest.mark.parametrize("make", [jpeg, png], ids=["jpeg", "png"])
def test_a_picture_of_ten_thousand_by_ten_thousand_is_refused(make):
    assert refused(make(width=10_000, height=10_000)) is Fault.TOO_MANY_PIXELS


def test_a_picture_that_unpacks_to_more_than_it_says_is_refused():
    assert refused(png(rows=bytes(10_000_000))) is Fault.UNPACKS_TOO_FAR


@pytest.mark.parametrize("media", Media)
def test_a_file_cut_short_anywhere_is_never_taken(media):
    whole = SOUND[media].rstrip()

    for length in range(len(whole)):
        with pytest.raises(Unfit):
            cleaned(whole[:length])


def test_a_damaged_picture_is_refused():
    content = bytearray(png())
    content[40] ^= 1

    assert refused(bytes(content)) is Fault.DAMAGED
    assert (
        refused(jpeg().replace(segment(0xC0, struct.pack(">BHHB", 8, 8, 8, 1) + b"\x01\x11\x00"), b"")) is Fault.DAMAGED
    )


def test_scans_without_end_are_refused():
    more = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x01"

    assert refused(jpeg(scan=b"\x01" + more * 3_000)) is Fault.DAMAGED


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", Fault.ACTS),
        (b"/A << /S /J#61vaScript >>", Fault.ACTS),
        (b"/A << /S /Launch /F (calc.exe) >>", Fault.ACTS),
        (b"/Names << /EmbeddedFiles 7 0 R >>", Fault.CARRIES_FILES),
        (b"/Type /EmbeddedFile", Fault.CARRIES_FILES),
    ],
)
def test_a_pdf_that_acts_or_carries_files_is_refused_also_where_that_is_packed(said, fault):
    assert refused(pdf(objects=b"5 0 obj\n<< " + said + b" >>\nendobj\n")) is fault
    assert refused(pdf(packed=b"5 0 << " + said + b" >>")) is fault
    assert refused(pdf(packed=b" " * 999_990 + b"<< " + said + b" >>")) is fault


def test_a_locked_pdf_and_one_packed_so_that_nobody_can_look_into_it_are_refused():
    assert refused(pdf(objects=b"trailer << /Encrypt 9 0 R >>\n")) is Fault.LOCKED
    assert refused(pdf(objects=b"<< /Filter /LZWDecode >>", packed=b"x")) is Fault.CANNOT_BE_LOOKED_THROUGH


def test_a_pdf_that_unpacks_to_fill_a_machine_is_refused():
    assert refused(pdf(packed=bytes(310_000_000))) is Fault.UNPACKS_TOO_FAR


def test_the_place_in_a_photograph_inside_a_pdf_is_overwritten_and_all_else_stays():
    photograph = jpeg()
    before = pdf(objects=b"6 0 obj\n<< /Filter /DCTDecode >>\nstream\n" + photograph + b"\nendstream\nendobj\n")

    _, kept = cleaned(before)

    assert len(kept) == len(before)
    assert exif()[20:] not in kept
    assert kept.replace(b"\0", b"")[-60:] == before.replace(b"\0", b"")[-60:]


def test_the_place_in_what_describes_a_pdf_is_overwritten():
    before = pdf(objects=b"<x:xmpmeta>" + PLACE + b"</x:xmpmeta>")

    _, kept = cleaned(before)

    assert PLACE not in kept
    assert len(kept) == len(before)


def test_a_place_packed_where_it_cannot_be_overwritten_is_refused():
    assert refused(pdf(packed=jpeg())) is Fault.TELLS_A_PLACE
    assert refused(pdf(packed=b"<exif:GPSLatitude>38")) is Fault.TELLS_A_PLACE


def packed() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("zeros", bytes(1_000_000))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (packed(), Fault.PACKED),
        (b"\0\0\0\x18ftypheic" + bytes(40), Fault.HEIC),
        (b"MZ" + bytes(100), Fault.PROGRAM),
        (b"#!/bin/sh\n", Fault.PROGRAM),
        (b"<html><script>", Fault.UNKNOWN),
        (b"<svg onload='x'>", Fault.UNKNOWN),
        (b"GIF89a" + bytes(100), Fault.UNKNOWN),
        (b"a name, a place", Fault.UNKNOWN),
        (b"\n" + pdf(), Fault.UNKNOWN),
        (pdf(behind=packed()), Fault.TWO_IN_ONE),
        (pdf(behind=b"<script>alert(1)</script>"), Fault.TWO_IN_ONE),
        (pdf(objects=packed()), Fault.TWO_IN_ONE),
        (b"%PDF-1.5\n" + bytes(MOST_BYTES[Media.PDF]), Fault.TOO_LARGE),
    ],
)
def test_what_is_none_of_the_three_or_two_in_one_is_refused(content, fault):
    assert refused(content) is fault


@given(st.sampled_from(list(Media)), st.integers(0, 400), st.binary(max_size=40))
def test_whatever_comes_is_cleaned_or_refused_and_cleaning_again_changes_nothing(media, at, put):
    content = SOUND[media]
    try:
        _, kept = cleaned(content[:at] + put + content[at + len(put) :])
    except Unfit:
        return
    assert cleaned(kept) == (media, kept)


def test_a_file_written_to_keep_the_reader_busy_is_read_in_time():
    busy = b"stream\nx\x9c" * 300_000 + b"<x:xmpmeta" * 200_000

    assert cleaned(pdf(objects=busy))[0] is Media.PDF
