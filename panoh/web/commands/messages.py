"""`panoh messages`: brings the catalogues of Panoh's wording up to date, or with --check says what is missing."""

from __future__ import annotations

import argparse

from panoh.web.commands import with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("messages", help="bring the translations' catalogues up to date")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a catalogue is out of date")
    parser.add_argument("--list", action="store_true", help="list the strings without a translation")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from panoh.web import catalogue

    out_of_date = [language for language in catalogue.LANGUAGES if given.check and catalogue.stale(language)]
    for language in catalogue.LANGUAGES:
        if not given.check:
            catalogue.write(language)
        missing = catalogue.untranslated(language)
        print(f"{language}: {len(missing)} strings without a translation")
        for string in missing if given.list else ():
            print(f"  {string!r}")
    if out_of_date:
        print(f"Out of date: {', '.join(out_of_date)}. Run `panoh messages` and commit the result.")
    return 1 if out_of_date else 0
