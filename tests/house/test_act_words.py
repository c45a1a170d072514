"""Every name an act has in the ledger is said in words, in three languages: what the code writes, and what it may refuse."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import panoh
from panoh.desk.act_words import ACT_WORDS, refused_name, words_of_act

HOUSE = Path(panoh.__file__).parent
WRITES = {"ledger.write", "write"}
BEFORE_ANY_ACT = {"open", "send"}
"""What is refused before an act begins: a page, and something sent (`registry.acts`)."""
NAMED_BY_CALLER = {
    "assessment/actions/facts.py": {"judge_fact", "settle_fact"},
    "exchange/release/own_cases.py": {"spend_privacy_budget"},
    "identification/actions/closing_signals.py": {
        "close_signal", "agree_to_close_signal", "keep_signal_open", "take_up_signal"
    },
    "identification/actions/same_person.py": {"propose_same_person", "decide_same_person", "undo_same_person"},
    "protection/actions/beds.py": {"change_place", "change_room", "close_place", "reopen_place"},
    "protection/actions/leaving.py": {"end_stay", "sign_departure", "refuse_departure"},
    "registry/actions/attachments/adding.py": {"add_attachment", "replace_attachment"},
    "registry/actions/attachments/removing.py": {"set_aside_attachment", "put_back_attachment", "remove_attachment"},
    "registry/actions/compartments/heads.py": {
        "agree_to_compartment", "review_compartment", "ask_out_of_compartment", "keep_in_compartment",
        "take_out_of_compartment",
    },
    "registry/actions/compartments/members.py": {
        "name_compartment_member", "name_compartment_head", "end_compartment_membership", "let_into_compartment"
    },
    "registry/actions/index_key.py": {"begin_index_key", "find_by_next"},
    "registry/actions/index_layers.py": {"begin_index_layer", "finish_index_layer"},
    "registry/acts.py": set(),
    "registry/ledger.py": {"turn_ledger_key"},
}  # fmt: skip
"""Where a line has the name its caller gives it, and which names these are."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(HOUSE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "write(" in text or "@act" in text:
            yield path.relative_to(HOUSE).as_posix(), ast.parse(text)


def names_written(tree: ast.Module) -> Iterator[tuple[set[str], bool]]:
    """Of each `ledger.write(act=…)`: the names it gives, and whether its caller gives it another."""
    for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
        given = next((each.value for each in call.keywords if each.arg == "act"), None)
        if ast.unparse(call.func) in WRITES and given is not None:
            said = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
            names = {each.value for each in said if isinstance(each, ast.Constant) and isinstance(each.value, str)}
            yield names, len(names) < len(said)


def functions_that_are_acts(tree: ast.Module) -> set[str]:
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    return {
        each.name for each in functions if any(ast.unparse(mark) in {"act", "acts.act"} for mark in each.decorator_list)
    }


TREES = dict(trees())
WRITTEN = {name for tree in TREES.values() for names, _ in names_written(tree) for name in names}
ACTS = {name for tree in TREES.values() for name in functions_that_are_acts(tree)}


def test_every_act_in_the_code_is_said_in_words_and_nothing_besides():
    named = WRITTEN | ACTS | BEFORE_ANY_ACT | {name for names in NAMED_BY_CALLER.values() for name in names}

    assert sorted(named - set(ACT_WORDS)) == []
    assert sorted(set(ACT_WORDS) - named) == []
    assert len(ACTS) > 300, "the search finds them"
    assert len(WRITTEN) > 350, "the search finds them"


def test_where_the_name_comes_from_elsewhere_the_names_are_listed_and_stand_in_that_file():
    open_ended = {path for path, tree in TREES.items() if any(elsewhere for _, elsewhere in names_written(tree))}

    assert open_ended == set(NAMED_BY_CALLER)
    for path in open_ended - {"registry/ledger.py"}:
        text = (HOUSE / path).read_text(encoding="utf-8")
        assert all(f'"{name}"' in text for name in NAMED_BY_CALLER[path]), path


def test_each_stands_in_three_languages_and_is_no_machine_word():
    for name, words in ACT_WORDS.items():
        assert all((words.en, words.ru, words.tg)), name
        assert not re.search(r"[a-z]_[a-z]", words.en), name
        assert re.match("[А-Я]", words.ru), name
        assert re.match("[А-ЯҒӢҚӮҲҶ]", words.tg), name


def test_a_refusal_says_what_was_refused_and_no_two_are_cut_to_one_name():
    assert words_of_act("register_person.refused").en == "Refused: a person is put on record"
    assert words_of_act("meet_abroad.refused").ru == "Отказано: консульство встретило нового человека"
    assert words_of_act("open.refused").en == "Refused: opening a page"
    assert len({refused_name(name) for name in ACT_WORDS}) == len(ACT_WORDS)


def test_a_name_of_an_older_panoh_stands_as_it_is():
    assert words_of_act("gone_act").in_language("ru") == "gone_act"
