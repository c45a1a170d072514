"""What bodies abroad were told of people: counted by two signatures and by kind of body, and few are hidden from everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from panoh.instruments.statistics import definition
from panoh.protection.actions import answer_transfer, meet_abroad, refer_to_host
from panoh.protection.models import TransferAbroad
from panoh.registry.actions import record_consent
from panoh.registry.models import Officer, Post
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.figures import Figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.publication.protecting import protected
from panoh.statistics.rules.publication.shown import Hidden
from panoh.statistics.rules.values import NoneCounted, Number
from tests.conftest import NOON
from tests.protection.test_consular import FILE, WHO

pytestmark = pytest.mark.django_db
YEAR = Period(PeriodKind.CALENDAR_YEAR, NOON.year)


@pytest.fixture
def asked(cast):
    """Asks a body abroad for help, told so many things of the person: `asked("names")`."""
    post = Post.objects.get(code="consulate_moscow.consular_officer")
    consul = Officer.objects.create(post=post, username="timur", name="Timur", password="!")
    given = {"agreed": True, "language": "tg", "explained": True, "by": consul, "at": NOON}
    file = meet_abroad(given=WHO, file=FILE, **given)
    record_consent(case=file.case, purpose="foreign", given=True, language="tg", explained=True, by=consul, at=NOON)

    def ask(*fields: str) -> TransferAbroad | None:
        made = refer_to_host(file=file, body="House of Hope", words="A bed", fields=fields, by=consul, at=NOON)
        return TransferAbroad.objects.filter(host=made).first()

    return ask


def told(name: str, period: Period = YEAR) -> Figure:
    return figure(definition(name), period, since=NOON.date() - timedelta(days=900), on=NOON.date())


def test_what_waits_for_a_second_signature_is_not_told_and_nothing_told_is_no_transfer(asked):
    asked()
    assert asked("names").approved is None

    assert told("data_told_abroad").value == NoneCounted()


def test_approved_and_refused_are_two_figures_and_each_stands_in_one_row(asked, cast):
    answer_transfer(transfer=asked("names"), approved=True, by=cast.firuza, at=NOON)
    refusing = {"approved": False, "because": "too_much", "words": "The name is enough."}
    answer_transfer(transfer=asked("names", "contact"), **refusing, by=cast.firuza, at=NOON)

    for name in ("data_told_abroad", "data_told_abroad_refused"):
        found = told(name)
        assert found.value == Number(1)
        assert found.breakdown("receiver").value("host") == Number(1)
        assert found.breakdown("receiver").value("of_return") == NoneCounted()
        assert told(name, Period(PeriodKind.CALENDAR_YEAR, NOON.year - 1)).value == NoneCounted()


def test_few_transfers_are_hidden_from_everybody_and_the_body_is_in_no_figure(asked, cast):
    answer_transfer(transfer=asked("names"), approved=True, by=cast.firuza, at=NOON)
    found = told("data_told_abroad")

    public = protected(found, 1, (), lambda rounds: (rounds.counts * 0.0, rounds.counts * 0.0))

    assert (public.value, public.tables) == (Hidden(), ())
    assert "House of Hope" not in repr(found)
