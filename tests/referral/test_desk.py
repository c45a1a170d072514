"""What a desk says of itself: by page, by API, over a colleague's word; and what it does to the order of desks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from panoh.instruments import countries
from panoh.instruments.countries.providers_file import providers_from
from panoh.instruments.reader import TextError
from panoh.referral.actions import describe_desk, record_need, refer
from panoh.referral.models import DeskNotice
from panoh.referral.queries.needs import offered_desks
from panoh.referral.rules.fit_words import CLOSED, FREE_UNKNOWN, FULL, SERVES, SPEAKS, SPEAKS_OTHERS
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, Refused

pytestmark = pytest.mark.django_db

WORD = {"opening": "open", "hours": "", "languages": (), "serves": (), "places": None, "free": None}


@pytest.fixture
def says(cast, now):
    """`says(cast.shahlo, free=2)`: the desk's newest word, over the one before."""

    def said(by, **word) -> DeskNotice:
        last = DeskNotice.objects.filter(desk=by.desk, superseded_at=None).first()
        given = WORD | {"instead_of": last.pk if last else None, "at": now} | word
        return describe_desk(**given, by=by)

    return said


def reasons(need, desk, *, at) -> set[object]:
    [offered] = [each for each in offered_desks(need, at=at) if each.desk == desk]
    return {reason.words for reason in offered.reasons}


def test_a_full_house_is_asked_after_another_and_still_offered(says, need, agreed, shelter, cast, now):
    before = [each.desk.code for each in offered_desks(need, at=now)]
    says(cast.shahlo, places=10, free=0)
    after = [each.desk.code for each in offered_desks(need, at=now)]

    assert before[0] == shelter.code
    assert after[-1] == shelter.code
    assert set(before) == set(after)
    assert FULL in reasons(need, shelter, at=now)


def test_a_number_of_free_places_is_believed_for_three_days(says, need, shelter, cast, now):
    says(cast.shahlo, places=10, free=0)

    assert FULL in reasons(need, shelter, at=now + timedelta(days=3))
    assert FREE_UNKNOWN in reasons(need, shelter, at=now + timedelta(days=3, seconds=1))


def test_the_newest_word_counts_and_goes_before_what_was_published(says, need, agreed, shelter, cast, now):
    published = reasons(need, shelter, at=now)
    says(cast.shahlo, languages=("ru",), opening="closed")
    later = reasons(need, shelter, at=now)
    says(cast.shahlo, languages=("tg", "ru"))

    assert SERVES in published
    assert {SPEAKS_OTHERS, CLOSED} <= later
    assert SPEAKS in reasons(need, shelter, at=now)
    assert CLOSED not in reasons(need, shelter, at=now)
    assert DeskNotice.objects.count() == 2


def test_it_is_on_record_who_said_it(says, cast):
    says(cast.shahlo, free=1, places=4)

    line = LedgerEntry.objects.latest("seq")
    assert (line.act, line.officer, line.subject) == ("describe_desk", cast.shahlo, "desk:state_shelter_dushanbe")


def test_of_two_colleagues_the_second_is_told(says, cast):
    says(cast.shahlo, free=2, places=4)

    with pytest.raises(Conflict):
        says(cast.farzona, instead_of=None, free=4, places=4)

    assert DeskNotice.objects.get().free == 2


@pytest.mark.parametrize(
    "word",
    [{"opening": "maybe"}, {"languages": ("xx",)}, {"serves": ("cats",)}, {"places": 2, "free": 3}, {"free": -1}],
)
def test_what_cannot_be_is_refused(says, cast, word):
    with pytest.raises(Refused) as refused:
        says(cast.shahlo, **word)

    assert refused.value.way_forward
    assert not DeskNotice.objects.exists()


@pytest.mark.parametrize("name", ["nigina", "safar", "alisher"])
def test_a_post_that_answers_no_referral_describes_no_desk(says, cast, name):
    with pytest.raises(NotPermitted):
        says(getattr(cast, name))


def test_the_page_begins_with_what_is_known_and_keeps_what_was_typed(client, says, cast):
    client.force_login(cast.shahlo)
    address = reverse("referral:desk")
    empty = client.get(address).content.decode()
    refused = client.post(address, {"opening": "open", "hours": "Mon to Fri", "places": "2", "free": "5"})
    done = client.post(address, {"opening": "open", "hours": "Mon to Fri", "places": "5", "free": "2"})

    assert "all female" in empty
    assert refused.status_code == 422
    assert "Mon to Fri" in refused.content.decode()
    assert done.status_code == 302
    assert "free places: 2" in client.get(address).content.decode()


def test_after_a_colleagues_word_what_was_typed_can_be_sent_again(client, says, cast):
    says(cast.farzona, free=3, places=4)
    client.force_login(cast.shahlo)
    address = reverse("referral:desk")
    refused = client.post(address, {"opening": "open", "places": "4", "free": "1"})
    instead = refused.context["form"]["instead_of"].value()
    again = client.post(address, {"opening": "open", "places": "4", "free": "1", "instead_of": instead})

    assert refused.status_code == 409
    assert "free places: 3" in refused.content.decode()
    assert again.status_code == 302
    assert DeskNotice.objects.get(superseded_at=None).free == 1


