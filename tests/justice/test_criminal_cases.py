"""Criminal cases: opened, moved and sent on by their own desk; victims linked where nobody outside sees it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.justice import actions
from panoh.justice.models import CriminalCase, StageArticle
from panoh.justice.queries import worklist
from panoh.justice.queries.cases import criminal_case_page, criminal_cases_for
from panoh.justice.queries.counts import counts_for
from panoh.registry.actions import record_consent, withdraw_consent
from panoh.registry.models import Consent, Desk, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.justice.conftest import NAME, OPENED_ON

TODAY = date(2026, 11, 16)


def test_a_case_is_opened_with_its_articles_however_they_are_written(cast, now):
    case = actions.open_criminal_case(
        on=OPENED_ON,
        articles=["ч. 2 ст. 130¹ УК РТ", "167", "130-1 part 2"],
        file_number="7-26",
        by=cast.jamshed,
        at=now,
    )

    found = list(StageArticle.objects.order_by("pk").values_list("offence", "part", "in_force"))
    assert found == [("trafficking_in_persons", "2", True), ("trafficking_in_minors", "", None)]
    assert case.desk == cast.jamshed.desk
    assert "7-26" not in str(LedgerEntry.objects.last().detail)
    assert LedgerEntry.objects.last().act == "open_criminal_case"


@pytest.mark.parametrize(
    ("articles", "says"),
    [(["335(1)"], "more than one"), (["999"], "no article 999"), ([" "], "at least one article"), (["theft"], "more than one")],
)  # fmt: skip
def test_an_article_that_cannot_be_read_is_named(cast, now, articles, says):
    with pytest.raises(Refused, match=says):
        actions.open_criminal_case(on=OPENED_ON, articles=articles, by=cast.jamshed, at=now)

    assert not CriminalCase.objects.exists()


def test_an_article_that_was_no_law_on_that_day_is_refused(cast, now):
    with pytest.raises(OutOfOrder, match="not in force on 2003-07-31"):
        actions.open_criminal_case(on=date(2003, 7, 31), articles=["130.1"], by=cast.jamshed, at=now)


@pytest.mark.parametrize(
    "name", ["zarina", "nigina", "davlat", "rustam", "shahlo", "parvina", "firuza", "alisher", "safar"]
)
def test_no_other_post_opens_or_finds_one(cast, criminal, now, name):
    by, case = getattr(cast, name), criminal()

    with pytest.raises(NotPermitted):
        actions.open_criminal_case(on=OPENED_ON, articles=["130.1"], by=by, at=now)
    with pytest.raises(NotPermitted):
        actions.record_stage(criminal_case=case, stage="investigated", on=OPENED_ON, by=by, at=now)
    with pytest.raises(NotPermitted):
        criminal_case_page(by, case.pk, at=now)
    assert not criminal_cases_for(by).exists()


def test_stages_keep_their_articles_unless_others_are_named(cast, criminal, now):
    case = criminal("investigated", articles=("335 part 1", "130.1"))

    charged = actions.record_stage(
        criminal_case=case, stage="charged", on=date(2026, 6, 1), articles=["130.1"], by=cast.jamshed, at=now
    )

    assert [(each.offence, each.part) for each in case.stages.get(kind="investigated").articles.order_by("pk")] == [
        ("illegal_border_crossing", "1"),
        ("trafficking_in_persons", ""),
    ]
    assert [each.offence for each in charged.articles.all()] == ["trafficking_in_persons"]
    case.refresh_from_db()
    assert (case.stage, case.stage_on) == ("charged", date(2026, 6, 1))


def test_a_verdict_before_a_charge_is_refused_and_says_so(cast, criminal, accused, now):
    case = criminal("investigated")
    him = accused(case)

    with pytest.raises(OutOfOrder, match="no charge is on record"):
        actions.record_stage(criminal_case=case, stage="sentenced", on=TODAY, by=cast.jamshed, at=now)
    with pytest.raises(OutOfOrder, match="no charge is on record"):
        actions.pronounce_sentence(
            defendant=him, on=TODAY, article="130.1", convicted=True, after="", by=cast.jamshed, at=now
        )
    with pytest.raises(OutOfOrder, match="no charge is on record"):
        actions.order_restitution(
            criminal_case=case, on=TODAY, amount=Decimal(1), currency="TJS", by=cast.jamshed, at=now
        )


def test_a_closing_says_why_and_only_a_closing(cast, criminal, now):
    case = criminal()
    for stage, because in (("closed", ""), ("investigated", "final"), ("closed", "tired"), ("lost", "")):
        with pytest.raises(Refused):
            actions.record_stage(criminal_case=case, stage=stage, on=TODAY, because=because, by=cast.jamshed, at=now)

    actions.record_stage(criminal_case=case, stage="closed", on=TODAY, because="no_offence", by=cast.jamshed, at=now)

    case.refresh_from_db()
    assert case.stage == "closed"


def test_a_stage_recorded_by_mistake_is_taken_back_and_kept(cast, criminal, now):
    case = criminal("charged")
    stage = case.stages.get(kind="charged")

    actions.take_back_stage(stage=stage, by=cast.jamshed, at=now)

    case.refresh_from_db()
    assert (case.stage, case.stages.count()) == ("investigated", 3)
    with pytest.raises(Conflict, match="newest"):
        actions.take_back_stage(stage=stage, by=cast.jamshed, at=now)
    with pytest.raises(Conflict, match="opening"):
        actions.take_back_stage(stage=criminal().stages.get(), by=cast.jamshed, at=now)


def test_restitution_is_paid_up_to_what_was_ordered(cast, criminal, now):
    case = criminal("sentenced")
    ordered = actions.order_restitution(
        criminal_case=case, on=date(2026, 9, 1), amount=Decimal(1000), currency="TJS", by=cast.jamshed, at=now
    )
    pay = {"restitution": ordered, "by": cast.jamshed, "at": now}

    actions.record_payment(on=TODAY, amount=Decimal(400), **pay)

    with pytest.raises(Refused, match="600"):
        actions.record_payment(on=TODAY, amount=Decimal("600.01"), **pay)
    with pytest.raises(Refused, match="before it was ordered"):
        actions.record_payment(on=date(2026, 8, 31), amount=Decimal(1), **pay)
    actions.record_payment(on=TODAY, amount=Decimal(600), **pay)


def test_an_asset_is_frozen_and_settled_once(cast, criminal, now):
    asset = actions.freeze_asset(
        criminal_case=criminal(),
        kind="vehicle",
        on=TODAY,
        value=Decimal(50_000),
        currency="TJS",
        by=cast.jamshed,
        at=now,
    )

    with pytest.raises(Refused):
        actions.settle_asset(asset=asset, became="confiscated", on=date(2026, 11, 15), by=cast.jamshed, at=now)
    actions.settle_asset(asset=asset, became="confiscated", on=TODAY, by=cast.jamshed, at=now)
    with pytest.raises(Conflict):
        actions.settle_asset(asset=asset, became="released", on=TODAY, by=cast.jamshed, at=now)


def test_a_case_on_its_way_stays_with_the_giver_until_it_is_received(cast, criminal, now):
    case, court = criminal("charged"), Desk.objects.get(code="courts_liaison")
    sent = actions.transfer_criminal_case(criminal_case=case, to_desk=court, because="trial", by=cast.jamshed, at=now)

    assert [each.reference for each in worklist(cast.nozim, now=now).items] == [case.reference]
    assert worklist(cast.nozim, now=now + timedelta(days=4)).items[0].escalated
    assert criminal_cases_for(cast.jamshed).exists()
    assert not criminal_cases_for(cast.nozim).exists()
    with pytest.raises(Conflict):
        actions.transfer_criminal_case(criminal_case=case, to_desk=court, because="trial", by=cast.jamshed, at=now)
    with pytest.raises(NotPermitted):
        actions.receive_criminal_case(transfer=sent, by=cast.jamshed, at=now)

    actions.receive_criminal_case(transfer=sent, by=cast.nozim, at=now)

    assert worklist(cast.nozim, now=now).items == ()
    assert not criminal_cases_for(cast.jamshed).exists()
    assert criminal_cases_for(cast.nozim).exists()
    assert criminal_cases_for(cast.manuchehr).exists()
    with pytest.raises(Conflict):
        actions.receive_criminal_case(transfer=sent, by=cast.nozim, at=now)


def test_a_criminal_case_goes_only_to_desks_that_keep_such(cast, criminal, now):
    with pytest.raises(Refused):
        actions.transfer_criminal_case(
            criminal_case=criminal(), to_desk=cast.shahlo.desk, because="trial", by=cast.jamshed, at=now
        )


def test_a_victim_is_linked_only_where_they_agreed_and_a_wrong_reference_reads_the_same(cast, criminal, woman, now):
    case, agreed, not_agreed = criminal(), woman(), woman(agreed=False)
    said = set()
    for reference in (not_agreed.reference, "ZZZZ-ZZZZ", case.reference):
        with pytest.raises(Refused) as no:
            actions.count_victim(criminal_case=case, reference=reference, by=cast.jamshed, at=now)
        said.add((no.value.reason, no.value.way_forward))

    actions.count_victim(criminal_case=case, reference=agreed.reference.lower(), by=cast.jamshed, at=now)
    actions.count_victim(criminal_case=case, by=cast.jamshed, at=now)

    assert len(said) == 1
    page = criminal_case_page(cast.jamshed, case.pk, at=now)
    assert [each.reference for each in page.victims] == [agreed.reference, ""]
    with pytest.raises(Conflict):
        actions.count_victim(criminal_case=case, reference=agreed.reference, by=cast.jamshed, at=now)


def test_nobody_outside_learns_of_the_link(cast, criminal, woman, now, client):
    case, her = criminal(), woman()
    actions.count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)

    lines = LedgerEntry.objects.filter(act__contains="victim")
    assert [line.subject for line in lines] == [f"criminal_case:{case.pk}"]
    assert her.reference not in str([line.detail for line in lines])
    assert str(her.pk) not in str([line.detail for line in lines])
    for name in ("zarina", "nigina", "davlat", "rustam"):
        client.force_login(getattr(cast, name))
        shown = client.get(reverse("case", args=[her.pk])).content.decode()
        assert case.reference not in shown
        assert "riminal case" not in shown


def test_a_consent_taken_back_ends_what_is_seen_and_the_victim_stays_counted(cast, criminal, woman, now):
    case, her = criminal(), woman()
    actions.count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)

    withdraw_consent(consent=Consent.objects.get(case=her, purpose="police"), by=cast.zarina, at=now)

    assert [each.reference for each in criminal_case_page(cast.jamshed, case.pk, at=now).victims] == [""]
    assert counts_for(cast.alisher).rows[-1].victims.number == 1


def test_names_are_sealed_and_every_opening_is_on_record(cast, criminal, accused, now):
    case = criminal()
    accused(case)

    page = criminal_case_page(cast.jamshed, case.pk, at=now)

    assert page.defendants[0].name == NAME
    line = LedgerEntry.objects.last()
    assert (line.act, line.officer, line.subject) == ("read_criminal_case", cast.jamshed, f"criminal_case:{case.pk}")
    assert NAME not in str(list(LedgerEntry.objects.values_list("detail", "subject")))


def test_every_post_sees_counts_and_no_case(cast, criminal, accused, now, client):
    case = criminal("charged")
    criminal("opened", articles=("335.1",))
    accused(case, official="yes")
    client.force_login(cast.alisher)

    shown = client.get(reverse("justice:home")).content.decode()
    told = {row["stage"]: row for row in client.get("/api/justice/counts").json()}

    assert "Charged" in shown
    assert case.reference not in shown
    assert NAME not in shown
    assert (told[""]["criminal_cases"], told[""]["criminal_cases_without_migration"]) == (2, 1)
    assert (told["charged"]["suspects"], told["charged"]["suspects_officials"]) == (1, 1)


def test_by_page_from_opening_to_judgment(cast, now, client, monkeypatch):
    client.force_login(cast.jamshed)
    opening = {"on": "2026-03-01", "articles": "ст. 130 прим 1\n167", "region": "TJ-SU", "file_number": "7-26"}

    refused = client.post(reverse("justice:open_criminal_case"), {**opening, "articles": "335(1)"})
    client.post(reverse("justice:open_criminal_case"), opening)
    case = CriminalCase.objects.get()
    for stage, on in (("investigated", "2026-04-01"), ("charged", "2026-05-01"), ("tried", "2026-06-01")):
        client.post(reverse("justice:stage", args=[case.pk]), {"stage": stage, "on": on})
    client.post(reverse("justice:add_defendant", args=[case.pk]), {"sex": "male", "official": "yes", "name": NAME})
    him = case.defendants.get()
    sentence = {"on": "2026-06-02", "article": "130.1", "convicted": "yes", "custodial_months": "12"}
    client.post(reverse("justice:sentence", args=[him.pk]), sentence)
    client.post(reverse("justice:count_victim", args=[case.pk]), {"reference": ""})
    client.post(reverse("justice:restitution", args=[case.pk]), {"on": "2026-06-02", "amount": "10", "currency": "TJS"})
    shown = client.get(reverse("justice:criminal_case", args=[case.pk])).content.decode()

    assert (refused.status_code, "335(1)" in refused.content.decode()) == (422, True)
    assert "335.1, 335 part 1" in refused.content.decode()
    assert all(each in shown for each in ("7-26", NAME, "an official", "below the article", "Victim 1", "10 TJS"))


def test_by_api(cast, client):
    client.force_login(cast.manuchehr)
    made = client.post(
        "/api/justice/criminal-cases", {"on": "2026-03-01", "articles": ["130(1)"]}, content_type="application/json"
    ).json()
    path = f"/api/justice/criminal-cases/{made['id']}"

    early = client.post(f"{path}/stages", {"stage": "tried", "on": "2026-04-01"}, content_type="application/json")
    client.post(f"{path}/stages", {"stage": "investigated", "on": "2026-04-01"}, content_type="application/json")
    client.post(f"{path}/defendants", {"sex": "male", "official": "yes"}, content_type="application/json")
    client.post(f"{path}/victims", {}, content_type="application/json")
    read = client.get(path).json()

    assert (early.status_code, early.json()["code"]) == (422, "out_of_order")
    assert [each["stage"] for each in read["stages"]] == ["opened", "investigated"]
    assert read["stages"][1]["articles"] == [{"offence": "trafficking_in_persons", "part": "", "in_force": True}]
    assert (read["defendants"][0]["official"], len(read["victims"])) == ("yes", 1)


def at_the_court(cast, case: CriminalCase, now) -> None:
    court = Desk.objects.get(code="courts_liaison")
    sent = actions.transfer_criminal_case(criminal_case=case, to_desk=court, because="trial", by=cast.jamshed, at=now)
    actions.receive_criminal_case(transfer=sent, by=cast.nozim, at=now)


def says(her, purpose: str, cast, now, *, given: bool = True) -> None:
    record_consent(case=her, purpose=purpose, given=given, language="tg", explained=True, by=cast.zarina, at=now)


def test_a_court_reads_whose_victim_somebody_is_only_where_they_agreed_to_a_court(cast, criminal, woman, now):
    case, her = criminal("charged"), woman()
    actions.count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)
    at_the_court(cast, case, now)

    def read_by(viewer) -> list[str]:
        return [each.reference for each in criminal_case_page(viewer, case.pk, at=now).victims]

    assert (read_by(cast.nozim), read_by(cast.manuchehr)) == ([""], [her.reference])
    with pytest.raises(Refused, match="agreed to sharing with such a desk"):
        actions.count_victim(criminal_case=case, reference=woman().reference, by=cast.nozim, at=now)

    says(her, "court", cast, now)
    assert read_by(cast.nozim) == [her.reference]
    says(her, "court", cast, now, given=False)
    assert (read_by(cast.nozim), read_by(cast.manuchehr)) == ([""], [her.reference])


def test_a_no_said_later_to_police_ends_what_is_seen_of_the_link(cast, criminal, woman, now):
    case, her = criminal(), woman()
    actions.count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)

    says(her, "police", cast, now, given=False)

    assert [each.reference for each in criminal_case_page(cast.jamshed, case.pk, at=now).victims] == [""]
    with pytest.raises(Refused, match="agreed"):
        actions.count_victim(criminal_case=criminal(), reference=her.reference, by=cast.jamshed, at=now)


def test_a_case_that_stands_still_is_asked_after_by_its_desk_until_something_is_recorded(cast, criminal, now):
    case = criminal("charged")

    [item] = worklist(cast.jamshed, now=now).items

    assert (item.reference, item.escalated) == (case.reference, True)
    assert "stands still" in item.what
    assert worklist(cast.nozim, now=now).items == ()
    actions.record_stage(criminal_case=case, stage="tried", on=TODAY, by=cast.jamshed, at=now)
    assert worklist(cast.jamshed, now=now).items == ()
    assert worklist(cast.jamshed, now=now + timedelta(days=61)).items[0].what == item.what


def test_a_closed_case_stands_still_and_nobody_is_asked(cast, criminal, now):
    case = criminal("charged")
    actions.record_stage(criminal_case=case, stage="closed", on=TODAY, because="abroad", by=cast.jamshed, at=now)

    assert worklist(cast.jamshed, now=now + timedelta(days=400)).items == ()
