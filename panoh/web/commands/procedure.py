"""`panoh procedure …`: proves, shows, draws and compares the written procedure of a country, or of a file with a draft of one."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from panoh.instruments import countries
from panoh.instruments.countries.procedure_file import procedure_from, roles_from
from panoh.instruments.kinds.procedure import Procedure, Role
from panoh.instruments.reader import TextError, read
from panoh.registry.rules.difference import differences
from panoh.registry.rules.drawing import describe, draw
from panoh.registry.rules.procedure import check
from panoh.web import configuration
from panoh.web.commands import complain, with_records

WHAT = "country code (default: this installation's), or a procedure file (its roles.yaml is looked for beside it)"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("procedure", help="prove, show or draw the written procedure")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    for name, run, help_ in (
        ("check", check_promises, "prove every promise; exit 1 shows the way to each place where one is broken"),
        ("show", show, "the steps as a table: from where to where, whose, what must be true, by when"),
        ("draw", picture, "the drawing as SVG, to standard output or to a file"),
    ):
        act = acts.add_parser(name, help=help_)
        act.add_argument("what", nargs="?", default=os.environ.get("PANOH_COUNTRY", "tj"), metavar="WHAT", help=WHAT)
        act.set_defaults(run=run)
        if name != "check":
            act.add_argument("--language", default="en", help="language of the wording (default: en)")
        if name == "draw":
            act.add_argument("--out", type=Path, help="file to write instead of standard output")
    compare = acts.add_parser("diff", help="say in words what changes from one procedure to another")
    compare.add_argument("old", metavar="OLD", help=WHAT)
    compare.add_argument("new", metavar="NEW", help=WHAT)
    compare.set_defaults(run=say_changes)
    listing = acts.add_parser("list", help="the countries that have a procedure, with version and adoption")
    listing.set_defaults(run=list_countries)


def check_promises(given: argparse.Namespace) -> int:
    try:
        procedure = _read(given.what)
    except TextError as error:
        return complain(str(error))
    proofs = check(procedure)
    for proof in proofs:
        print(f"{'holds ' if proof.holds else 'BROKEN'}  {proof.promise}")
        for breach in proof.breaches:
            print(f"        {breach.sentence}")
            if breach.path:
                print(f"        on the way {' → '.join(breach.path)}")
    broken = sum(not proof.holds for proof in proofs)
    name = f"{procedure.id} {procedure.version} ({procedure.adoption.status.value.replace('_', ' ')})"
    print(f"\n{name}: {len(proofs) - broken} of {len(proofs)} promises hold.")
    if given.what in countries.codes():
        _say_what_is_adopted_here(given.what)
    return 1 if broken else 0


def say_changes(given: argparse.Namespace) -> int:
    try:
        old, new = _read(given.old), _read(given.new)
    except TextError as error:
        return complain(str(error))
    found = differences(old, new)
    for change in found:
        print(f"{change.part:<12}  {change.key:<28}  {change.sentence}")
    print(f"\n{old.id} {old.version} → {new.id} {new.version}: {len(found) or 'no'} changes.")
    return 1 if any(change.breaks for change in found) else 0


def show(given: argparse.Namespace) -> int:
    try:
        print(describe(_read(given.what), given.language), end="")
    except TextError as error:
        return complain(str(error))
    return 0


def picture(given: argparse.Namespace) -> int:
    try:
        drawing = draw(_read(given.what), given.language)
        if given.out is None:
            sys.stdout.write(drawing)
        else:
            given.out.write_text(drawing, encoding="utf-8")
            print(f"The drawing is in {given.out}.", file=sys.stderr)
    except TextError as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"cannot write {given.out}: {error.strerror}")
    return 0


def list_countries(given: argparse.Namespace) -> int:
    for code in countries.codes():
        procedure = countries.procedure(code)
        adopted = procedure.adoption.status.value.replace("_", " ")
        print(f"{code}  {procedure.title.en}  {procedure.id} {procedure.version}  {adopted}")
        _say_what_is_adopted_here(code)
    return 0


def _say_what_is_adopted_here(code: str) -> None:
    """The file is what came with the software; what officers adopted by page since is on record, where there are records."""
    if code != os.environ.get("PANOH_COUNTRY", "tj") or not configuration.data_folder().is_dir():
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
    path = Path(what)
    if path.suffix not in {".yaml", ".yml"}:
        return countries.procedure(what)
    value = read(path, schema="procedure")
    return procedure_from(value, _roles(path, value["country"]), name=path.name)


def _roles(path: Path, country: str) -> tuple[Role, ...]:
    """The roles beside a draft, or those of the country it is written for."""
    beside = path.with_name("roles.yaml")
    return roles_from(read(beside, schema="roles")) if beside.is_file() else countries.roles(country)
