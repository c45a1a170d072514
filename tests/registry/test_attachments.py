"""Attachments: sealed and bound, opened on record by whom the class concerns, out only by two, gone with the person."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from panoh.registry import vault
from panoh.registry.actions import (
    add_attachment,
    put_back_attachment,
    remove_attachment,
    replace_attachment,
    set_aside_attachment,
    show_attachments,
    withdraw_consent,
)
from panoh.registry.actions.attachments import adding
from panoh.registry.actions.attachments.unfit import _WORDS, UnfitFile
from panoh.registry.actions.forgetting import forget_words
from panoh.registry.models import Attachment, AttachmentContent, LedgerEntry
from panoh.registry.queries.attachments import attachment_for, attachments_page, case_block, read_attachment
from panoh.registry.queries.purposes import saying
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from panoh.registry.rules.attachments import Fault, cleaned
from panoh.registry.rules.attachments.classes import CLASS_OF, MAY_BE_SHOWN, Class
from tests.cast import PARTS
from tests.registry.files import PLACE, jpeg, pdf

pytestmark = pytest.mark.django_db

LABEL = "her contract, first page"


def lines(act: str) -> list[LedgerEntry]:
    return list(LedgerEntry.objects.filter(act=act).order_by("seq"))


def supervising() -> str:
    return "supervision"


def opened(attachment, viewer, now) -> bytes:
    with saying(supervising):
        return read_attachment(viewer=viewer, attachment=attachment, at=now).content


def test_every_kind_has_a_class_and_every_fault_its_words():
    assert set(Attachment.Kind.values) == set(CLASS_OF)
    assert set(_WORDS) == set(Fault)


# taking in


def test_what_was_taken_in_comes_out_cleaned_and_each_opening_is_on_record(attach, cast, now):
    made = attach("contract", label=LABEL)

    content = opened(made, cast.nigina, now)

    assert content == cleaned(jpeg())[1]
    assert PLACE not in content
    assert lines("add_attachment")[-1].subject == f"case:{made.case_id}"
    line = lines("read_attachment")[-1]
    assert (line.officer, line.fields, line.detail) == (
        cast.nigina,
        ["attachments.contract"],
        {"attachment": str(made.pk)},
    )


def test_nothing_of_it_stands_open_in_the_database(attach):
    made = attach("contract", label=LABEL)

    kept = bytes(made.sealed) + bytes(made.content.sealed)

    assert LABEL.encode() not in kept
    assert jpeg()[-30:] not in kept


def test_its_name_outside_tells_nothing(attach, cast, now):
    made = attach("contract", label=LABEL)

    assert read_attachment(viewer=cast.zarina, attachment=made, at=now).name == f"{made.case.reference}-1.jpg"


def test_a_file_moved_to_another_attachment_or_altered_does_not_open(attach, cast, now):
    one, other = attach(), attach(width=9)
    held = AttachmentContent.objects.get(attachment=one)
    AttachmentContent.objects.filter(attachment=other).update(sealed=held.sealed, sealed_key=held.sealed_key)

    with pytest.raises(vault.SealBroken):
        opened(other, cast.zarina, now)
    assert lines("read_attachment") == []


def test_a_file_that_is_not_the_one_taken_in_does_not_open(attach, cast, now):
    """Sealed anew by somebody with the keys: the digest in the attachment's own seal tells."""
    made = attach()
    vault.seal_file(made.content, b"another file", belongs_to=made.content.bound_to)
    made.content.save()

    with pytest.raises(vault.SealBroken, match="not the file that was taken in"):
        opened(made, cast.zarina, now)
    assert lines("read_attachment") == []


def test_a_refused_file_leaves_nothing_but_the_line_that_says_so(case, cast, now):
    with pytest.raises(UnfitFile, match="not a PDF, JPEG or PNG"):
        add_attachment(case=case, kind="contract", label=LABEL, content=b"<html>", by=cast.zarina, at=now)

    assert not Attachment.objects.exists()
    assert [(each.subject, each.detail) for each in lines("add_attachment.refused")] == [
        (f"case:{case.pk}", {"refused": "unfit_file"})
    ]


def test_without_saying_what_it_shows_nothing_is_attached(case, cast, now):
    with pytest.raises(Refused, match="What is it"):
        add_attachment(case=case, kind="", label="", content=jpeg(), by=cast.zarina, at=now)


def test_the_same_file_twice_is_told_with_its_number(attach):
    attach()

    with pytest.raises(Conflict, match="as number 1"):
        attach("injury")


def test_a_case_holds_so_much_and_no_more(attach, monkeypatch):
    attach()
    monkeypatch.setattr(adding, "MOST_IN_A_CASE", 2 * len(cleaned(jpeg())[1]) - 1)

    with pytest.raises(Refused, match="would hold more than"):
        attach(width=9)


