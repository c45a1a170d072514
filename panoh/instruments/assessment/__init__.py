"""What a country's response is measured against by others: the statute on tiers, and every placement known under it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

from panoh.instruments import library
from panoh.instruments.assessment.criteria_file import criteria_from
from panoh.instruments.assessment.questionnaire_file import questionnaire_from
from panoh.instruments.assessment.statute_file import statute_from
from panoh.instruments.assessment.tiers_file import history_from
from panoh.instruments.assessment.vocabulary_file import vocabulary_from
from panoh.instruments.kinds.criterion import Criteria
from panoh.instruments.kinds.questionnaire import Questionnaire
from panoh.instruments.kinds.source import Source
from panoh.instruments.kinds.source_file import hold_to_sources, sources_from
from panoh.instruments.kinds.statute import Statute
from panoh.instruments.kinds.tier import TierHistory
from panoh.instruments.kinds.vocabulary import Vocabulary
from panoh.instruments.reader import TextError, read
from panoh.instruments.statistics import definitions

_HERE = Path(__file__).parent


@lru_cache
def sources() -> Mapping[str, Source]:
    """The texts that may be cited here, by id: this folder's own and the shelf's."""
    listed = sources_from(read(_HERE / "sources.yaml", schema="sources"), library.sources(), name="sources.yaml")
    return MappingProxyType(listed)


@lru_cache
def statute() -> Statute:
    """The statute on tiers as dated provisions."""
    return read_statute(_HERE / "tvpa.yaml")


@lru_cache
def tier_history() -> TierHistory:
    """Every placement known, of every country."""
    return read_history(_HERE)


@lru_cache
def vocabulary() -> Vocabulary:
    """What a fact read from a narrative can be of."""
    return vocabulary_from(read(_HERE / "vocabulary.yaml", schema="vocabulary"))


@lru_cache
def criteria() -> Criteria:
    """The four minimum standards and the twelve criteria, with the evidence that can be drawn."""
    return read_criteria(_HERE / "criteria.yaml")


@lru_cache
def questionnaire() -> Questionnaire:
    """What the country is asked for the yearly report, item by item."""
    return read_questionnaire(_HERE / "questionnaire.yaml")


def read_questionnaire(path: Path) -> Questionnaire:
    """The items in the file at `path`; raises TextError for anything that does not fit together."""
    figures, standards = {each.id for each in definitions()}, {each.key for each in criteria()}
    value = read(path, schema="questionnaire")
    measures = vocabulary().measures
    built = questionnaire_from(value, name=path.name, figures=figures, standards=standards, measures=measures)
    hold_to_sources(built, sources(), name=path.name)
    return built


def read_criteria(path: Path) -> Criteria:
    """The standards and criteria in the file at `path`; raises TextError for anything that does not fit together."""
    figures = {each.id for each in definitions()}
    built = criteria_from(read(path, schema="criteria"), measures=vocabulary().measures, figures=figures)
    hold_to_sources(built, sources(), name=path.name)
    return built


def read_statute(path: Path) -> Statute:
    """The statute in the file at `path`. Raises TextError where two provisions of one key are in force on one day."""
    built = statute_from(read(path, schema="statute"))
    for one, other in combinations(built.provisions, 2):
        if one.key == other.key and (one.in_force(other.in_force_from) or other.in_force(one.in_force_from)):
            day = max(one.in_force_from, other.in_force_from)
            raise TextError(f"{path.name}: two provisions {one.key!r} are in force on {day}; end the earlier before it")
    hold_to_sources(built, sources(), name=path.name)
    return built


def read_history(folder: Path) -> TierHistory:
    """The history in the three files of `folder`. Raises TextError naming the file and the line or place of a mistake."""
    built = history_from(folder, sources())
    hold_to_sources([*built.waivers.values(), *built.complete.values()], sources(), name="tiers.yaml")
    return built
