"""How a desk fits a need, point by point, and the order that follows; without a database."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from panoh.referral.rules import fit_words as say
from panoh.referral.rules.fit import DeskFacts, Opening, Wanted, Weighs, points
from panoh.referral.rules.offers import offers

WOMAN = Wanted("TJ-DU-01", frozenset({"women"}), "tg", asks=("serves", "place"))
HERE = DeskFacts("here", "TJ-DU")


def told(desk: DeskFacts, wanted: Wanted = WOMAN) -> dict[object, Weighs]:
    return {reason.words: reason.weighs for reason in points(desk, wanted)}


def order(*desks: DeskFacts, wanted: Wanted = WOMAN) -> list[str]:
    return [offer.key for offer in offers(desks, wanted=wanted)]


def test_what_nobody_said_is_not_known_and_never_a_no():
    assert told(HERE) == {
        say.NEAR: Weighs.FOR,
        say.SERVES_UNKNOWN: Weighs.OPEN,
        say.SPEAKS_UNKNOWN: Weighs.OPEN,
        say.FREE_UNKNOWN: Weighs.OPEN,
    }


@pytest.mark.parametrize(
    ("own", "words", "weighs"),
    [(False, say.SERVES_UNKNOWN, Weighs.OPEN), (True, say.SERVES_OTHERS, Weighs.AGAINST)],
)
def test_only_the_desk_itself_can_say_that_it_does_not_serve_somebody(own, words, weighs):
    man = replace(WOMAN, who=frozenset({"men"}))

    assert told(replace(HERE, serves=("women",), own_serves=own), man)[words] is weighs


def test_a_mother_with_children_is_served_where_women_and_families_are():
    mother = replace(WOMAN, who=frozenset({"women", "families"}))

    assert say.SERVES_OTHERS in told(replace(HERE, serves=("women",), own_serves=True), mother)
    assert say.SERVES in told(replace(HERE, serves=("women", "families"), own_serves=True), mother)


def test_uzbek_is_spoken_in_either_script():
    assert say.SPEAKS in told(replace(HERE, languages=("uz-Latn",)), replace(WOMAN, language="uz-Cyrl"))


@pytest.mark.parametrize(
    ("covers", "region", "words"),
    [
        ("TJ", "TJ-SU-01", say.COMES),
        ("TJ-SU", "TJ-SU-01", say.COMES),
        ("TJ-SU-01", "TJ-SU-01", say.COMES),
        ("TJ-SU-01", "TJ-SU-02", say.ELSEWHERE),
        ("TJ-SU-01", "TJ-SU", say.ELSEWHERE),
        ("TJ", "", say.ELSEWHERE),
    ],
)
def test_a_country_covers_its_regions_and_a_region_its_districts(covers, region, words):
    assert words in told(replace(HERE, covers=(covers,)), replace(WOMAN, region=region))


@pytest.mark.parametrize(("free", "weighs"), [(0, Weighs.AGAINST), (1, Weighs.FOR)])
def test_a_number_of_free_places_weighs(free, weighs):
    words = say.with_number(say.FREE, free) if free else say.FULL

    assert told(replace(HERE, free=free))[words] is weighs


def test_a_desk_for_what_cannot_wait_suits_an_urgent_need_only():
    desk = replace(HERE, opening=Opening.URGENT)

    assert told(desk, replace(WOMAN, urgent=True))[say.ONLY_URGENT] is Weighs.FOR
    assert told(desk)[say.ONLY_URGENT] is Weighs.AGAINST


def test_what_the_standard_asks_outweighs_being_near():
    """Else the full house next door would come before the free one in the next town."""
    full, far = replace(HERE, key="full", free=0), DeskFacts("far", "TJ-SU", free=2)

    assert order(full, far) == ["far", "full"]
    assert order(full, far, wanted=replace(WOMAN, asks=())) == ["full", "far"]


def test_what_is_known_to_fit_comes_before_what_is_only_not_known():
    assert order(HERE, replace(HERE, key="serves", serves=("women",))) == ["serves", "here"]


def test_nobody_is_left_out_whatever_speaks_against_them():
    worst = DeskFacts(
        "worst", "", "declined", staffed=False, serves=("men",), own_serves=True, opening=Opening.CLOSED, free=0
    )

    [offer] = offers([worst], wanted=WOMAN)

    assert offer.may_ask
    assert say.CLOSED in {reason.words for reason in offer.reasons}


def test_the_order_does_not_depend_on_the_order_of_the_directory():
    desks = (HERE, replace(HERE, key="b", free=1), DeskFacts("c", "TJ-SU"), replace(HERE, key="d", asked="declined"))

    assert {tuple(order(*each)) for each in permutations(desks)} == {("b", "here", "c", "d")}


def test_what_is_provisional_is_said_to_be_until_the_desk_itself_says_it():
    published = replace(HERE, serves=("women",), provisional=True)
    own = replace(published, own_serves=True)

    assert [reason.provisional for reason in points(published, WOMAN) if reason.words == say.SERVES] == [True]
    assert [reason.provisional for reason in points(own, WOMAN) if reason.words == say.SERVES] == [False]


def test_every_reason_is_worded_in_each_working_language():
    words = [each for name, each in vars(say).items() if name.isupper()]

    assert words
    assert all(each.en and each.ru and each.tg for each in words)
