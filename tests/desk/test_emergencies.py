"""A case opened in an emergency: for hours, for a reason, for little, told at once, and reviewed by somebody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from panoh.desk.work import my_work
from panoh.referral.actions import record_need
from panoh.registry import access, vault
from panoh.registry.access import Act
from panoh.registry.actions import end_emergency, notice_emergency, open_in_emergency, review_emergency
from panoh.registry.models import EmergencyOpening, LedgerEntry, Officer, Purpose
from panoh.registry.moment import at_moment
from panoh.registry.queries import case_for, cases_for, read_identity
from panoh.registry.queries.emergencies import emergency_note, to_review
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from tests.desk.compartments import put_in
from tests.journeys import ways

pytestmark = pytest.mark.django_db
WHY = "She came to our gate in the night and cannot speak; a man waits outside."


@pytest.fixture
def case(cast, now):
    """Zarina's case, which the shelter does not see."""
    return ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case


@pytest.fixture
def opened(case, cast, now):
    return open_in_emergency(reference=case.reference, because=WHY, by=cast.shahlo, at=now)


def test_it_opens_the_name_and_papers_and_where_the_case_stands(opened, case, cast, now):
    assert case_for(cast.shahlo, case.pk) == case
    identity = read_identity(case=case, viewer=cast.shahlo, purpose="case_page", at=now)

    assert identity.name
    assert identity.documents
    assert identity.contact == "", "how to reach her stays shut"


@pytest.mark.parametrize("act", [Act.READ_SCREENING, Act.KEEP_PLAN, Act.READ_ATTACHMENT, Act.TAKE_CONSENT, Act.LODGE])
def test_it_opens_nothing_else(opened, case, cast, act):
    assert not access.may(cast.shahlo, act, case)


def test_needs_it_does_not_show_are_not_said_to_be_none(opened, case, cast, client, now):
    record_need(case=case, service="medical_care", urgency="now", note="", by=cast.zarina, at=now)
    client.force_login(cast.shahlo)
    shown = client.get(reverse("case", args=[case.pk])).content.decode()

    assert "No need recorded yet." not in shown
    assert "There may be others" in shown


@pytest.mark.parametrize("act", [Act.READ_GUARDIAN, Act.PRINT_CASE, Act.PRINT_CERTIFICATE])
def test_it_puts_nothing_on_paper_and_names_no_guardian(opened, case, cast, client, act):
    assert not access.may(cast.shahlo, act, case)
    assert access.may(cast.zarina, act, case)

    client.force_login(cast.shahlo)
    assert client.get(reverse("case_paper", args=[case.pk])).status_code == 403
    assert client.get(f"/api/desk/cases/{case.pk}/paper").status_code == 403
    assert client.post(reverse("identification:guardian", args=[case.pk])).status_code == 403
    assert client.get(f"/api/identification/cases/{case.pk}/guardian").status_code == 403
    assert reverse("case_paper", args=[case.pk]) not in client.get(reverse("case", args=[case.pk])).content.decode()


def test_it_opens_one_case_to_one_officer(opened, case, cast, now):
    other = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=now).case

    assert other not in cases_for(cast.shahlo)
    assert case not in cases_for(cast.officers["farzona"])


def test_it_shuts_by_itself_after_four_hours(opened, case, cast, now):
    with at_moment(now + timedelta(hours=3, minutes=59)):
        assert case in cases_for(cast.shahlo)
    with at_moment(now + timedelta(hours=4)):
        assert case not in cases_for(cast.shahlo)
        with pytest.raises(NotPermitted):
            read_identity(case=case, viewer=cast.shahlo, purpose="case_page", at=now + timedelta(hours=4))


def test_it_is_shut_by_the_officer_or_by_the_data_protection_officer_at_once(opened, case, cast, now):
    with pytest.raises(NotPermitted):
        end_emergency(opening=opened, by=cast.nigina, at=now)
    end_emergency(opening=opened, by=cast.officers["firuza"], at=now + timedelta(minutes=1))

    assert case not in cases_for(cast.shahlo)
    with pytest.raises(OutOfOrder):
        end_emergency(opening=opened, by=cast.shahlo, at=now + timedelta(minutes=2))