# a better copy


def test_a_better_copy_keeps_the_earlier_one_and_there_is_one_only(attach, cast, now):
    first = attach("contract")

    better = replace_attachment(earlier=first, label="sharper", content=jpeg(width=20), by=cast.zarina, at=now)

    assert (better.kind, better.number, better.replaces) == ("contract", 2, first)
    assert opened(first, cast.zarina, now)
    assert [each.better for each in case_block(cast.zarina, first.case, now=now).lines] == [2, None]
    with pytest.raises(Conflict, match="a better copy of this already"):
        replace_attachment(earlier=first, label="", content=jpeg(width=21), by=cast.zarina, at=now)


# who sees


@pytest.mark.parametrize("name", PARTS)
def test_only_the_posts_that_work_on_the_case_see_it_at_all(attach, case, cast, now, name):
    made, viewer = attach("contract"), cast.officers[name]

    sees = name in {"zarina", "nigina", "davlat", "gulnora", "rustam", "malika"}

    assert bool((block := case_block(viewer, case, now=now)) and block.lines) is sees
    if not sees:
        with pytest.raises(NotPermitted):
            opened(made, viewer, now)


def test_police_at_the_border_open_no_medical_report_but_what_their_own_desk_took_in(attach, case, cast, now):
    of_the_centre, own = attach("medical_report", by="nigina"), attach("injury", width=9)

    assert opened(own, cast.zarina, now)
    with pytest.raises(NotPermitted):
        opened(of_the_centre, cast.zarina, now)
    assert [each.row for each in case_block(cast.zarina, case, now=now).lines] == [own]


def test_a_receiver_sees_what_is_named_to_it_and_nothing_once_the_consent_is_withdrawn(
    attach, case, cast, now, shown_to_shelter
):
    report, contract = attach("medical_report", by="nigina"), attach("contract", width=9)
    assert case_block(cast.shahlo, case, now=now).lines == ()

    show_attachments(disclosure=shown_to_shelter, classes=["medical"], by=cast.nigina, at=now)

    assert opened(report, cast.shahlo, now)
    with pytest.raises(NotPermitted):
        opened(contract, cast.shahlo, now)
    line = lines("show_attachments")[-1]
    assert (line.fields, line.detail) == (["attachments.medical"], {"to_desk": cast.shahlo.desk.code})

    withdraw_consent(consent=shown_to_shelter.consent, by=cast.zarina, at=now)

    with pytest.raises(NotPermitted):
        opened(report, cast.shahlo, now)
    with pytest.raises(Conflict, match="not shown to this desk any more"):
        show_attachments(disclosure=shown_to_shelter, classes=["medical"], by=cast.nigina, at=now)


def test_showing_keeps_the_other_fields_and_none_shuts_them_again(attach, case, cast, now, shown_to_shelter):
    report = attach("medical_report", by="nigina")
    show_attachments(disclosure=shown_to_shelter, classes=["medical", "identity"], by=cast.nigina, at=now)
    shown_to_shelter.refresh_from_db()
    assert shown_to_shelter.fields == ["names", "attachments.identity", "attachments.medical"]

    show_attachments(disclosure=shown_to_shelter, classes=[], by=cast.nigina, at=now)

    shown_to_shelter.refresh_from_db()
    assert shown_to_shelter.fields == ["names"]
    with pytest.raises(NotPermitted):
        opened(report, cast.shahlo, now)


@pytest.mark.parametrize("classes", [["criminal"], ["contract"], ["everything"]])
def test_a_shelter_is_shown_no_police_paper(cast, now, shown_to_shelter, classes):
    with pytest.raises(Refused, match="not shown for this purpose"):
        show_attachments(disclosure=shown_to_shelter, classes=classes, by=cast.nigina, at=now)


def test_nobody_shows_what_they_may_not_open_and_no_receiver_shows_further(cast, now, shown_to_shelter):
    with pytest.raises(Refused):
        show_attachments(disclosure=shown_to_shelter, classes=["medical"], by=cast.zarina, at=now)
    with pytest.raises(NotPermitted):
        show_attachments(disclosure=shown_to_shelter, classes=["identity"], by=cast.shahlo, at=now)


def test_police_are_shown_no_medical_report_and_a_consulate_papers_of_identity_only():
    assert Class.MEDICAL not in MAY_BE_SHOWN["police"]
    assert MAY_BE_SHOWN["consulate"] == {Class.IDENTITY}


