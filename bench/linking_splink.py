"""Splink on the file of the bench, as its documentation advises: names in Latin letters, term frequencies, EM training.

`python -m bench.linking_splink FILE OUT`: the pairs with their probability. Letters are put into Latin by ICU, as Splink
has no rule of its own for scripts. It reads the fields of the form apart, which Panoh does not.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

LATIN = "Any-Latin; Latin-ASCII; Lower; [^a-z ] Remove"
TEXTS = ("family", "given", "father")


def main(path: str, out: str) -> None:
    import pyarrow as pa
    from icu import Transliterator
    from splink import DuckDBAPI, Linker

    latin = Transliterator.createInstance(LATIN).transliterate
    with Path(path).open(encoding="utf-8", newline="") as lines:
        rows = [_row(row, latin) for row in csv.DictReader(lines)]
    database = DuckDBAPI()
    linker = Linker(database.register(pa.Table.from_pylist(rows)), _settings(), log_level=None)
    _train(linker)
    found = linker.inference.predict(threshold_match_probability=0.01).as_duckdbpyrelation()
    found.project("unique_id_l, unique_id_r, match_probability").write_csv(out, header=False)


def _row(row: dict[str, str], latin: object) -> dict[str, str | None]:
    made: dict[str, str | None] = {"unique_id": row["id"]}
    for column in TEXTS:
        made[column] = latin(row[column]).strip() or None  # type: ignore[operator]
    for column in ("sex", "birth_date", "nationality", "document", "place"):
        made[column] = row[column] or None
    made["family_given"] = f"{made['family']} {made['given']}"
    return made


def _settings() -> object:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("given", "family", forename_surname_concat_col_name="family_given"),
            cl.JaroWinklerAtThresholds("father", [0.92, 0.8]),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.DamerauLevenshteinAtThresholds("document", [1]),
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
            cl.ExactMatch("sex"),
            cl.ExactMatch("nationality").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("document"),
            block_on("birth_date"),
            block_on("family", "given"),
            block_on("substr(family, 1, 3)", "substr(given, 1, 3)", "substr(birth_date, 1, 4)"),
            block_on("substr(family, 1, 3)", "substr(given, 1, 3)", "place"),
        ],
        retain_matching_columns=False,
        unique_id_column_name="unique_id",
    )


def _train(linker: object) -> None:
    from splink import block_on

    training = linker.training  # type: ignore[attr-defined]
    training.estimate_probability_two_random_records_match(
        [block_on("document"), block_on("family", "given", "birth_date")], recall=0.5
    )
    training.estimate_u_using_random_sampling(max_pairs=1e7)
    for rule in (block_on("birth_date"), block_on("family", "given")):
        training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
