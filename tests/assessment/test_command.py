"""`panoh tiers` on the terminal: list, check, one country; status 0, 1 or 2."""

from __future__ import annotations

import pytest

from panoh.__main__ import main
from panoh.assessment.queries import Checked
from panoh.assessment.rules.check import check
from panoh.instruments.kinds.source import Words
from panoh.instruments.kinds.tier import ReportCountry
from panoh.web.commands.tiers import report
from tests.assessment.made import CODE, run, years
from tests.assessment.texts import accepted, brought

pytestmark = pytest.mark.django_db


def checked(placements: dict[int, str]) -> Checked:
    country = ReportCountry(CODE, Words("Anyland"), "143")
    return Checked(1, len(placements), check(CODE, years(placements)), {CODE: country})


def test_the_list_has_every_country(capsys):
    assert main(["tiers"]) == 0
    assert "190 countries, 3511 placements" in capsys.readouterr().out


def test_the_check_of_the_real_history_finds_no_violation_and_tells_what_is_unknown(capsys):
    assert main(["tiers", "check"]) == 0

    shown = capsys.readouterr().out
    assert "violations      0" in shown
    assert "2019  Cuba: The placement was not seen. After 4 consecutive years only Tier 3" in shown
    assert "Albania: 2016, 2019, 2022, 2025" in shown


def test_a_violation_is_status_one_and_named_with_country_year_and_provision(capsys):
    assert report(checked(run(2009, *["2WL"] * 5)), "en") == 1

    shown = capsys.readouterr().out
    assert "2013  Anyland: On the watch list after 4 consecutive years" in shown
    assert "[section 110(b)(2); 22 USC 7107(b)(2); secondary]" in shown


def test_a_warning_is_told_and_is_no_violation(capsys):
    assert report(checked(run(2020, "2WL", "2WL", "3", "2WL", "2WL")), "en") == 0
    assert "WARNING\n2024  Anyland" in capsys.readouterr().out


def test_a_country_is_explained_in_the_language_asked_for(capsys):
    assert main(["tiers", "tjk", "--language", "ru"]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("Таджикистан (TJK)")
    assert "в докладе 2028 года без отсрочки полагается Уровень 3" in shown
    assert "(с 2026-08-14 по 2026-09-28)" in shown


def test_an_unknown_country_is_status_two_and_says_where_the_codes_are(capsys):
    assert main(["tiers", "XYZ"]) == 2
    assert "`panoh tiers` lists the codes" in capsys.readouterr().err


def test_a_placement_people_accepted_is_told_with_who_accepted_it(cast, capsys):
    told = brought(cast.alisher, "KYRGYZSTAN: Tier 2 Watch List\n\nIt made efforts.\n", country="KGZ", report=2026)
    accepted(*told.facts.filter(measure="tier_placement"), by=cast.alisher)

    assert main(["tiers", "KGZ"]) == 0

    shown = capsys.readouterr().out
    assert f"2026: US Department of State, 2026, accepted by {cast.alisher.name}" in shown
