"""Every act of reading there is in the house: what for, where its line does not say, and which are about nobody's file.

One table: whoever is told who read their file, and the watch over reading, go by it. A test looks through the whole code and
finds every reading act in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class ReadingAct:
    """`purpose`: a word for what it was opened for, of every line that names none itself. `nobody`: why it is about no
    person on record; empty where it is about one, or about several at once."""

    purpose: str
    nobody: str = ""


def _of(purpose: str, *acts: str) -> dict[str, ReadingAct]:
    return dict.fromkeys(acts, ReadingAct(purpose))


READING_ACTS: dict[str, ReadingAct] = {
    **_of("case_page", "read_identity", "read_attachment_labels"),
    **_of("case_file", "print_case", "print_finding", "print_decision", "print_page", "read_attachment"),
    **_of("certificate", "print_certificate"),
    **_of("interview", "read_screening"),
    **_of("second_look", "read_second_look"),
    **_of("operation", "read_roster", "print_roster"),
    **_of("mend_list", "read_rows_to_mend"),
    **_of("comparison", "compare_people"),
    **_of("signal", "read_signal"),
    **_of("decision", "read_reasons"),
    **_of("reconsideration", "read_grounds"),
    **_of("panel", "read_votes"),
    **_of("guardian", "read_guardian"),
    **_of("contact", "read_contact_rules"),
    **_of("review", "read_emergency", "read_compartment"),
    **_of("need", "read_need", "read_needs_assessments"),
    **_of("referral", "read_referral", "read_reports"),
    **_of("support_plan", "read_plan"),
    **_of("safety", "read_safety"),
    **_of("shelter", "read_things", "read_departure", "read_turns"),
    **_of("best_interests", "read_interests"),
    **_of("custody", "read_custody"),
    **_of("return", "read_return", "read_transfer"),
    **_of("consular_file", "read_consular_file"),
    **_of("charges", "read_charges"),
    **_of("penalties", "read_penalties"),
    **_of("residence", "read_residence"),
    "read_criminal_case": ReadingAct("criminal_case", "names the accused; victims stand in it by number"),
    "compare_penalties": ReadingAct(
        "comparison", "the machine compares and shows nobody; a person's own is compare_people"
    ),
    "show_attachments": ReadingAct("disclosure", "names to a desk what it may open; who opens it there is told"),
    "read_address": ReadingAct("shelter", "a house"),
    "read_excuse": ReadingAct("panel", "why an officer stands aside"),
    "read_hand_over": ReadingAct("hand_over", "what one shift tells the next"),
    "read_number": ReadingAct("call_back", "who rang the hotline and has no case"),
    "read_site": ReadingAct("site", "a place of work"),
    "read_visit": ReadingAct("site", "a place of work; who was asked there is counted"),
    "read_remedy": ReadingAct("site", "what an employer mended"),
    "read_order": ReadingAct("site", "an order to work; no list of names"),
    "read_order_paper": ReadingAct("site", "an order to work; one that names somebody opens for nobody"),
    "print_sheet": ReadingAct("figures", "figures"),
    "print_answers": ReadingAct("figures", "answers to a questionnaire"),
    "print_sheet_for": ReadingAct("sign_in", "codes of an officer"),
    "export_numbers": ReadingAct("figures", "figures"),
    "export_case_columns": ReadingAct("figures", "columns without names, by whoever runs the server"),
}

PERSONAL = frozenset(act for act, each in READING_ACTS.items() if not each.nobody)
OF_LISTS = frozenset({"read_roster", "print_roster", "read_rows_to_mend"})
"""Those that open many lines of a list at once."""


def purpose_of(act: str) -> str:
    found = READING_ACTS.get(act)
    return found.purpose if found else ""


def rows_in_words(rows: Iterable[int]) -> str:
    """Which lines of a list were shown, as a ledger line keeps it: `1-50,53`."""
    ordered = sorted(set(rows))
    starts = [
        row for row, before in zip(ordered, [None, *ordered], strict=False) if before is None or row != before + 1
    ]
    ends = [row for row, after in pairwise([*ordered, None]) if row is not None and row + 1 != after]
    return ",".join(
        str(first) if first == last else f"{first}-{last}" for first, last in zip(starts, ends, strict=True)
    )


def rows_of(words: str) -> frozenset[int]:
    found: set[int] = set()
    for part in filter(None, words.split(",")):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)
