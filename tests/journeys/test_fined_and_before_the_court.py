"""She was fined in a raid and nobody asked her. The fine is lifted; whoever sold her is judged; and nobody learns it was she."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from panoh.desk.work import my_work
from panoh.instruments.statistics import definition
from panoh.justice import actions as justice
from panoh.justice.models import Penalty, Transfer
from panoh.registry import ledger
from panoh.registry.models import Case, Desk
from panoh.statistics.queries.figures import figure
from panoh.statistics.rules.periods import Period, PeriodKind
from panoh.statistics.rules.values import Number
from tests.journeys import ways

pytestmark = [pytest.mark.django_db, pytest.mark.journey]
YEAR = Period(PeriodKind.CALENDAR_YEAR, 2026)


def test_a_fine_is_lifted_and_a_trafficker_judged_without_naming_her(cast, now):
    her = ways.interviewed(ways.WOMAN, by=cast.zarina, at=now).case
    ways.agrees(her, "police", by=cast.zarina, at=now)
    given = justice.PenaltyGiven(
        kind="fine",
        on=now.date(),
        authority="police",
        article="ст. 130 КоАП РТ",
        amount=Decimal(500),
        currency="TJS",
        words=ways.WORDS,
    )
    fine = justice.record_penalty(case=her, given=given, by=cast.zarina, at=now)
    assert my_work(cast.zarina, now=now).mine[0].stage == "justice"

    at = now + timedelta(hours=2)
    found = justice.assess_link(
        penalty=fine, compulsion="yes", causation="yes", reasons=ways.WORDS, after=None, by=cast.zarina, at=at
    )
    asked = justice.ask_relief(
        penalty=fine, kind="refund", asked_of="court", on=at.date(), words=ways.WORDS, by=cast.zarina, at=at
    )
    for became in ("granted", "done"):
        at += timedelta(days=4)
        justice.record_relief(relief=asked, became=became, on=at.date(), by=cast.zarina, at=at)
    assert (found.outcome, found.listed) == ("linked", True)
    assert not [each for each in my_work(cast.zarina, now=at).mine if each.stage == "justice"]

    case = before_the_court(her, cast, at=at)

    for name in ("zarina", "nigina", "davlat", "rustam", "shahlo", "alisher"):
        client = Client(raise_request_exception=False)
        client.force_login(getattr(cast, name))
        pages = [
            client.get(address).content.decode()
            for address in (
                reverse("my_work"),
                reverse("justice:home"),
                reverse("case", args=[her.pk]),
                reverse("justice:criminal_case", args=[case.pk]),
            )
        ]
        assert case.reference not in "".join(pages), name
    assert counted("criminal_cases_opened") == counted("suspects_convicted") == Number(1)
    assert counted("victims_of_criminal_cases") == counted("persons_penalised") == Number(1)
    assert Penalty.objects.get().assessments.count() == 1
    assert ledger.verify().whole


def before_the_court(her: Case, cast, *, at):
    """Opened by the investigator, charged, sent to the court, judged below the range: flagged, and kept."""
    by, on = cast.jamshed, at.date()
    case = justice.open_criminal_case(on=on, articles=["ст. 130 прим 1 УК РТ"], by=by, at=at)
    him = justice.add_defendant(criminal_case=case, given=justice.DefendantGiven(official="yes"), by=by, at=at)
    justice.count_victim(criminal_case=case, reference=her.reference, by=by, at=at)
    for stage in ("investigated", "charged"):
        justice.record_stage(criminal_case=case, stage=stage, on=on, by=by, at=at)
    court = Desk.objects.get(code="courts_liaison")
    justice.transfer_criminal_case(criminal_case=case, to_desk=court, because="trial", by=by, at=at)
    assert [each.reference for each in my_work(cast.nozim, now=at).mine] == [case.reference]
    justice.receive_criminal_case(transfer=Transfer.objects.get(), by=cast.nozim, at=at)
    for stage in ("tried", "sentenced"):
        justice.record_stage(criminal_case=case, stage=stage, on=on, by=cast.nozim, at=at)
    said = justice.pronounce_sentence(
        defendant=him, on=on, article="130.1", convicted=True, suspended_months=24, after="", by=cast.nozim, at=at
    )
    assert said.flags == ["below"]
    return case


def counted(name: str):
    return figure(definition(name), YEAR, since=date(2026, 1, 1), on=date(2026, 12, 31)).value