def test_another_fault_of_an_older_page_does_not_hide_that_a_colleague_was_first(client, says, cast):
    client.force_login(cast.shahlo)
    address = reverse("referral:desk")
    wrong = {"opening": "open", "places": "1", "free": "3"}
    seen = client.get(address).context["form"]["instead_of"].value() or ""
    theirs = says(cast.farzona, hours="never at night")

    stale = client.post(address, wrong | {"instead_of": seen})
    fault = client.post(address, wrong | {"instead_of": theirs.pk})
    unread = client.post(address, {"opening": "open", "places": "many", "instead_of": seen})

    assert stale.status_code == 409
    assert "never at night" in stale.content.decode()
    assert stale.context["form"]["instead_of"].value() == str(theirs.pk)
    assert (fault.status_code, fault.context["form"]["instead_of"].value()) == (422, str(theirs.pk))
    assert (unread.status_code, unread.context["form"]["instead_of"].value()) == (422, seen)
    assert DeskNotice.objects.get() == theirs


def test_all_a_colleague_wrote_is_shown_before_it_is_replaced(client, says, cast):
    says(cast.farzona, serves=("girls",), languages=("ru",), places=19, guarded=False)
    client.force_login(cast.shahlo)

    told = client.post(reverse("referral:desk"), {"opening": "open"}).context["stands"]

    assert {words for _label, words in told} == {"takes people on", "girls", "Russian", "19", "no"}


def test_a_fault_told_alone_leaves_the_mark_so_that_a_colleagues_word_is_a_conflict_after_it(client, says, cast):
    mine = says(cast.shahlo, hours="ours")
    client.force_login(cast.shahlo)
    address = reverse("referral:desk")
    fault = client.post(address, {"opening": "open", "places": "1", "free": "3", "instead_of": mine.pk})
    says(cast.farzona, hours="never at night")

    again = client.post(
        address,
        {"opening": "open", "places": "3", "free": "1", "instead_of": fault.context["form"]["instead_of"].value()},
    )

    assert again.status_code == 409
    assert DeskNotice.objects.get(superseded_at=None).hours == "never at night"


def test_the_same_by_api_and_the_sender_reads_it(client, need, agreed, shelter, cast):
    client.force_login(cast.shahlo)
    nothing = client.get("/api/referral/desk").json()
    sent = client.post(
        "/api/referral/desk", {"opening": "urgent", "languages": ["tg"], "free": 1}, content_type="application/json"
    )
    client.force_login(cast.zarina)
    desks = client.get(f"/api/referral/needs/{need.pk}/desks").json()
    page = client.get(reverse("referral:need", args=[need.pk])).content.decode()

    assert nothing is None
    assert sent.status_code == 201
    [told] = [each for each in desks if each["code"] == shelter.code]
    assert told["notice"]["free"] == 1
    assert {
        "asked_by_standard": True,
        "provisional": False,
        "weighs": "for",
        "words": "Free places by its own word: 1.",
    } in told["reasons"]
    assert "Takes on only what cannot wait." in page


def test_a_mother_is_offered_a_house_for_families_first(says, case, agreed, shelter, cast, now):
    says(cast.shahlo, serves=("women",))
    need = record_need(
        case=case,
        service="safe_accommodation",
        urgency="now",
        note="",
        with_children=True,
        by=cast.zarina,
        at=now,
    )

    assert [each.desk.code for each in offered_desks(need, at=now)][-1] == shelter.code


def test_the_desk_asked_reads_that_children_come_too(client, case, agreed, shelter, cast, now):
    given = {"service": "safe_accommodation", "urgency": "now", "note": "", "with_children": "on"}
    client.force_login(cast.zarina)
    client.post(reverse("referral:record_need", args=[case.pk]), given)
    need = case.needs.get()
    sent = refer(need=need, to_desk=shelter, consent=agreed, message="", by=cast.zarina, at=now)
    client.force_login(cast.shahlo)

    assert "children are with the person" in client.get(reverse("referral:referral", args=[sent.pk])).content.decode()
    assert client.get(f"/api/referral/received/{sent.pk}").json()["with_children"] is True
    assert "with_children" in sent.disclosure.fields


def test_every_desk_that_gives_a_service_has_its_entry_with_a_source():
    giving = {desk.key for agency in countries.agencies("tj") for desk in agency.desks if desk.services and desk.region}

    assert set(countries.providers("tj")) == giving


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"desk": "nowhere"}, "unknown desk 'nowhere'"),
        ({"languages": ["xx"]}, "unknown language 'xx'"),
        ({"covers": ["TJ-XX"]}, "unknown place 'TJ-XX'"),
    ],
)
def test_a_mistake_in_the_file_is_named(entry, fault):
    cited = {"source": "panoh-design", "verification": "provisional"}
    value = {"providers": [{"desk": "a", "sources": [cited]} | entry]}

    with pytest.raises(TextError, match=fault):
        providers_from(value, desks=["a"], languages=["tg"], places=["TJ"], name="providers.yaml")
