"""The generated pages of docs/reference, each made from what the product itself runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from panoh.instruments import assessment, countries, library, statistics
from panoh.instruments.kinds.figure import Definition
from panoh.instruments.kinds.source import Citation
from panoh.registry.access import TABLE, Act, Role, Scope
from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.rules.drawing import draw
from panoh.registry.rules.procedure import check
from panoh.web.tables import table
from panoh.web.what_opens import what_opens

_REACH = {
    Scope.NONE: "",
    Scope.DISCLOSED: "disclosed to the desk",
    Scope.OWN: "own desk or managed",
    Scope.DESK: "own desk, managed, or disclosed",
    Scope.ALL: "all",
}


def pages(country: str = "tj") -> dict[str, str]:
    """File name and text of every generated page."""
    made: dict[str, Callable[[], str]] = {
        "access.md": access,
        "figures.md": figures,
        "instruments.md": instruments,
        "procedure.md": lambda: procedure(country),
        "procedure.svg": lambda: draw(countries.procedure(country)) + "\n",
        "records.md": records,
        "sources.md": lambda: sources(country),
    }
    return {name: make() for name, make in made.items()}


def access() -> str:
    """Post by act: the table every action, page and API operation asks."""
    rows = [[act.value, *(_REACH[TABLE[act].get(role, Scope.NONE)] for role in Role)] for act in Act]
    acts = table(["act", *(role.value for role in Role)], rows)
    lead = (
        "One table (`panoh/registry/access_table.py`) says which post does which act in which cases; `panoh/registry/access.py`"
        " asks it for pages, API, search and lists. What it is asked beside stands below."
    )
    return _page("Who may do what", lead, f"{acts}\n\n{what_opens()}")


def instruments() -> str:
    rows = [
        [each.id, each.version, each.title.en, each.population, each.status, str(len(each.items))]
        for each in library.screening_instruments()
    ]
    head = ["id", "version", "title", "population", "status", "items"]
    note = "A set marked provisional was not held against its official text; pages show that beside every score."
    return _page("Screening instruments", note, table(head, rows))


def figures() -> str:
    """Each of our own figures: what it counts, in which unit, by which version, and what it is called elsewhere."""
    parts = [_figure(each) for each in statistics.definitions()]
    note = (
        "Counted from case records without names (`panoh/instruments/statistics/definitions.yaml`). Names in the standards of"
        " others stand with the mark of the place; nothing here claims conformity (`standards.yaml`)."
    )
    return _page("Figures and how they are defined", note, "\n\n".join(parts))


def _figure(definition: Definition) -> str:
    rows = [
        ["definition", f"{definition.id}, version {definition.version} ({_marks(definition.sources)})"],
        ["counting unit", definition.counting_unit],
        ["valid from", str(definition.first or "the first record on")],
        ["broken down by", ", ".join(definition.breakdowns)],
        ["periods", ", ".join(definition.periods)],
        ["role that answers for it", definition.owner],
        ["beside, never instead", ", ".join(each.series for each in definition.beside) or "nothing published"],
        *([f"version {each.version}, until {each.last}", each.counts.en] for each in definition.earlier),
        *(
            [each.standard, f"`{each.id}` ({each.verification}): {each.how.en}"]
            for each in statistics.standards().get(definition.id, ())
        ),
    ]
    return f"## {definition.name.en}\n\n{definition.counts.en}\n\n{table(['', ''], rows)}"


def procedure(country: str) -> str:
    """The written procedure: adoption, states, steps with their one owner, clocks, and what is proved of it."""
    text = countries.procedure(country)
    states = table(["code", "state", "meaning"], ([s.code, s.name.en, s.meaning.en] for s in text.states))
    steps = table(
        ["step", "name", "from", "to", "owner", "marks"],
        (
            [s.id, s.name.en, ", ".join(s.from_states), ", ".join(s.to) or "stays", s.owner, _marks(s.sources)]
            for s in text.steps
        ),
    )
    clocks = table(
        ["clock", "kind", "period", "escalates to", "marks"],
        ([c.name.en, c.kind, f"{c.amount} {c.unit}", c.escalates_to, _marks(c.sources)] for c in text.clocks),
    )
    proofs = "\n".join(f"- {'holds' if proof.holds else 'FAILS'}: {proof.promise.en}" for proof in check(text))
    lead = f"{text.title.en}, version {text.version}. Adoption: **{text.adoption.status}**. {text.adoption.note.en}"
    parts = ["![The procedure](procedure.svg)", "## States", states, "## Steps", steps, "## Clocks", clocks]
    return _page("The procedure", lead, "\n\n".join([*parts, "## What is proved of it", proofs]))


def sources(country: str) -> str:
    known = {**library.sources(), **countries.sources(country), **assessment.sources()}
    rows = [[s.id, s.title, s.issuer, s.year, s.verification] for s in sorted(known.values(), key=lambda s: s.id)]
    note = "Every rule cites one of these, with the place and how well that place was verified."
    return _page("Sources", note, table(["id", "title", "issuer", "year", "verified"], rows))


def records() -> str:
    """Every kind of record with personal data: what is sealed in it, by its own description."""
    rows = [
        [
            kind.__name__,
            kind.__module__.split(".")[1],
            _sealed_words(kind),
            kind.ABOUT_CASE or "",
            kind.RESTS_ON_CONSENT or "",
        ]
        for kind in sorted(sealed_models(), key=lambda kind: (kind.__module__.split(".")[1], kind.__name__))
    ]
    note = "Encrypted under a key of its own for each row (`panoh/registry/vault.py`); opened by queries that write the ledger."
    head = ["record", "floor", "what is sealed", "about the case", "gone with the consent in"]
    return _page("Records with personal data", note, table(head, rows))


def _sealed_words(kind: type) -> str:
    """The sentence of a record's description that says what is sealed."""
    words = " ".join((kind.__doc__ or "").split())
    after = words.partition("Sealed: ")[2] or next((each for each in words.split(". ") if "sealed" in each), words)
    return after.split(". ")[0].rstrip(".")


def _marks(citations: Iterable[Citation]) -> str:
    return ", ".join(sorted({str(citation.verification) for citation in citations}))


def _page(title: str, lead: str, body: str) -> str:
    return f"# {title}\n\n<!-- Generated by `make docs`. -->\n\n{lead}\n\n{body}\n"
