"""A penalty on somebody the mechanism knows raises an alert with its clock, is looked at by the country's models, and lifted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.instruments import countries
from panoh.justice.actions import (
    PenaltyGiven,
    ask_relief,
    assess_link,
    count_victim,
    hold_defendant,
    record_penalty,
    record_relief,
    unlink_victim,
)
from panoh.justice.models import CriminalCase, Penalty, Relief
from panoh.justice.queries import worklist
from panoh.justice.queries.penalties import penalties_page
from panoh.justice.rules.link import LINKED, NOT_SHOWN, OPEN, RELIEFS, link
from panoh.registry import vault
from panoh.registry.actions import forget_words, withdraw_consent
from panoh.registry.models import Case, Consent, LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused

RULE = countries.non_penalisation("tj")
TODAY = date(2026, 11, 16)
WORDS = "канарейка: fined on the street, nobody asked her"
PLACE = "Isolator No. 1, Dushanbe"
FINE = PenaltyGiven(
    kind="fine", on=TODAY, authority="police", article="130 КоАП РТ", amount=Decimal(500), currency="TJS", words=WORDS
)
HELD = PenaltyGiven(kind="detention", on=TODAY, authority="police", place=PLACE, words=WORDS)
YES = {"compulsion": "yes", "causation": "unknown", "reasons": WORDS}


@pytest.fixture
def fined(woman, cast, now) -> Penalty:
    return record_penalty(case=woman(), given=FINE, by=cast.zarina, at=now)


@pytest.mark.parametrize(
    ("compulsion", "causation", "offence", "child", "outcome"),
    [
        ("yes", "no", "", False, LINKED),
        ("no", "yes", "rape", False, LINKED),
        ("no", "no", "commercial_sex", False, LINKED),
        ("no", "no", "rape", False, NOT_SHOWN),
        ("unknown", "no", "rape", False, OPEN),
        ("no", "no", "", False, OPEN),
        ("unknown", "no", "rape", True, LINKED),
        ("no", "no", "rape", True, NOT_SHOWN),
    ],
)
def test_one_model_that_fits_is_enough_and_unknown_is_not_no(compulsion, causation, offence, child, outcome):
    found = link(RULE, compulsion=compulsion, causation=causation, offence=offence, child=child)

    assert found.outcome == outcome
    assert bool(found.because) is (outcome != NOT_SHOWN)


def test_the_law_of_the_country_was_not_seen_and_each_model_is_weighed():
    assert RULE.applied == ()
    assert {each.key for each in RULE.weighed} == {"compulsion", "causation", "listed"}
    assert {each.kind for each in RULE.clocks} == set(Penalty.Kind.values) == set(RELIEFS)


def test_a_fine_raises_an_alert_with_its_clock_before_everything(fined, cast, now):
    items = worklist(cast.zarina, now=now)

    assert items.first == 1
    assert (items.items[0].reference, items.items[0].due_at) == (fined.case.reference, fined.assess_by)
    assert fined.offence == "commercial_sex"
    assert not items.items[0].escalated
    assert fined.assess_by - now > timedelta(days=4)


def test_the_case_manager_is_told_and_when_it_is_late_the_intake_desk_too(fined, cast, now):
    Case.objects.filter(pk=fined.case_id).update(manager=cast.parvina)

    assert worklist(cast.parvina, now=now).total == 1
    assert worklist(cast.zarina, now=now).total == 0
    assert worklist(cast.nigina, now=now).total == 0
    late = fined.assess_by + timedelta(minutes=1)
    assert worklist(cast.nigina, now=late).items[0].escalated
    assert worklist(cast.parvina, now=late).items[0].escalated


def test_detention_is_looked_at_within_a_day(woman, cast, now):
    held = record_penalty(case=woman(), given=HELD, by=cast.zarina, at=now)

    assert held.assess_by == now + timedelta(hours=24)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "scolding"}, "one of the list"),
        ({"authority": "nobody"}, "one of the list"),
        ({"on": date(2026, 11, 17)}, "Only a removal lies ahead"),
        ({"until": date(2026, 11, 15)}, "nothing ends before"),
        ({"currency": ""}, "currency"),
        ({"article": "335(1)"}, "more than one"),
        ({"article": "999"}, "no article 999"),
    ],
)
def test_half_a_penalty_is_refused(woman, cast, now, given, says):
    with pytest.raises(Refused, match=says):
        record_penalty(case=woman(), given=PenaltyGiven(**{**FINE.__dict__, **given}), by=cast.zarina, at=now)

    assert not Penalty.objects.exists()


@pytest.mark.parametrize("name", ["behruz", "jamshed", "manuchehr", "rustam", "alisher", "safar", "shahlo"])
def test_no_other_post_records_or_sees_it(fined, cast, now, name):
    by = getattr(cast, name)

    with pytest.raises(NotPermitted):
        record_penalty(case=fined.case, given=FINE, by=by, at=now)
    with pytest.raises(NotPermitted):
        penalties_page(by, fined.case, at=now)
    with pytest.raises(NotPermitted):
        assess_link(penalty=fined, **YES, after=None, by=by, at=now)
    assert worklist(by, now=now).total == 0


def test_it_is_sealed_on_record_and_forgotten_with_the_person(fined, cast, now):
    assess_link(penalty=fined, **YES, after=None, by=cast.zarina, at=now)
    ask_relief(penalty=fined, kind="refund", asked_of="police", on=TODAY, words=WORDS, by=cast.zarina, at=now)

    assert vault.unseal(Penalty.objects.get())["words"] == WORDS
    assert "канарейка" not in str(list(LedgerEntry.objects.values_list("detail", "subject")))
    assert {"record_penalty", "assess_link", "ask_relief"} <= set(LedgerEntry.objects.values_list("act", flat=True))
    forget_words(fined.case, by=cast.nigina, at=now)
    assert vault.unseal(Penalty.objects.get()) == vault.unseal(Relief.objects.get()) == {}


def test_from_alert_to_refund(fined, cast, now):
    def what() -> list[str]:
        return [each.what for each in worklist(cast.zarina, now=now + timedelta(days=20)).items]

    assert "look whether" in what()[0]
    assess_link(penalty=fined, **YES, after=None, by=cast.zarina, at=now)
    assert what() == ["Ask for the penalty to be stayed or lifted"]
    asked = ask_relief(penalty=fined, kind="refund", asked_of="court", on=TODAY, words="", by=cast.zarina, at=now)
    assert what() == ["Ask what became of the relief"]
    later = now + timedelta(days=3)
    record_relief(relief=asked, became="granted", on=later.date(), by=cast.zarina, at=later)
    assert what() == ["See that the relief is carried out"]

    record_relief(relief=asked, became="done", on=later.date(), words="paid back", by=cast.zarina, at=later)

    assert what() == []
    shown = penalties_page(cast.zarina, fined.case, at=later)[0]
    assert (shown.standing.outcome, shown.reliefs[0].answered) == ("linked", "paid back")


def test_a_refused_relief_ends_nothing(fined, cast, now):
    assess_link(penalty=fined, **YES, after=None, by=cast.zarina, at=now)
    asked = ask_relief(penalty=fined, kind="annulment", asked_of="court", on=TODAY, words="", by=cast.zarina, at=now)

    record_relief(relief=asked, became="refused", on=TODAY, by=cast.zarina, at=now)

    assert [each.what for each in worklist(cast.zarina, now=now).items] == [
        "Ask for the penalty to be stayed or lifted"
    ]
    with pytest.raises(Conflict):
        record_relief(relief=asked, became="done", on=TODAY, by=cast.zarina, at=now)


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "release"},
        {"kind": "mercy"},
        {"asked_of": "nobody"},
        {"on": date(2026, 11, 15)},
        {"on": date(2026, 11, 17)},
    ],
)
def test_a_relief_that_cannot_be_is_refused(fined, cast, now, asked):
    with pytest.raises(Refused):
        ask_relief(
            **{"penalty": fined, "kind": "refund", "asked_of": "court", "on": TODAY, "words": "", **asked},
            by=cast.zarina,
            at=now,
        )


def test_what_is_not_known_stays_on_the_list(fined, cast, now):
    Penalty.objects.update(offence="")
    fined.refresh_from_db()

    said = assess_link(penalty=fined, compulsion="no", causation="no", reasons="x", after=None, by=cast.zarina, at=now)

    assert said.outcome == "open"
    assert worklist(cast.zarina, now=now).first == 1
    with pytest.raises(Refused, match="yes, no or not known"):
        assess_link(
            penalty=fined, compulsion="maybe", causation="no", reasons="x", after=said.pk, by=cast.zarina, at=now
        )


def test_held_with_a_suspect_stands_first_until_released(woman, cast, now):
    given = PenaltyGiven(**{**HELD.__dict__, "with_suspect": True})
    held = record_penalty(case=woman(), given=given, by=cast.zarina, at=now)

    assert "with a suspect" in worklist(cast.zarina, now=now).items[0].what
    asked = ask_relief(penalty=held, kind="release", asked_of="police", on=TODAY, words="", by=cast.zarina, at=now)
    record_relief(relief=asked, became="granted", on=TODAY, by=cast.zarina, at=now)
    record_relief(relief=asked, became="done", on=TODAY, by=cast.zarina, at=now)
    assert not any("with a suspect" in each.what for each in worklist(cast.zarina, now=now).items)


@pytest.fixture
def beside_him(woman, criminal, accused, cast, now) -> tuple[Case, CriminalCase]:
    """Herself, held where a defendant of her own crime is held, and that criminal case."""
    her, case = woman(), criminal()
    count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)
    record_penalty(case=her, given=HELD, by=cast.zarina, at=now)
    place = "isolator  no 1 (Dushanbe)"
    hold_defendant(defendant=accused(case), place=place, on=TODAY, by=cast.jamshed, at=now)
    return her, case


def test_a_suspect_of_her_own_crime_in_the_same_place_is_told_to_those_who_hold_him(beside_him, cast, now):
    her, case = beside_him
    for keeps in (cast.jamshed, cast.manuchehr):
        [separate] = [each for each in worklist(keeps, now=now).items if "separate them" in each.what]
        assert (separate.reference, her.reference in str(separate)) == (case.reference, False)
        assert separate.escalated

    withdraw_consent(consent=Consent.objects.get(case=her, purpose="police"), by=cast.zarina, at=now)

    assert [each for each in worklist(cast.jamshed, now=now).items if "separate them" in each.what] == []


def test_outside_nothing_shows_that_a_criminal_case_is_linked(beside_him, woman, cast, now):
    """Neither the work nor the record of one whose defendant is held beside her differs from another's."""
    her, _case = beside_him
    record_penalty(case=(other := woman()), given=HELD, by=cast.zarina, at=now)

    def told(case: Case) -> list[tuple[str, str]]:
        lines = worklist(cast.zarina, now=now).items
        return [(each.what, each.why) for each in lines if each.reference == case.reference]

    assert told(her) == told(other) != []
    assert not any("with a suspect" in what for what, _why in told(her))
    assert [
        page[0].row.with_suspect for page in (penalties_page(cast.zarina, each, at=now) for each in (her, other))
    ] == [
        None,
        None,
    ]


