"""`panoh procedure …`: proves, shows, draws and compares the written procedure of a country, or of a file with a draft of one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from panoh.instruments import countries
from panoh.instruments.countries.procedure_at import procedure_at, whole_text
from panoh.instruments.kinds.procedure import Procedure
from panoh.instruments.reader import TextError, parse, read
from panoh.registry.rules import report
from panoh.registry.rules.difference import differences
from panoh.registry.rules.drawing import describe, draw
from panoh.registry.rules.migration import weaker_points
from panoh.registry.rules.procedure import check
from panoh.registry.rules.promise_words import PROMISED
from panoh.registry.rules.runnable import not_runnable
from panoh.registry.rules.worked_cases import contradicted
from panoh.web import configuration
from panoh.web.commands import complain, with_records

WHAT = (
    "country code (default: this installation's), a file with a procedure or with what differs from one (base, change), "
    "or the name of a broken example; a roles.yaml or sources.yaml beside a file is read first"
)
LANGUAGES = ("en", "ru", "tg")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("procedure", help="prove, show or draw the written procedure")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    for name, run, help_ in (
        ("check", check_promises, "prove every promise; exit 1 shows the way to each place where one is broken"),
        ("show", show, "the steps as a table: from where to where, whose, what must be true, by when"),
        ("draw", picture, "the drawing as SVG, to standard output or to a file"),
        ("whole", whole, "the whole text of a file that says only what differs, to put up as a draft"),
    ):
        act = acts.add_parser(name, help=help_)
        act.add_argument("what", nargs="?", default=_here(), metavar="WHAT", help=WHAT)
        act.set_defaults(run=run)
        if name != "whole":
            _add_language(act)
        if name in {"draw", "whole"}:
            act.add_argument("--out", type=Path, help="file to write instead of standard output")
        if name == "check":
            act.add_argument("--broken", action="store_true", help="list the deliberately broken examples instead")
    compare = acts.add_parser("diff", help="say in words what changes from one procedure to another")
    compare.add_argument("old", metavar="OLD", help=WHAT)
    compare.add_argument("new", metavar="NEW", help=WHAT)
    _add_language(compare)
    compare.set_defaults(run=say_changes)
    listing = acts.add_parser("list", help="the countries that have a procedure, with version and adoption")
    listing.set_defaults(run=list_countries)


def check_promises(given: argparse.Namespace) -> int:
    try:
        if given.broken:
            return _list_broken(given.what, given.language)
        procedure = _read(given.what)
        cases = contradicted(procedure, countries.calendar(procedure.country))
    except TextError as error:
        return complain(error.said.in_language(given.language))
    proofs = check(procedure)
    for line in report.lines(procedure, proofs, cases, given.language):
        print(line)
    if given.what in countries.codes():
        _say_what_is_adopted_here(given.what)
    return 1 if cases or not all(proof.holds for proof in proofs) else 0


def say_changes(given: argparse.Namespace) -> int:
    try:
        old, new = _read(given.old), _read(given.new)
        house = countries.procedure(new.country)
    except TextError as error:
        return complain(error.said.in_language(given.language))
    found = differences(old, new)
    for change in found:
        print(f"{change.part:<12}  {change.key:<28}  {change.sentence.in_language(given.language)}")
    names = {"old": f"{old.id} {old.version}", "new": f"{new.id} {new.version}", "n": len(found)}
    print(f"\n{report.CHANGES.fill(**names).in_language(given.language)}")
    for heading, points in ((report.LESS, weaker_points(old, new)), (report.NOT_YET, not_runnable(house, new))):
        if points:
            print(f"\n{heading.in_language(given.language)}")
        for point in points:
            print(f"  {point.sentence.in_language(given.language)}")
    return 1 if any(change.breaks for change in found) else 0


def show(given: argparse.Namespace) -> int:
    try:
        print(describe(_read(given.what), given.language), end="")
    except TextError as error:
        return complain(error.said.in_language(given.language))
    return 0


def picture(given: argparse.Namespace) -> int:
    try:
        return _hand_out(draw(_read(given.what), given.language), given.out, "The drawing")
    except TextError as error:
        return complain(error.said.in_language(given.language))


def whole(given: argparse.Namespace) -> int:
    try:
        text = _whole(given.what)
        countries.procedure_in(text, parse(text, name="procedure.yaml")["country"], name=given.what)
    except TextError as error:
        return complain(str(error))
    return _hand_out(text, given.out, "The text")


def list_countries(given: argparse.Namespace) -> int:
    for code in countries.codes():
        procedure = countries.procedure(code)
        adopted = procedure.adoption.status.value.replace("_", " ")
        print(f"{code}  {procedure.title.en}  {procedure.id} {procedure.version}  {adopted}")
        _say_what_is_adopted_here(code)
    return 0


def _add_language(act: argparse.ArgumentParser) -> None:
    act.add_argument("--language", choices=LANGUAGES, default="en", help="language of the wording (default: en)")


def _list_broken(country: str, language: str) -> int:
    found = countries.broken_procedures(country)
    for name, path in found.items():
        kept = read(path, schema="procedure_patch").get("breaks", {})
        print(f"{name:<42}  {' '.join(PROMISED[key].in_language(language) for key in kept)}")
    print(f"\n{len(found)} broken examples. `panoh procedure check NAME` shows what each breaks, and the way there.")
    return 0


def _say_what_is_adopted_here(code: str) -> None:
    """The file is what came with the software; what officers adopted by page since is on record, where there are records."""
    if code != _here() or not configuration.data_folder().is_dir():
        return
    with_records()
    from django.db import DatabaseError, connection

    from panoh.registry.models import ProcedureText
    from panoh.registry.queries import in_force

    try:
        kept = ProcedureText._meta.db_table in connection.introspection.table_names()
        procedure = in_force() if kept else None
        adopted = (
            ProcedureText.objects.filter(version=procedure.version, status="adopted").first() if procedure else None
        )
    except DatabaseError:
        return
    if adopted:
        print(f"{code}  in force here since {adopted.adopted_at:%Y-%m-%d}: version {adopted.version}, adopted by page")
        print(f"    under “{adopted.document}” of {adopted.document_on}; new cases run under it")


def _read(what: str) -> Procedure:
    path = _file(what)
    return procedure_at(path) if path else countries.procedure(what)


def _whole(what: str) -> str:
    """As it was written, where it was written whole; else the base with what differs, in the same order of entries."""
    path = _file(what)
    if path is None:
        return countries.procedure_text(what)
    import yaml

    return yaml.safe_dump(whole_text(path), allow_unicode=True, sort_keys=False, width=10_000)


def _file(what: str) -> Path | None:
    """The file meant, by its path or by the name of a broken example; none for a country."""
    path = Path(what)
    if path.suffix in {".yaml", ".yml"}:
        return path
    return countries.broken_procedures(_here()).get(what) if _here() in countries.codes() else None


def _here() -> str:
    return os.environ.get("PANOH_COUNTRY", "tj")


def _hand_out(text: str, out: Path | None, called: str) -> int:
    if out is None:
        sys.stdout.write(text)
        return 0
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        return complain(f"cannot write {out}: {error.strerror}")
    print(f"{called} is in {out}.", file=sys.stderr)
    return 0