def test_the_reason_is_sealed_and_the_line_names_case_and_officer(opened, case, cast):
    line = LedgerEntry.objects.latest("seq")

    assert vault.unseal(opened) == {"because": WHY}
    assert (line.act, line.officer, line.subject) == ("open_in_emergency", cast.shahlo, f"case:{case.pk}")
    assert "gate" not in str(line.detail)


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"because": " "}, Refused),
        ({"reference": "2222-2222"}, Refused),
        ({"who": "nigina"}, NotPermitted),
        ({"who": "zarina"}, OutOfOrder),
    ],
)
def test_what_is_no_emergency_is_refused_and_on_record(case, cast, now, changed, refused):
    by = cast.officers[changed.pop("who", "shahlo")]
    with pytest.raises(refused):
        open_in_emergency(**{"reference": case.reference, "because": WHY, "by": by, "at": now, **changed})

    assert LedgerEntry.objects.latest("seq").act == "open_in_emergency.refused"
    assert not EmergencyOpening.objects.exists()


def test_a_whole_list_is_no_emergency(case, cast, now):
    cases = [ways.interviewed(who, by=cast.zarina, at=now).case for who in (ways.ANOTHER, ways.GIRL, ways.ANOTHER)]
    for each in cases:
        open_in_emergency(reference=each.reference, because=WHY, by=cast.shahlo, at=now)

    end_emergency(opening=EmergencyOpening.objects.latest("pk"), by=cast.shahlo, at=now)
    with pytest.raises(OutOfOrder, match="3 cases"):
        open_in_emergency(reference=case.reference, because=WHY, by=cast.shahlo, at=now)


def test_the_responsible_desk_is_told_until_it_has_seen_it(opened, case, cast, now):
    assert emergency_note(cast.zarina, case).unseen == (opened,)
    assert emergency_note(cast.nigina, case) is None, "who only reads the case is not asked"
    with pytest.raises(NotPermitted):
        notice_emergency(opening=opened, by=cast.nigina, at=now)

    notice_emergency(opening=opened, by=cast.zarina, at=now)

    assert emergency_note(cast.zarina, case) is None
    with pytest.raises(OutOfOrder):
        notice_emergency(opening=opened, by=cast.zarina, at=now)


def test_it_stands_before_everything_in_the_work_of_whoever_is_responsible_and_of_whoever_reviews(
    opened, case, cast, now
):
    firuza = cast.officers["firuza"]
    for officer, words in ((cast.zarina, "see that the person is safe"), (firuza, "Review a case opened")):
        first = my_work(officer, now=now).mine[0]
        assert words in first.what
        assert (first.reference, first.why.split(",")[0]) == (case.reference, cast.shahlo.name)
    assert not any("emergency" in line.what for line in my_work(cast.shahlo, now=now).mine)

    notice_emergency(opening=opened, by=cast.zarina, at=now)
    review_emergency(opening=opened, outcome="justified", words="Yes.", by=firuza, at=now)

    for officer in (cast.zarina, firuza):
        assert not any("emergency" in line.what for line in my_work(officer, now=now).mine)


def lines_of(officer, at):
    with at_moment(at):
        return [each for each in my_work(officer, now=at).mine if "emergency" in each.what]


def test_a_review_has_its_time_and_a_late_one_comes_to_the_commission_too_until_it_is_done(opened, case, cast, now):
    firuza, rustam = cast.officers["firuza"], cast.rustam
    in_time, late = now + timedelta(days=2), now + timedelta(days=3, minutes=1)

    [waits] = lines_of(firuza, in_time)
    assert (waits.due_at, waits.escalated, waits.since) == (now + timedelta(days=3), False, False)
    assert waits.mark == "provisional", "the days are our own"
    assert lines_of(rustam, in_time) == []
    [over], [told] = lines_of(firuza, late), lines_of(rustam, late)
    assert (over.escalated, told.escalated) == (True, True)
    assert told.with_whom == "Data-protection officer"
    assert told.address == reverse("case", args=[case.pk])
    for name in ("nigina", "davlat", "shahlo", "safar"):
        assert not any("Nobody reviewed" in each.what for each in lines_of(cast.officers[name], late)), name

    review_emergency(opening=opened, outcome="justified", words="Late, and so.", by=firuza, at=late)

    assert lines_of(firuza, late) == lines_of(rustam, late) == []


def test_of_two_that_wait_the_late_one_stands_first(opened, cast, now):
    other = ways.interviewed(ways.ANOTHER, by=cast.zarina, at=now).case
    later = now + timedelta(days=3, minutes=5)
    open_in_emergency(reference=other.reference, because=WHY, by=cast.shahlo, at=later)

    lines = lines_of(cast.officers["firuza"], later)

    assert [(each.reference, each.escalated) for each in lines] == [
        (opened.case.reference, True), (other.reference, False),
    ]  # fmt: skip