def test_whoever_is_held_is_kept_apart_from_whoever_exploited_them_known_or_not(woman, fined, cast, now, client):
    held = record_penalty(case=woman(), given=HELD, by=cast.zarina, at=now)
    client.force_login(cast.zarina)

    pages = [client.get(reverse("justice:penalty", args=[each.pk])).content.decode() for each in (held, fined)]

    assert ["kept apart from them" in page for page in pages] == [True, False]


def test_of_whoever_was_erased_no_place_and_no_word_is_left_or_written_again(woman, cast, now):
    case = woman()
    held = record_penalty(case=case, given=HELD, by=cast.zarina, at=now)
    forget_words(case, by=cast.nigina, at=now)
    Case.objects.filter(pk=case.pk).update(erased_at=now)

    held.refresh_from_db()
    assert (held.held_key, held.sealed_key) == ("", None)
    with pytest.raises(OutOfOrder, match="erased"):
        record_penalty(case=case, given=FINE, by=cast.zarina, at=now)
    bare = record_penalty(case=case, given=replace(FINE, words=""), by=cast.zarina, at=now)
    assert bare.sealed_key is None
    assert worklist(cast.zarina, now=now).items == ()


def test_a_row_of_a_list_taken_twice_doubles_nobody(woman, cast, now):
    her = woman()
    record_penalty(case=her, given=FINE, source_key="row-1", by=cast.zarina, at=now)

    with pytest.raises(Conflict):
        record_penalty(case=her, given=FINE, source_key="row-1", by=cast.zarina, at=now)

    assert Penalty.objects.count() == 1