def test_a_desk_that_was_shown_the_case_adds_its_own_and_opens_it_but_takes_nothing_out(
    attach, cast, now, shown_to_shelter
):
    report = attach("medical_report", by="shahlo")

    assert opened(report, cast.farzona, now)
    with pytest.raises(NotPermitted):
        set_aside_attachment(attachment=report, because="twice", by=cast.shahlo, at=now)


def test_whether_an_attachment_exists_is_not_told(attach, cast):
    made = attach()

    told = []
    for wanted in (made.pk, uuid4()):
        with pytest.raises(NotPermitted) as refusal:
            attachment_for(cast.behruz, wanted)
        told.append((refusal.value.reason, refusal.value.way_forward))

    assert told[0] == told[1]


def test_what_they_are_called_is_read_on_record(attach, case, cast, now):
    attach(label=LABEL)

    with saying(supervising):
        page = attachments_page(cast.nigina, case, at=now)

    assert [each.label for each in page.lines] == [LABEL]
    assert lines("read_attachment_labels")[-1].fields == ["attachments.contract"]
    assert [each.label for each in case_block(cast.nigina, case, now=now).lines] == [""]


# taking out


def test_what_is_set_aside_is_named_to_nobody_but_those_who_remove(attach, case, cast, now, shown_to_shelter):
    made = attach("identity_paper", label=LABEL)
    show_attachments(disclosure=shown_to_shelter, classes=["identity"], by=cast.zarina, at=now)
    set_aside_attachment(attachment=made, because="other_person", by=cast.zarina, at=now)

    assert [each.label for each in attachments_page(cast.shahlo, case, at=now).lines] == [""]
    with saying(supervising):
        assert [each.label for each in attachments_page(cast.nigina, case, at=now).lines] == [LABEL]


def test_taking_out_needs_two(attach, case, cast, now, shown_to_shelter):
    made = attach("identity_paper")
    show_attachments(disclosure=shown_to_shelter, classes=["identity"], by=cast.zarina, at=now)
    set_aside_attachment(attachment=made, because="other_person", by=cast.zarina, at=now)

    with pytest.raises(OutOfOrder, match="set aside or erased"):
        opened(made, cast.shahlo, now)
    assert opened(made, cast.nigina, now)
    with pytest.raises(Refused, match="set this aside yourself"):
        remove_attachment(attachment=made, by=cast.zarina, at=now)

    remove_attachment(attachment=made, by=cast.nigina, at=now)

    made.refresh_from_db()
    assert (made.sealed, made.sealed_key, made.removed_by) == (None, None, cast.nigina)
    assert AttachmentContent.objects.get(attachment=made).sealed is None
    with pytest.raises(OutOfOrder):
        opened(made, cast.nigina, now)
    assert [each.act for each in LedgerEntry.objects.order_by("-seq")[:1]] == ["remove_attachment"]
    assert attach("identity_paper").number == 2


def test_what_is_set_aside_can_be_put_back_also_by_whoever_did_it(attach, cast, now):
    made = attach()
    set_aside_attachment(attachment=made, because="twice", by=cast.zarina, at=now)

    put_back_attachment(attachment=made, by=cast.zarina, at=now)

    assert opened(made, cast.zarina, now)
    with pytest.raises(Conflict):
        put_back_attachment(attachment=made, by=cast.zarina, at=now)
    with pytest.raises(Conflict):
        remove_attachment(attachment=made, by=cast.nigina, at=now)
    assert [each.detail["because"] for each in lines("set_aside_attachment")] == ["twice"]


@pytest.mark.parametrize("because", ["", "because I say so"])
def test_setting_aside_needs_a_reason_from_the_list(attach, cast, now, because):
    with pytest.raises(Refused, match="needs its reason"):
        set_aside_attachment(attachment=attach(), because=because, by=cast.zarina, at=now)


def test_the_database_lets_nobody_remove_alone(attach, cast, now):
    made = attach()
    set_aside_attachment(attachment=made, because="twice", by=cast.zarina, at=now)

    for alone in ({"removed_by": cast.zarina, "removed_at": now}, {"removed_at": now}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.filter(pk=made.pk).update(**alone)


# forgetting


def test_it_goes_with_the_person_and_nothing_comes_after(attach, case, cast, now):
    made = attach("injury", label=LABEL)

    forget_words(case, by=cast.nigina, at=now)
    vault.destroy(case.person)
    case.person.save()

    made.refresh_from_db()
    assert made.erased
    assert AttachmentContent.objects.get(attachment=made).sealed_key is None
    with pytest.raises(OutOfOrder):
        opened(made, cast.zarina, now)
    with pytest.raises(OutOfOrder, match="anonymous"):
        add_attachment(case=case, kind="contract", label="", content=pdf(), by=cast.zarina, at=now)
