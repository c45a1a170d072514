"""`panoh tiers …`: the tier history, the clocks run over all of it, and one country's path with what the law attaches next."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from panoh.web.commands import complain, with_records

if TYPE_CHECKING:
    from panoh.assessment.queries import Checked, CountryTiers, Placements
    from panoh.assessment.rules.outlook import Effect
    from panoh.instruments.kinds.source import Citation, Words
    from panoh.instruments.kinds.statute import Provision

LANGUAGES = ("en", "ru", "tg")
WHAT = "a country's three-letter code, such as TJK; or check; nothing lists every country"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "tiers", help="tiers of the TIP report: history, clocks, what a next placement triggers"
    )
    parser.add_argument("what", nargs="?", metavar="WHAT", help=WHAT)
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the wording (default: en)")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from panoh.assessment.queries import checked, country_tiers

    accepted = _accepted()
    if given.what is None:
        return _list(given.language, accepted)
    if given.what == "check":
        return report(checked(accepted), given.language)
    try:
        _explain(country_tiers(given.what.upper(), accepted), given.language)
    except KeyError:
        return complain(f"the reports write about no country {given.what!r}. `panoh tiers` lists the codes.")
    return 0


def _accepted() -> Placements:
    """What people accepted beside the history; nothing where nothing is on record yet, which the history does not need."""
    from django.db import DatabaseError

    from panoh.assessment.queries import accepted_placements

    try:
        return accepted_placements()
    except DatabaseError:
        return {}


def _list(language: str, accepted: Placements) -> int:
    from panoh.assessment.queries import tier_board
    from panoh.assessment.rules.tables import Asked
    from panoh.instruments.assessment import tier_history

    board = tier_board(Asked(tier_history().last_report), accepted)
    print(f"{'':34}{' '.join(f'{report % 100:>3}' for report in board.reports)}")
    for row in board.rows:
        name = row.country.name.in_language(language)[:28]
        print(f"{row.country.code}  {name:<29}{' '.join(f'{cell.mark:>3}' for cell in row.cells)}")
    print(f"\n{len(board.rows)} countries, {board.seen} placements.")
    print("? not seen (unknown), – not in the report, 1/2 sources do not agree.")
    return 0


def report(checked: Checked, language: str) -> int:
    """Exit 1 when a placement certainly broke the law; a gap or a doubtful reading is reported, and breaks nothing."""
    from panoh.assessment.rules.check import Kind, Verdict

    counted = Counter((found.verdict, found.kind) for found in checked.findings)
    for verdict in Verdict:
        kinds = ", ".join(f"{kind.value} {counted[verdict, kind]}" for kind in Kind if counted[verdict, kind])
        print(f"{verdict.value + 's':<11} {sum(counted[verdict, kind] for kind in Kind):>5}  {kinds}".rstrip())
    print(f"over {checked.placements} placements of {checked.countries} countries")
    for verdict in Verdict:
        told = [each for each in checked.told if each.verdict is verdict]
        if told:
            print(f"\n{verdict.value.upper()}")
        for found in told:
            name = checked.names[found.country].name.in_language(language)
            print(f"{found.report}  {name}: {found.reason.in_language(language)}{_cited(found.provision)}")
    print("\nNOT SEEN, and nothing more to say of it")
    gaps = (found for found in checked.findings if found.mere_gap)
    for code, missing in groupby(gaps, key=lambda found: found.country):
        print(f"{checked.names[code].name.in_language(language)}: {_ranges(gap.report for gap in missing)}")
    return int(any(found.verdict is Verdict.VIOLATION for found in checked.findings))


def _explain(shown: CountryTiers, language: str) -> None:
    from panoh.assessment.rules import wording

    def say(words: Words) -> str:
        return words.in_language(language)

    ahead = shown.outlook
    print(f"{say(shown.country.name)} ({shown.country.code})\n")
    for spell in shown.path:
        years = str(spell.first) if spell.first == spell.last else f"{spell.first}–{spell.last}"
        move = f" ({say(spell.move)})" if spell.move else ""
        print(f"{years:<10} {say(spell.name)}{move}. {' '.join(map(say, spell.notes))}".rstrip())
    print(f"\n{say(wording.BEHIND.fill(count=ahead.count))}\n")
    print(say(wording.NEXT.fill(report=ahead.law.report, due=ahead.law.due.isoformat())))
    print(say(wording.NO_FORECAST))
    for option in ahead.options:
        mark = f" – {say(wording.NOT_OPEN_MARK)}" if option.barred else ""
        print(f"\n{say(option.name)}{mark}")
        for effect in option.effects:
            print(f"  - {say(effect.says)}{_when(effect, language)}{_cited(effect.provision)}")
    if shown.told:
        print()
    for found in shown.told:
        print(f"{found.report}  {say(found.name)}: {say(found.reason)}{_cited(found.provision)}")
    _print_sources(shown)


def _print_sources(shown: CountryTiers) -> None:
    reports: dict[Citation, list[int]] = {}
    for year in shown.years:
        if year.placement:
            reports.setdefault(replace(year.placement.source, place=""), []).append(year.report)
    print()
    for cited, years in reports.items():
        source = shown.sources[cited.source]
        print(f"{_ranges(years)}: {source.title}, {source.issuer} [{cited.verification}]")
    for told in (each for year in shown.years for each in year.accepted):
        print(
            f"{told.report}: {told.publisher}, {told.written_for}, accepted by {'; '.join(told.by)} [fact {told.fact}]"
        )


def _when(effect: Effect, language: str) -> str:
    from panoh.assessment.rules import wording

    if effect.last is None:
        return ""
    words = wording.BY.fill(day=effect.last)
    if effect.first:
        words = wording.FROM_TO.fill(first=effect.first, last=effect.last)
    return f" ({words.in_language(language)})"


def _cited(provision: Provision | None) -> str:
    return f" [{provision.place}; {provision.verification}]" if provision else ""


def _ranges(reports: Iterable[int]) -> str:
    """2001–2008, 2016"""
    runs: list[list[int]] = []
    for report in sorted(reports):
        if runs and report == runs[-1][-1] + 1:
            runs[-1].append(report)
        else:
            runs.append([report])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