def test_by_page(woman, cast, client):
    case = woman()
    client.force_login(cast.zarina)
    page = reverse("justice:penalties", args=[case.pk])
    filled = {
        "kind": "fine", "on": "2026-11-16", "authority": "police", "article": "130 КоАП", "amount": "500",
        "currency": "TJS", "words": WORDS, "with_suspect": "",
    }  # fmt: skip

    refused = client.post(page, {**filled, "currency": ""})
    client.post(page, filled)
    row = Penalty.objects.get()
    client.post(reverse("justice:link", args=[row.pk]), YES)
    client.post(
        reverse("justice:relief", args=[row.pk]), {"kind": "annulment", "asked_of": "court", "on": "2026-11-16"}
    )
    client.post(reverse("justice:became", args=[Relief.objects.get().pk]), {"became": "granted", "on": "2026-11-16"})
    shown = client.get(reverse("justice:penalty", args=[row.pk])).content.decode()
    on_case = client.get(reverse("case", args=[case.pk])).content.decode()

    assert (refused.status_code, WORDS in refused.content.decode()) == (422, True)
    assert all(each in shown for each in (WORDS, "Commercial sex", "hangs together", "Annulment", "granted"))
    assert "Penalties on the person" in on_case
    assert WORDS not in on_case


def test_by_api(woman, cast, client):
    case = woman()
    client.force_login(cast.zarina)
    path = f"/api/justice/cases/{case.pk}/penalties"
    body = {"kind": "detention", "on": "2026-11-16", "authority": "police", "place": PLACE, "words": WORDS}

    made = client.post(path, body, content_type="application/json").json()
    linked = client.post(f"/api/justice/penalties/{made['id']}/link", YES, content_type="application/json")
    asked = client.post(
        f"/api/justice/penalties/{made['id']}/reliefs",
        {"kind": "release", "asked_of": "police", "on": "2026-11-16"},
        content_type="application/json",
    ).json()
    became = {"became": "granted", "on": "2026-11-16"}
    told = client.post(f"/api/justice/reliefs/{asked['id']}/became", became, content_type="application/json")
    (read,) = client.get(path).json()

    assert (linked.status_code, linked.json()["outcome"], told.json()["granted"]) == (201, "linked", True)
    assert (read["words"], read["place"], read["outcome"]) == (WORDS, PLACE, "linked")


