"""Shortcomings through the years, as whoever keeps the assessment meets them: where each stands, and which are one."""

from __future__ import annotations

from django.urls import reverse

from panoh.assessment.queries.recommendations import kin_of, recommendations_for
from tests.assessment.texts import brought

EARLIER = (
    "TAJIKISTAN: Tier 2\n\nThe government made efforts. However, the government did not meet the minimum standards, as it "
    "had no procedures for victims, lacked shelters, and did not train judges.\n\n"
    "PROTECTION\nVictims were not told of their rights.\n"
)
LATER = (
    "TAJIKISTAN: Tier 2\n\nThe government made efforts. However, the government did not meet the minimum standards in several "
    "key areas. Officials were without any agreed way to recognize those exploited. It did not train any judges.\n\n"
    "PREVENTION\nThe hotline was not working.\n"
)
OF_TAJIKISTAN = {"country": "TJK", "kind": "shortcoming"}


def two_years(by):
    return brought(by, EARLIER, report=2019), brought(by, LATER, report=2021)


def test_each_of_a_mixed_sentence_is_followed_and_says_where_it_stands(cast):
    two_years(cast.alisher)

    page = recommendations_for(cast.alisher, **OF_TAJIKISTAN)

    stands = {each.newest.words: str(each.section) for each in page.threads}
    assert "did not train judges." in stands
    assert stands["lacked shelters"] == "in the introduction, among the grounds of the tier"
    assert stands["Victims were not told of their rights."] == "in the section on protection"
    assert [each.later.words for each in page.proposals] == ["It did not train any judges."]


def test_those_that_share_no_words_are_found_to_be_one_on_a_page_with_the_reason(client, cast):
    earlier, later = two_years(cast.alisher)
    row = later.recommendations.get(words__startswith="Officials")
    other = earlier.recommendations.get(words__startswith="it had no")
    address = reverse("assessment:same_recommendation", args=[row.pk])
    client.force_login(cast.alisher)
    asked = client.get(address).content.decode()
    refused = client.post(address, {"other": other.pk, "same": "yes", "because": ""})

    client.post(address, {"other": other.pk, "same": "yes", "because": "Both miss the procedures."})

    assert "it had no procedures for victims" in asked
    assert "share few words" in refused.content.decode()
    (thread,) = [each for each in recommendations_for(cast.alisher, **OF_TAJIKISTAN).threads if len(each.members) > 1]
    assert thread.recurring.reports == (2019, 2021)
    assert [each.row.pk for each in kin_of(cast.alisher, row) if each.same] == [other.pk]
    client.post(address, {"other": other.pk, "same": "no", "because": ""})
    assert all(len(each.members) == 1 for each in recommendations_for(cast.alisher, **OF_TAJIKISTAN).threads)


def test_one_entered_by_hand_leads_to_the_list_it_stands_in(client, cast):
    told = brought(cast.alisher, EARLIER, report=2019)
    client.force_login(cast.alisher)

    answer = client.post(
        reverse("assessment:enter_recommendation", args=[told.pk]),
        {"kind": "shortcoming", "words": "told of their rights"},
    )

    assert answer.url.endswith("?country=TJK&kind=shortcoming")


def test_what_one_report_says_twice_in_the_same_words_is_one_and_its_likeness_is_asked_once(client, cast):
    brought(cast.alisher, EARLIER, report=2019)
    again = LATER + "\nPROTECTION\nThe government did not train any judges.\n"
    told = brought(cast.alisher, again, report=2021)
    brought(cast.alisher, LATER, report=2021)

    page = recommendations_for(cast.alisher, **OF_TAJIKISTAN)

    (thread,) = [each for each in page.threads if "train any judges" in each.newest.words]
    assert (len(thread.members), thread.recurring.reports) == (3, (2021,))
    (asked,) = page.proposals
    client.force_login(cast.alisher)
    client.post(reverse("assessment:match", args=[asked.later.pk, asked.earlier.pk]), {"same": "no"})
    assert recommendations_for(cast.alisher, **OF_TAJIKISTAN).proposals == ()
    desk = client.get(reverse("assessment:narrative", args=[told.pk])).content.decode()
    assert "Of this report there is another text here" in desk
    listed = client.get(reverse("assessment:recommendations"), OF_TAJIKISTAN).content.decode()
    assert "#:~:text=It%20did%20not%20train" in listed
    assert "… lacked shelters" in listed


def test_another_language_keeps_the_country_and_the_list_that_were_chosen(client, cast):
    client.force_login(cast.alisher)

    listed = client.get(reverse("assessment:recommendations"), OF_TAJIKISTAN).content.decode()
    compared = client.get(reverse("assessment:comparison"), {"country": "KGZ", "year": "2019"}).content.decode()

    assert 'name="next" value="/assessment/recommendations/?country=TJK&amp;kind=shortcoming"' in listed
    assert 'name="next" value="/assessment/comparison/?country=KGZ&amp;year=2019"' in compared
