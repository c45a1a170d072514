"""The review desk: a text brought in, read by people who may differ, and what is published of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.models import FactVerdict, Narrative
from panoh.assessment.queries.facts import InWords, as_read, standing_of
from panoh.assessment.queries.series import series_for
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.readers import State
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import Conflict, NotPermitted, OutOfOrder, Refused
from tests.assessment import texts
from tests.assessment.texts import SAME, TEXT, corrected, identified
from tests.conftest import NOON

pytestmark = pytest.mark.django_db


def brought(cast, text: str = TEXT, **more) -> Narrative:
    return texts.brought(cast.alisher, text, **more)


def test_a_text_is_kept_word_for_word_and_every_fact_stands_at_its_place(cast):
    narrative = brought(cast)

    assert narrative.text == TEXT
    assert {(fact.value, fact.year, fact.status) for fact in narrative.facts.filter(measure="victims_identified")} == {
        (24, 2020, "reported"),
        (53, 2019, "reported"),
    }
    assert all(narrative.text[fact.start : fact.end] == fact.quote for fact in narrative.facts.all())
    assert LedgerEntry.objects.last().act == "bring_narrative"


@pytest.mark.parametrize(
    ("content", "more", "because"),
    [
        (b"<html><body>Tajikistan</body></html>", {}, "page of the web"),
        ("Правительство страны выявило 24 жертвы торговли людьми. ".encode() * 20, {}, "English"),
        (b"%PDF-1.4 nothing but a picture", {}, "pictures of pages"),
        (b"", {}, "no text"),
        (b"\xff\xfe\x00", {}, "no text file"),
        (b"The government\x00 did.", {}, "no text file"),
        ((TEXT + "\n\nKYRGYZ REPUBLIC: Tier 2\n\nThe government did.").encode(), {}, "2 narratives"),
        ("Правительство выявило 24 жертвы.".encode(), {}, "English"),
        ((TEXT + "PREVENTION\nThe government did.\nPROTECTION\nIt did.\n").encode(), {}, "more than one narrative"),
        (
            (
                TEXT + "The Government of Anyland does not fully comply with the minimum standards. It has a law.\n" * 2
            ).encode(),
            {},
            "more than one narrative",
        ),
        (TEXT.encode(), {"report": 2017}, "report of 2020, not of 2017"),
        ((TEXT + "It held 4 talks in 2020.\n").encode(), {"report": 2024}, "report of 2021, not of 2024"),
        (TEXT.encode(), {"country": "XYZ"}, "no country"),
        (TEXT.encode(), {"country": "KGZ"}, "another country"),
        (TEXT.encode(), {"report": 1999}, "no year"),
        (TEXT.encode(), {"publisher": "  "}, "who published"),
    ],
)
def test_what_cannot_be_read_is_refused_plainly_and_leaves_nothing(cast, content, more, because):
    with pytest.raises(Refused, match=because) as no:
        actions.bring_narrative(content=content, **{**SAME, **more}, by=cast.alisher, at=NOON)

    assert no.value.way_forward
    assert not Narrative.objects.exists()
    assert LedgerEntry.objects.last().act == "bring_narrative.refused"


def test_the_same_text_is_taken_once(cast):
    brought(cast)

    with pytest.raises(Conflict, match="already"):
        brought(cast)


def test_a_text_that_breaks_off_is_kept_and_marked(cast):
    assert brought(cast, TEXT.rstrip().removesuffix(".")).partial
    assert brought(cast, TEXT).partial  # a header, and nothing of prosecution and prevention
    assert brought(cast, "of these, authorities identified 24 trafficking victims.").partial
    assert not brought(cast, TEXT[TEXT.index("PROTECTION") :]).partial


def test_a_year_that_was_doubted_is_taken_where_somebody_says_it_is_right(client, cast):
    client.force_login(cast.alisher)
    address, given = reverse("assessment:bring"), {**SAME, "report": 2017, "text": TEXT}
    assert "year_sure" not in client.get(address).content.decode()

    doubted = client.post(address, given)

    assert doubted.status_code == 422
    assert "not of 2017" in doubted.content.decode()
    assert "year_sure" in doubted.content.decode()
    assert client.post(address, {**given, "year_sure": "on"}).status_code == 302
    assert Narrative.objects.get().report == 2017


def test_a_heading_that_names_no_known_country_is_told_on_the_page(client, cast):
    odd, plain = brought(cast, TEXT.replace("TAJIKISTAN", "ATLANTIS")), brought(cast)
    client.force_login(cast.alisher)

    def page(narrative: Narrative) -> str:
        return client.get(reverse("assessment:narrative", args=[narrative.pk])).content.decode()

    assert "Its heading, “ATLANTIS: Tier 2”, names no country the reports write about." in page(odd)
    assert "Its heading" not in page(plain)


def test_a_nationality_is_told_by_name_and_a_unit_fits_its_number(cast):
    fact = identified(brought(cast))
    home = corrected(fact, value=Decimal(1), unit="facilities", breakdown=(("nationality", "KGZ"),))

    says = InWords.of(home)

    assert says.parts[0].en == "nationals of Kyrgyzstan"
    assert (says.unit.en, says.unit.ru) == ("facility", "учреждение")


def test_a_post_that_only_sees_figures_brings_nothing_in(cast):
    with pytest.raises(NotPermitted):
        actions.bring_narrative(content=TEXT.encode(), **SAME, by=cast.zarina, at=NOON)


def test_what_is_accepted_is_published_with_where_it_comes_from(cast):
    fact = identified(brought(cast))

    actions.judge_fact(fact=fact, values=as_read(fact), by=cast.alisher, at=NOON)

    (row,) = series_for(cast.zarina).rows
    assert (row.row.measure, row.row.year) == ("victims_identified", 2020)
    (value,) = row.values
    assert value.accepted.publisher == "US Department of State"
    assert value.accepted.quote.startswith("Authorities identified 24")
    assert [(each.by, each.at) for each in value.verdicts] == [(cast.alisher, NOON)]


def test_a_correction_stands_beside_what_was_read(cast):
    fact = identified(brought(cast))

    made = actions.judge_fact(
        fact=fact, values=corrected(fact, year=2021), because="The period ends in 2021.", by=cast.alisher, at=NOON
    )

    fact.refresh_from_db()
    assert (made.kind, fact.year) == ("corrected", 2020)
    (row,) = series_for(cast.alisher).rows
    assert row.row.year == 2021
    assert row.values[0].corrected


@pytest.mark.parametrize("values", [None, "corrected"])
def test_a_rejection_and_a_correction_say_why(cast, values):
    fact = identified(brought(cast))

    with pytest.raises(Refused, match="say why"):
        actions.judge_fact(
            fact=fact, values=values and corrected(fact, year=2021), because=" ", by=cast.alisher, at=NOON
        )

    assert not FactVerdict.objects.exists()


@pytest.mark.parametrize(
    ("more", "because"),
    [
        ({"status": "not_reported"}, "no number"),
        ({"status": "zero"}, "zero"),
        ({"value": None}, "has a number"),
        ({"value": Decimal(0)}, "more than zero"),
        ({"value": Decimal(-1)}, "zero or more"),
        ({"measure": "miracles"}, "no measure"),
        ({"unit": "furlongs"}, "neither a unit"),
        ({"year": 20}, "no year"),
        ({"actor": "nobody"}, "no actor"),
        ({"breakdown": (("foo", "bar"),)}, "“foo” is no part of a figure. There are: age, .*form"),
        ({"breakdown": (("form", "magic"),)}, "“form=magic” stands in no list. There are: labour"),
        ({"breakdown": (("nationality", "Mars"),)}, "“nationality=Mars” stands in no list"),
        ({"breakdown": (("detail", " "),)}, "at least one"),
    ],
)
def test_a_correction_that_does_not_hold_together_is_refused(cast, more, because):
    fact = identified(brought(cast))

    with pytest.raises(Refused, match=because):
        actions.judge_fact(fact=fact, values=corrected(fact, **more), because="So.", by=cast.alisher, at=NOON)


def test_two_readers_may_differ_and_then_nothing_is_published_until_a_third_settles_it(cast):
    fact = identified(brought(cast))
    actions.judge_fact(fact=fact, values=as_read(fact), by=cast.alisher, at=NOON)

    actions.judge_fact(fact=fact, values=None, because="Counted twice.", by=cast.rustam, at=NOON)

    assert standing_of(fact).state is State.DIFFERING
    assert series_for(cast.alisher).rows == ()
    for one in (cast.alisher, cast.rustam):
        with pytest.raises(OutOfOrder, match="one of those who differ"):
            actions.settle_fact(fact=fact, values=as_read(fact), because="Mine.", by=one, at=NOON)

    actions.settle_fact(fact=fact, values=as_read(fact), because="The page says so.", by=cast.malika, at=NOON)

    assert standing_of(fact).state is State.ACCEPTED
    assert len(series_for(cast.alisher).rows) == 1
    assert fact.verdicts.count() == 3
    assert LedgerEntry.objects.last().act == "settle_fact"


def test_what_is_settled_as_it_was_read_is_not_called_corrected(cast):
    fact = identified(brought(cast))
    actions.judge_fact(fact=fact, values=corrected(fact, year=2019), because="So.", by=cast.alisher, at=NOON)
    actions.judge_fact(fact=fact, values=as_read(fact), by=cast.rustam, at=NOON)

    actions.settle_fact(fact=fact, values=as_read(fact), because="The page says so.", by=cast.malika, at=NOON)

    (row,) = series_for(cast.alisher).rows
    assert not row.values[0].corrected


def test_what_is_not_in_dispute_is_not_settled(cast):
    fact = identified(brought(cast))

    with pytest.raises(Conflict, match="do not differ"):
        actions.settle_fact(fact=fact, values=None, because="Away.", by=cast.malika, at=NOON)


def test_a_reader_may_change_their_mind_and_the_earlier_verdict_stays(cast):
    fact = identified(brought(cast))
    actions.judge_fact(fact=fact, values=None, because="Unclear.", by=cast.alisher, at=NOON)

    actions.judge_fact(fact=fact, values=as_read(fact), by=cast.alisher, at=NOON)

    assert standing_of(fact).state is State.ACCEPTED
    assert fact.verdicts.count() == 2
    with pytest.raises(OutOfOrder, match="already"):
        actions.judge_fact(fact=fact, values=as_read(fact), by=cast.alisher, at=NOON)


def test_a_fact_is_added_by_its_words_and_only_where_they_stand(cast):
    narrative = brought(cast)
    given = {"values": Values("shelters", "reported", Decimal(3), "facilities", 2020), "by": cast.alisher, "at": NOON}

    made = actions.add_fact(narrative=narrative, quote="Fund shelters.", **given)

    assert narrative.text[made.start : made.end] == "Fund shelters."
    assert standing_of(made).state is State.SECOND
    with pytest.raises(Refused, match="do not stand"):
        actions.add_fact(narrative=narrative, quote="Fund a shelter.", **given)
    with pytest.raises(Refused, match="do not stand"):
        actions.add_fact(narrative=narrative, quote="Fund shelters.", start=3, **given)
    with pytest.raises(Refused, match="times"):
        actions.add_fact(narrative=narrative, quote="The government", **given)


def test_sources_that_do_not_agree_are_shown_side_by_side(cast):
    ours = identified(brought(cast))
    other = brought(cast, "The government identified 30 trafficking victims in 2020.", publisher="An NGO")
    for fact in (ours, identified(other, 30)):
        actions.judge_fact(fact=fact, values=as_read(fact), by=cast.alisher, at=NOON)

    series = series_for(cast.alisher)

    (row,) = series.rows
    assert (row.row.cell.shown, series.conflicts) == ("conflict", 1)
    assert {each.accepted.values.value for each in row.values} == {24, 30}


def test_the_page_marks_every_fact_in_the_text_and_accepts_with_one_press(client, cast):
    narrative = brought(cast)
    fact = identified(narrative)
    client.force_login(cast.alisher)

    page = client.get(reverse("assessment:narrative", args=[narrative.pk])).content.decode()

    assert f'id="at-{fact.pk}"' in page
    assert "<mark>Authorities identified 24" in page
    answer = client.post(reverse("assessment:accept_fact", args=[fact.pk]))
    assert answer.url.endswith(f"#fact-{fact.pk}")
    assert standing_of(fact).state is State.ACCEPTED


def test_a_refused_verdict_comes_back_with_what_was_typed(client, cast):
    fact = identified(brought(cast))
    client.force_login(cast.alisher)
    address = reverse("assessment:judge_fact", args=[fact.pk])
    typed = {"verdict": "keep", "because": "Our own words", "measure": "victims_identified", "status": "not_reported"}

    answer = client.post(address, {**typed, "value": "24", "unit": "people", "year": "2020", "actor": "government"})

    assert answer.status_code == 422
    assert "Our own words" in answer.content.decode()
    assert "What was not reported has no number." in answer.content.decode()


def test_a_text_can_be_pasted_or_sent_as_a_file(client, cast):
    client.force_login(cast.alisher)
    address = reverse("assessment:bring")

    wrong = client.post(address, {**SAME, "country": "KGZ", "text": TEXT})
    assert wrong.status_code == 422
    assert "Authorities identified 24" in wrong.content.decode()
    done = client.post(address, {**SAME, "text": TEXT})
    assert done.status_code == 302
    assert Narrative.objects.get().facts.exists()


def test_of_a_text_and_a_file_neither_is_dropped_unsaid(client, cast):
    client.force_login(cast.alisher)
    both = {**SAME, "text": TEXT, "file": SimpleUploadedFile("other.txt", texts.EARLIER.encode())}

    answer = client.post(reverse("assessment:bring"), both)

    assert answer.status_code == 422
    assert "only one is read" in answer.content.decode()
    assert "Authorities identified 24" in answer.content.decode()
    assert not Narrative.objects.exists()


def test_too_much_at_once_is_answered_in_words(client, cast, settings):
    client.force_login(cast.alisher)
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000, 5_000
    address, long = reverse("assessment:bring"), {**SAME, "text": TEXT * 3}

    pasted = client.post(address, long)
    called = client.post("/api/assessment/narratives", long, content_type="application/json")
    sent = client.post(address, {**SAME, "file": SimpleUploadedFile("report.pdf", b"%PDF" + b" " * 6_000)})

    assert (pasted.status_code, called.status_code, sent.status_code) == (413, 413, 422)
    assert "More was sent at once than is taken in." in pasted.content.decode()
    assert called.json()["reason"] == "More was sent at once than is taken in."
    assert "The text is too long for one narrative." in sent.content.decode()
