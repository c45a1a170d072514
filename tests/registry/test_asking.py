"""A question worded once for a role is filled in with who asks and when, and holds nobody and no day by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from panoh.desk.work import STAGES
from panoh.identification.queries import awaited_parts as identification_awaits
from panoh.referral.queries import awaited_parts as referral_awaits
from panoh.registry.actions import disclose, end_disclosure
from panoh.registry.asking import Asked, Question, ask_all
from panoh.registry.models import Case, Officer
from panoh.registry.moment import at_moment
from panoh.registry.queries import cases_for
from panoh.web.commands.serve import count_on_sqlite
from tests.cast import Cast
from tests.conftest import NOON
from tests.journeys import ways

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MINE = Question(lambda viewer, now: cases_for(viewer).filter(opened_at__lte=now - DAY), "pk", most=5)


def every_part(viewer: Officer) -> list[Any]:
    parts = [part for stage in STAGES.values() for part in stage.parts(viewer)]
    return [*parts, *identification_awaits(viewer), *referral_awaits(viewer)]


def test_two_officers_of_one_role_are_each_answered_for_themselves(cast: Cast) -> None:
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)

    assert MINE.answers(Asked(cast.zarina, NOON + DAY)) == [(way.case.pk,)]
    assert MINE.answers(Asked(cast.behruz, NOON + DAY)) == []
    assert cast.zarina.role == cast.behruz.role


def test_the_moment_is_that_of_the_question_each_time(cast: Cast) -> None:
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)

    assert [len(MINE.answers(Asked(cast.zarina, NOON + hours))) for hours in (DAY, DAY / 2, DAY * 2)] == [1, 0, 1]


def test_a_right_that_ended_ends_with_the_next_question(cast: Cast) -> None:
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    ways.agrees(way.case, "service", by=cast.zarina, at=NOON)
    shown = disclose(
        case=way.case,
        to_desk=cast.behruz.desk,
        purpose="service",
        fields=("names",),
        consent=way.case.consents.get(purpose="service"),
        until=NOON + 3 * DAY,
        by=cast.zarina,
        at=NOON,
    )
    asked = Asked(cast.behruz, NOON + DAY)
    assert MINE.answers(asked) == [(way.case.pk,)]

    with at_moment(NOON + 4 * DAY):
        assert MINE.answers(asked) == []
    assert MINE.answers(asked) == [(way.case.pk,)]
    end_disclosure(disclosure=shown, because="done", by=cast.zarina, at=NOON)
    assert MINE.answers(asked) == []


def test_an_officer_who_left_is_answered_nothing(cast: Cast) -> None:
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    assert MINE.answers(Asked(cast.zarina, NOON + DAY))

    cast.zarina.is_active = False

    assert MINE.answers(Asked(cast.zarina, NOON + DAY)) == []


def test_the_wording_of_a_role_is_the_same_whoever_asks_and_when(cast: Cast) -> None:
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    texts = []
    for viewer, now in ((cast.zarina, NOON), (cast.behruz, NOON + 9 * DAY)):
        with CaptureQueriesContext(connection) as reads:
            for part in every_part(viewer):
                for question in part.questions:
                    question.ask(Asked(viewer, now), part.on)()
        texts.append(len(reads))

    assert texts[0] == texts[1]


def asked_both_ways(viewer: Officer, now: Any) -> list[str]:
    """Where a question worded for the role is answered otherwise than one worded for this very officer and moment."""
    asked = Asked(viewer, now)
    questions = [(each, part.on) for part in every_part(viewer) for each in part.questions]
    own = [(getattr(each, "looks_at", each), on) for each, on in questions]
    at_once = [list(answer()) for answer in ask_all(own, Asked(viewer, now))]
    differ = [
        each
        for (each, on), answer in zip(own, at_once, strict=True)
        if not answer == each.answers(asked, on) == each.directly(asked, on)
    ]
    return [f"{viewer.username}: {each.found}" for each in differ]


def test_nothing_is_asked_before_there_is_a_case(cast: Cast) -> None:
    assert not Case.objects.exists()
    assert [differ for viewer in cast.officers.values() for differ in asked_both_ways(viewer, NOON)] == []


@pytest.mark.parametrize("name", ["zarina", "behruz"])
def test_several_questions_are_each_answered_for_themselves(cast: Cast, name: str) -> None:
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    late = Question(lambda viewer, now: cases_for(viewer).filter(opened_at__lte=now - 9 * DAY), "pk", most=5)
    when = Question(lambda viewer, _now: cases_for(viewer), "pk", "opened_at", most=5)
    asked = Asked(cast.officers[name], NOON + DAY)

    answers = [list(each()) for each in ask_all([(MINE, ()), (when, ()), (late, ()), (MINE, ())], asked)]

    mine = [(way.case.pk,)] if name == "zarina" else []
    assert answers == [mine, [(*row, NOON) for row in mine], [], mine]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="in one process a statement costs no way")
def test_my_work_is_asked_in_a_few_statements(cast: Cast) -> None:
    asked = Asked(cast.nigina, NOON)
    questions = [(each, part.on) for part in every_part(cast.nigina) for each in part.questions]
    ask_all(questions, asked)

    with CaptureQueriesContext(connection) as reads:
        ask_all(questions, asked)

    assert len([each for each in questions if isinstance(each[0], Question) and each[0].worded(asked, each[1])]) > 60
    assert len(reads) < 30


def test_what_is_known_stands_in_the_text_as_it_is(cast: Cast) -> None:
    """Signs that mean something to a database, in a value and in a pattern."""
    way = ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    region = "5% %s '\\;"
    Case.objects.update(region=region)
    same = Question(lambda viewer, now: cases_for(viewer).filter(region=region, opened_at__lte=now), "region", most=5)
    part = Question(lambda viewer, now: cases_for(viewer).filter(region__contains="% %s '"), "pk", most=5)

    for _again in range(2):
        assert same.answers(Asked(cast.zarina, NOON)) == [(region,)]
        assert part.answers(Asked(cast.zarina, NOON)) == [(way.case.pk,)]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the server of SQLite is the process itself")
def test_postgresql_plans_a_question_once(cast: Cast) -> None:
    ways.interviewed(ways.WOMAN, by=cast.zarina, at=NOON)
    for viewer in (cast.zarina, cast.behruz, cast.zarina):
        MINE.answers(Asked(viewer, NOON + DAY))

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE '%\"opened_at\" <= %'"
        )
        assert cursor.fetchall() == [(3, 0)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_sqlite_is_told_how_much_is_in_its_tables(cast: Cast) -> None:
    count_on_sqlite()

    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'panoh_officer'")
        assert {row[0].split()[0] for row in cursor.fetchall()} == {str(Officer.objects.count())}
