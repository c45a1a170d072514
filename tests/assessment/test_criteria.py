"""Standards and criteria: evidence, presumptions, gaps with owners, judgements; recommendations; the comparison."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from panoh.assessment import actions
from panoh.assessment.models import Judgement
from panoh.assessment.queries.comparison import comparison_for
from panoh.assessment.queries.criteria import criteria_for
from panoh.assessment.queries.recommendations import recommendations_for
from panoh.assessment.rules.evidence import Have, gaps
from panoh.assessment.rules.given import Values
from panoh.assessment.rules.series import Shown
from panoh.instruments.assessment import criteria
from panoh.registry.models import LedgerEntry
from panoh.registry.refusals import NotPermitted, OutOfOrder, Refused
from panoh.statistics.rules.values import NoneCounted, NotAvailable, Number, Reason
from tests.assessment.texts import EARLIER, accepted, brought, identified
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
OF = {"country": "TJK", "report": 2021}


def line(cast, criterion: str, key: str, **more):
    page = criteria_for(cast.alisher, **{**OF, **more}, now=NOON)
    return next(each for each in page.block(criterion).lines if each.asked.key == key)


def test_without_data_it_is_presumed_not_done_and_the_gap_has_an_owner(cast):
    page = criteria_for(cast.alisher, **OF, now=NOON)

    assert {each.asked.key for each in page.block("c1").presumed} == {
        "investigations",
        "prosecutions",
        "convictions",
        "sentences",
        "imprisoned",
    }
    first, owner = page.gaps[0]
    assert (first.criterion.key, first.line.presumed_not_done, owner.en) == ("c1", True, "Investigator")


def test_what_was_not_reported_is_presumed_not_done_and_zero_is_data(cast):
    silent = brought(
        cast.alisher, "The government did not report any prosecutions. It did not convict any traffickers."
    )
    accepted(*silent.facts.filter(measure__in=["prosecutions", "convictions"]), by=cast.alisher)

    prosecutions, convictions = line(cast, "c1", "prosecutions"), line(cast, "c1", "convictions")

    assert (prosecutions.have, prosecutions.presumed_not_done) == (Have.KEPT_BACK, True)
    assert (convictions.have, convictions.presumed_not_done) == (Have.SHOWN, False)
    assert convictions.this.shown is Shown.ZERO


def test_what_changed_stands_beside_and_only_where_both_years_have_a_number(cast):
    told = brought(cast.alisher)
    accepted(identified(told, 24), by=cast.alisher)
    assert "cannot be compared" in line(cast, "c2", "identified").change.en

    accepted(identified(told, 53), by=cast.alisher)

    assert line(cast, "c2", "identified").change.en == "29 fewer than the year before (53)"


def test_what_others_than_the_government_did_is_no_evidence_of_it(cast):
    told = brought(cast.alisher)
    values = Values("investigations", "reported", Decimal(7), "cases", 2020, actor="ngo")
    made = actions.add_fact(narrative=told, quote="Fund shelters.", values=values, by=cast.alisher, at=NOON)
    accepted(made, by=cast.rustam)

    assert line(cast, "c1", "investigations").have is Have.MISSING


def test_sources_that_do_not_agree_are_a_gap_and_no_evidence(cast):
    told = brought(cast.alisher)
    other = brought(cast.alisher, "The government identified 30 trafficking victims in 2020.", publisher="An NGO")
    accepted(identified(told), identified(other, 30), by=cast.alisher)

    assert line(cast, "c2", "identified").have is Have.CONTESTED


def test_own_figures_stand_beside_for_this_country_only(cast):
    assert line(cast, "c1", "investigations", report=2027).own is not None
    assert line(cast, "c1", "investigations", country="KGZ").own is None


@pytest.mark.parametrize("value", [Number(3), NoneCounted()])
def test_an_own_figure_of_none_is_a_figure_to_hand_over_and_no_gap_to_count(cast, value):
    kept = dataclasses.replace(line(cast, "c1", "convictions", report=2027), own=(value, value))
    unknown = dataclasses.replace(kept, own=(NotAvailable(Reason.BEFORE_RECORDS), value))

    assert (kept.own_known, unknown.own_known) == (True, False)
    (gap,) = gaps(criteria().find("c1"), [kept])
    assert "approve it and hand it over" in gap.todo.en


def test_training_campaigns_hotline_and_permits_stand_beside_and_a_total_beside_no_part_of_it(cast):
    beside = [("c2", "residence"), ("c2", "trained"), ("c3", "events"), ("c3", "hotline"), ("c3", "inspections")]

    assert all(line(cast, criterion, key, report=2027).own is not None for criterion, key in beside)
    assert line(cast, "c8", "foreign", report=2027).own is None


def test_on_a_page_each_value_says_what_it_is_on_a_telephone_as_well(client, cast):
    client.force_login(cast.alisher)

    page = client.get(reverse("assessment:criterion", args=["TJK", 2027, "c2"])).content.decode()

    assert '<span class="narrow-only">Report 2027: </span>' in page
    assert '<span class="narrow-only">The year before: </span>' in page
    assert '<span class="narrow-only">Own figure (and the year before): </span>Officers trained: <b>' in page


def test_a_hand_out_that_is_refused_comes_back_for_the_same_country_and_report_as_it_was_typed(client, cast):
    client.force_login(cast.alisher)
    sent = {"country": "KGZ", "report": 2024, "criterion": "c1", "evidence": "convictions", "due_on": "31.12."}

    answer = client.post(reverse("assessment:hand_out_gap"), {**sent, "post": cast.jamshed.post_id})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kyrgyzstan, 2024" in page
    assert {each.split('"')[0] for each in page.split('name="report" value="')[1:]} == {"2024"}
    assert page.count("<details open>") == 1
    assert f'<option value="{cast.jamshed.post_id}" selected>' in page
    assert 'value="31.12."' in page


def test_a_judgement_has_a_name_and_reasons_and_stands_beside_those_of_others(cast):
    given = {**OF, "criterion": "ms1", "at": NOON}
    actions.judge_criterion(**given, judged="met", reasons="Article 130.1.", by=cast.alisher)

    actions.judge_criterion(**given, judged="not_met", reasons="Children without force are left out.", by=cast.rustam)

    page = criteria_for(cast.zarina, **OF, now=NOON)
    assert [(each.judged, each.by) for each in page.block("ms1").judgements] == [
        ("met", cast.alisher),
        ("not_met", cast.rustam),
    ]
    assert "ms1" in {each.criterion.key for each in page.not_judged_met}
    assert LedgerEntry.objects.last().act == "judge_criterion"


@pytest.mark.parametrize("wrong", [{"reasons": " "}, {"judged": "tier 1"}, {"criterion": "c13"}, {"country": "XYZ"}])
def test_a_judgement_that_is_not_whole_is_refused(cast, wrong):
    given = {**OF, "criterion": "c1", "judged": "met", "reasons": "So.", **wrong}

    with pytest.raises(Refused):
        actions.judge_criterion(**given, by=cast.alisher, at=NOON)

    assert not Judgement.objects.exists()


def test_a_post_that_only_sees_figures_judges_nothing(cast):
    with pytest.raises(NotPermitted):
        actions.judge_criterion(**OF, criterion="c1", judged="met", reasons="So.", by=cast.zarina, at=NOON)


def test_a_document_closes_a_gap_and_a_plan_does_not(cast):
    law = {**OF, "criterion": "ms1", "evidence": "law", "title": "Criminal Code", "found_at": "adlia"}
    given = {**law, "issuer": "state", "issued_by": "Parliament", "at": NOON}
    with pytest.raises(Refused, match="still to come"):
        actions.name_document(**given, on=NOON.date() + timedelta(days=1), by=cast.alisher)
    assert line(cast, "ms1", "law").have is Have.MISSING

    actions.name_document(**given, on=date(2020, 7, 1), by=cast.alisher)

    assert line(cast, "ms1", "law").have is Have.SHOWN


def test_no_page_of_the_criteria_says_which_tier_there_will_be(client, cast):
    client.force_login(cast.alisher)

    for route in ("assessment:criteria", "assessment:gaps"):
        page = client.get(reverse(route)).content.decode()
        assert "nothing here reckons or predicts a tier" in page or "does not say which tier will be given" in page


def test_a_refused_judgement_comes_back_as_it_was_typed(client, cast):
    client.force_login(cast.alisher)
    address = reverse("assessment:judge_criterion", args=["TJK", 2021, "c1"])

    answer = client.post(address, {"judged": "met", "reasons": ""})

    assert answer.status_code == 422
    assert (
        'value="met" required id="id_judged_0" checked' in answer.content.decode()
        or "checked" in answer.content.decode()
    )


def test_a_recommendation_is_known_again_when_reworded_and_a_person_says_so(cast):
    later, earlier = brought(cast.alisher), brought(cast.alisher, EARLIER, report=2019)
    page = recommendations_for(cast.alisher, country="TJK", kind="recommendation")
    (proposal,) = page.proposals
    assert proposal.earlier.narrative_id == earlier.pk
    assert proposal.later.words == "Adopt procedures for identifying victims."
    assert set(proposal.likeness.shared) >= {"adopt", "procedures"}
    assert max(len(each.recurring.reports) for each in page.threads) == 1

    actions.match_recommendations(earlier=proposal.earlier, later=proposal.later, same=True, by=cast.alisher, at=NOON)

    page = recommendations_for(cast.alisher, country="TJK", kind="recommendation")
    assert page.proposals == ()
    assert page.threads[0].recurring.reports == (2019, 2021)
    assert page.threads[0].recurring.unseen == (2020,)
    assert later.recommendations.filter(kind="shortcoming").count() > 1


def test_two_that_share_little_are_one_only_with_a_reason(cast):
    later, earlier = brought(cast.alisher), brought(cast.alisher, EARLIER, report=2019)
    pair = {
        "earlier": earlier.recommendations.get(kind="recommendation", number=3),
        "later": later.recommendations.get(kind="recommendation", number=3),
    }

    with pytest.raises(Refused, match="share few words"):
        actions.match_recommendations(**pair, same=True, by=cast.alisher, at=NOON)
    with pytest.raises(Refused, match="of one report"):
        actions.match_recommendations(
            earlier=pair["later"], later=later.recommendations.first(), same=True, by=cast.alisher, at=NOON
        )
    actions.match_recommendations(**pair, same=False, by=cast.alisher, at=NOON)
    with pytest.raises(OutOfOrder, match="already"):
        actions.match_recommendations(**pair, same=False, by=cast.alisher, at=NOON)


def test_its_owner_tells_what_was_done_and_nobody_else(cast):
    row = brought(cast.alisher).recommendations.get(kind="recommendation", number=2)
    step = {"recommendation": row, "owner": cast.davlat.post, "state": "under_way", "words": "A course was held."}
    with pytest.raises(NotPermitted):
        actions.record_step(**step, by=cast.davlat, at=NOON)
    actions.record_step(**step, by=cast.alisher, at=NOON)

    actions.record_step(**step, by=cast.davlat, at=NOON)

    with pytest.raises(NotPermitted):
        actions.record_step(**{**step, "owner": cast.zarina.post}, by=cast.davlat, at=NOON)
    with pytest.raises(Refused, match="something that shows it"):
        actions.record_step(**{**step, "state": "done"}, by=cast.davlat, at=NOON)
    assert row.steps.count() == 2


def test_a_recommendation_is_entered_by_its_words(cast):
    told = brought(cast.alisher)
    given = {"narrative": told, "kind": "shortcoming", "by": cast.alisher, "at": NOON}

    made = actions.enter_recommendation(words="did not report the number", **given)

    assert (made.number, told.text[made.start : made.end]) == (3, "did not report the number")
    with pytest.raises(OutOfOrder):
        actions.enter_recommendation(words="did not report the number", **given)
    with pytest.raises(Refused, match="just once"):
        actions.enter_recommendation(words="No such words", **given)


def test_missing_zero_and_not_reported_are_three_different_things_side_by_side(client, cast):
    told = brought(cast.alisher, "The government did not report any prosecutions. It did not convict any traffickers.")
    accepted(*told.facts.filter(measure__in=["prosecutions", "convictions"]), by=cast.alisher)

    page = comparison_for(cast.alisher, countries=("TJK", "KGZ"), years=(2020,))

    shown = {row.says.values.measure: [each.cell.shown.value for each in row.cells] for row in page.rows}
    assert shown == {"prosecutions": ["not_reported", "missing"], "convictions": ["zero", "missing"]}
    assert page.heads[0].tier.en.startswith("Tier 2")
    client.force_login(cast.zarina)
    html = client.get("/assessment/comparison/?country=TJK&country=KGZ&year=2020").content.decode()
    fact = told.facts.get(measure="convictions")
    assert reverse("assessment:fact", args=[fact.pk]) in html
    assert client.get("/assessment/comparison/?country=XYZ").status_code == 422
