"""`panoh reference`: writes the generated pages of docs/reference, or with --check says which are out of date."""

from __future__ import annotations

import argparse

from panoh.web.commands import with_records


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("reference", help="write the generated pages of docs/reference")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is out of date")
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    with_records()
    from panoh.web import configuration, reference

    folder = configuration.HOME / "docs" / "reference"
    stale = []
    for name, text in reference.pages().items():
        path = folder / name
        if given.check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            stale.append(name)
        elif not given.check:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"Out of date: {', '.join(stale)}. Run `make docs` and commit the result.")
    return 1 if stale else 0
