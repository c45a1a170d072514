"""`panoh instruments …`: lists, shows and proves the sets of questions, published ones and those that are added."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from pathlib import Path

from panoh.instruments import library
from panoh.instruments.kinds.screening import ScreeningInstrument
from panoh.instruments.reader import TextError
from panoh.screening.rules.instrument_proof import Property, prove
from panoh.web import configuration
from panoh.web.commands import complain


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("instruments", help="list, show or prove the sets of questions")
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    listing = acts.add_parser("list", help="every set: id, version, mark, whose it is; and files that are refused")
    listing.set_defaults(run=list_sets)
    showing = acts.add_parser("show", help="one set: questions, strengths, marks, rule and table")
    showing.add_argument("id", metavar="ID")
    showing.set_defaults(run=show)
    checking = acts.add_parser("check", help="prove every property; exit 1 says where one fails and why")
    checking.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a set to be added (default: all there are)"
    )
    checking.add_argument("--all", action="store_true", help="also list wordings that are not translated yet")
    checking.set_defaults(run=check)


def list_sets(given: argparse.Namespace) -> int:
    for each in _instruments():
        whose = each.country or "published"
        print(f"{each.id}  {each.version}  {each.step}  {each.status}  {whose}  {each.title.en}")
    for why in library.refused_instruments():
        print(f"REFUSED  {why}")
    return 1 if library.refused_instruments() else 0


def show(given: argparse.Namespace) -> int:
    one = next((each for each in _instruments() if each.id == given.id), None)
    if one is None:
        return complain(f"there is no instrument {given.id!r}; known: {', '.join(each.id for each in _instruments())}")
    print(
        f"{one.title.en}\n{one.id} {one.version}, {one.status}, {one.step} step, for {one.population}, {one.digest[:12]}"
    )
    for citation in one.citations:
        print(f"  {citation.source}, {citation.place} ({citation.verification})")
    print(f"\n{one.rule.words.en}")
    for combination in one.rule.positive_if_any:
        print(f"  {combination.words.en}: {', '.join(f'{need} {sort}' for sort, need in combination.needs)}")
    for dimension in one.dimensions:
        print(f"\n{dimension.code}  {dimension.label.en}")
        for item in one.items_of(dimension.code):
            seen = ", strength not seen" if item.strength_provisional else ""
            print(f"  {item.id}  {item.question.en} [{item.strength or 'not weighted'}{seen}; {item.verification}]")
    print()
    for whom, lines in (("adult", one.final_analysis.adult), ("child", one.final_analysis.child)):
        for line in lines:
            print(f"{whom}  {line.code}  {'presumed' if line.presumed else '-'}  {line.label.en}")
    return 0


def check(given: argparse.Namespace) -> int:
    """Without files: every set there is."""
    if not given.files:
        proofs = [(each.id, prove(each, library.sources_of(each))) for each in _instruments()]
        held = [_print(name, found, notes=given.all) for name, found in proofs]
        return 0 if all(held) and not library.refused_instruments() else 1
    held = []
    for path in given.files:
        if not path.is_file():
            return complain(f"{path}: there is no such file")
        held.append(_print(path.name, _proof_of(path), notes=given.all))
    return 0 if all(held) else 1


def _instruments() -> tuple[ScreeningInstrument, ...]:
    library.OF_THE_INSTALLATION[:] = [configuration.data_folder() / "instruments"]
    library.fresh()
    return library.screening_instruments()


def _proof_of(path: Path) -> tuple[Property, ...]:
    """A file may stand anywhere; a `screening` folder tells whose it is, and whose sources it may cite."""
    home = path.resolve().parent.parent
    try:
        one, sources = library.draft_instrument(path, home)
    except TextError as error:
        return (Property("The file can be read and keeps to its schema", (str(error),)),)
    return (
        Property("The file can be read and keeps to its schema"),
        Property("It changes and removes no instrument there is", tuple(library.shadows(one, path))),
        *prove(one, sources),
    )


def _print(name: str, proof: Collection[Property], *, notes: bool) -> bool:
    print(name)
    for each in proof:
        print(f"  {'holds ' if each.holds else 'FAILS '}  {each.says}")
        for fault in each.faults:
            print(f"          {fault}")
        for note in each.notes if notes else ():
            print(f"          note: {note}")
    broken = sum(not each.holds for each in proof)
    print(f"  {len(proof) - broken} of {len(proof)} properties hold.\n")
    return not broken