def test_a_late_review_inside_a_compartment_comes_to_its_heads_and_to_nobody_else(opened, case, cast, now):
    head = Officer.objects.create(post=cast.nigina.post, username="umeda", name="Umeda")
    put_in(case, cast, [head], now)
    late = now + timedelta(days=4)

    for officer in (cast.nigina, head):
        assert [each.reference for each in lines_of(officer, late) if "Nobody reviewed" in each.what] == [
            case.reference
        ]
    assert lines_of(cast.rustam, late) == []


def test_by_when_it_is_reviewed_stands_on_the_page_and_in_the_api(opened, case, cast, client, now):
    client.force_login(cast.officers["firuza"])

    told = client.get("/api/desk/emergencies").json()
    page = client.get(reverse("unusual_readings")).content.decode()

    assert told[0]["review_by"].startswith(str((now + timedelta(days=3)).date()))
    assert "to be reviewed by" in page
    assert ("late</span>" in page) == (timezone.now() > now + timedelta(days=3))


def test_every_opening_is_reviewed_once_with_words(opened, cast, now):
    firuza = cast.officers["firuza"]
    assert list(to_review(firuza)) == [opened]
    with pytest.raises(Refused):
        review_emergency(opening=opened, outcome="justified", words="", by=firuza, at=now)

    reviewed = review_emergency(opening=opened, outcome="justified", words="The ward confirms it.", by=firuza, at=now)

    assert vault.unseal(reviewed) == {"because": WHY, "found": "The ward confirms it."}
    assert not to_review(firuza)
    with pytest.raises(OutOfOrder):
        review_emergency(opening=opened, outcome="breach", words="No.", by=firuza, at=now)
    with pytest.raises(NotPermitted):
        review_emergency(opening=opened, outcome="justified", words="Ours.", by=cast.shahlo, at=now)


def test_the_way_through_the_pages(case, cast, client):
    client.force_login(cast.shahlo)
    assert client.get(reverse("case", args=[case.pk])).status_code == 403
    wrong = client.post(reverse("emergency"), {"reference": "2222 2222", "because": WHY})
    assert WHY in wrong.content.decode()
    assert "no case with this reference" in wrong.content.decode()

    page = client.post(reverse("emergency"), {"reference": case.reference.lower(), "because": WHY}, follow=True)
    opening = EmergencyOpening.objects.get()

    assert "You opened this case in an emergency" in page.content.decode()
    client.force_login(cast.zarina)
    assert "opened this case in an emergency on" in client.get(reverse("case", args=[case.pk])).content.decode()
    client.post(reverse("notice_emergency", args=[opening.pk]))
    client.force_login(cast.officers["firuza"])
    assert case.reference in client.get(reverse("unusual_readings")).content.decode()
    assert WHY in client.get(reverse("review_emergency", args=[opening.pk])).content.decode()
    answer = client.post(
        reverse("review_emergency", args=[opening.pk]), {"outcome": "justified", "words": "Yes."}, follow=True
    )
    assert "It is kept what came of it." in answer.content.decode()
    client.force_login(cast.shahlo)
    client.post(reverse("end_emergency", args=[opening.pk]))
    assert client.get(reverse("case", args=[case.pk])).status_code == 403


def test_the_way_through_the_api(case, cast, client):
    def send(path: str, who: str, **body):
        client.force_login(cast.officers[who])
        return client.post(f"/api/desk/emergencies{path}", body, content_type="application/json")

    made = send("", "shahlo", reference=case.reference, because=WHY)
    pk = made.json()["id"]

    assert made.status_code == 201
    assert "gate" not in made.content.decode()
    assert send(f"/{pk}/seen", "zarina").json()["noticed_at"]
    assert send(f"/{pk}/review", "firuza", outcome="justified", words="Yes.").json()["outcome"] == "justified"
    assert send(f"/{pk}/end", "shahlo").json()["ended_at"]
    assert send(f"/{pk}/end", "shahlo").status_code == 422


def test_the_page_says_that_answers_are_left_out_only_where_they_are(opened, case, cast, client, now):
    """Whoever opened the case in an emergency is shown every answer: that a person said no to somebody may save them."""
    ways.agrees(case, "police", by=cast.zarina, at=now)
    client.force_login(cast.shahlo)

    shown = client.get(reverse("case", args=[case.pk])).content.decode()

    assert str(Purpose.POLICE.label) in shown
    assert "for the purpose your desk sees the case for" not in shown