def test_a_link_whose_consent_ended_raises_nothing_beside_one_that_stands(woman, criminal, accused, cast, now):
    """Two criminal cases name her; she takes back what one of them rests on, and a suspect of it is held beside her."""
    her, kept, ended = woman(), criminal(), criminal()
    for case in (kept, ended):
        count_victim(criminal_case=case, reference=her.reference, by=cast.jamshed, at=now)
        hold_defendant(defendant=accused(case), place=PLACE, on=TODAY, by=cast.jamshed, at=now)
    unlink_victim(victim=ended.victims.get(), by=cast.jamshed, at=now)

    record_penalty(case=her, given=HELD, by=cast.zarina, at=now)

    told = [each.reference for each in worklist(cast.jamshed, now=now).items if "separate them" in each.what]
    assert told == [kept.reference]


def test_an_older_page_of_the_link_is_refused_with_both_versions_by_page_and_by_api(fined, cast, client, now):
    client.force_login(cast.zarina)
    page, path = reverse("justice:link", args=[fined.pk]), f"/api/justice/penalties/{fined.pk}"
    mine = {**YES, "reasons": "what I typed"}
    assert client.get(page).context["form"]["after"].value() is None
    first = assess_link(penalty=fined, **{**YES, "reasons": "a colleague"}, after=None, by=cast.zarina, at=now)

    stale = client.post(page, mine)

    assert stale.status_code == 409
    assert all(each in stale.content.decode() for each in ("what I typed", "a colleague"))
    assert client.post(f"{path}/link", mine, content_type="application/json").status_code == 409
    assert client.post(f"{path}/link", {**mine, "reasons": " "}, content_type="application/json").status_code == 409
    assert client.get(path).json()["standing"] == str(first.pk)
    assert client.post(page, {**mine, "after": stale.context["form"]["after"].value()}).status_code == 302
