"""`panoh offences …`: the country's register of offences on the terminal, and which article a writing of it means."""

from __future__ import annotations

import argparse
from datetime import date

from panoh.instruments import countries
from panoh.instruments.kinds.offence import Offence, OffenceClass, OffenceRegister
from panoh.instruments.kinds.source import Citation
from panoh.justice.rules.offences import MIGRATION, look_up
from panoh.web.commands import complain

LANGUAGES = ("en", "ru", "tg")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("offences", help="list or find offences: 130(1), ст. 130 прим 1 and 1301 are one")
    parser.add_argument("text", nargs="?", default="", metavar="ARTICLE", help="an article, or a word of a title")
    parser.add_argument("--book", default="", help="the code, such as criminal or administrative (default: every one)")
    parser.add_argument("--class", dest="counted_as", default="", choices=(*OffenceClass, MIGRATION), metavar="CLASS")
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="DAY", help="in force on this day?")
    parser.add_argument("--country", default="tj", help="whose register (default: tj)")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the wording (default: en)")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Status 1 where nothing is found, or where what is written could be several articles; those are named."""
    if given.country not in countries.codes():
        return complain(f"there is no country {given.country!r}; known: {', '.join(countries.codes())}")
    register = countries.offences(given.country)
    books = tuple(each.key for each in register.books)
    if given.book and given.book not in books:
        return complain(f"there is no code {given.book!r}; known: {', '.join(books)}")
    found = look_up(register, given.text, book=given.book, counted_as=given.counted_as)
    if found.candidates:
        print(f"{given.text!r} could mean {' or '.join(found.candidates)}; write a part as “130.1 part 2”.")
        return 1
    for offence in found.offences:
        print(_line(offence, register, given.on, given.language))
        if given.text:
            _explain(offence, found.part, given.language)
    print(f"{len(found.offences)} offences.")
    return 0 if found.offences else 1


def _line(offence: Offence, register: OffenceRegister, on: date | None, language: str) -> str:
    force = {True: "in force", False: "NOT IN FORCE", None: "not known whether in force"}
    shown = f"  {force[offence.in_force(on)]} on {on}" if on else ""
    migration = ", migration" if offence.migration else ""
    title = offence.title.in_language(language)
    book = register.book(offence.book).name.in_language(language)
    return f"{offence.article:<7}{book:<30}{offence.offence_class.value}{migration}  {title}{shown}"


def _explain(offence: Offence, part: str, language: str) -> None:
    if part:
        print(f"       part {part}")
    for code in offence.iccs:
        print(f"       ICCS {code.code or 'none'} {code.condition.in_language(language)}{_marks(code.sources)}")
    for penalty in offence.penalties:
        print(f"       {penalty.text.in_language(language)}{_marks(penalty.sources)}")


def _marks(citations: tuple[Citation, ...]) -> str:
    return f" [{', '.join(f'{each.source}: {each.verification}' for each in citations)}]"
