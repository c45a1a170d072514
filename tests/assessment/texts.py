"""Made-up narratives of two years for the tests of the review desk, recommendations and criteria. Nobody wrote them."""

from __future__ import annotations

from panoh.assessment import actions
from panoh.assessment.models import Fact, Narrative
from panoh.assessment.queries.facts import as_read
from panoh.assessment.rules.given import Values
from panoh.registry.models import Officer
from tests.cast import Cast
from tests.conftest import NOON

TEXT = (
    "TAJIKISTAN: Tier 2\n\n"
    "The government made efforts. However, the government did not meet the minimum standards in several key areas. "
    "It did not adopt procedures.\n\n"
    "PRIORITIZED RECOMMENDATIONS:\n"
    "Adopt procedures for identifying victims. • Train police to screen for signs of trafficking. • Fund shelters.\n\n"
    "PROTECTION\n"
    "Authorities identified 24 trafficking victims during the reporting period, compared with 53 in 2019. "
    "The government did not report the number of victims referred to services.\n"
)
EARLIER = (
    "TAJIKISTAN: Tier 2\n\nPRIORITIZED RECOMMENDATIONS:\n"
    "Adopt and fund written procedures for the identification of victims. • Raise wages of judges. • Print road maps.\n\n"
    "PROTECTION\nAuthorities identified 50 trafficking victims in 2019.\n"
)
SAME = {"country": "TJK", "report": 2021, "publisher": "US Department of State"}


def brought(by: Officer, text: str = TEXT, **more: object) -> Narrative:
    given = {**SAME, **more}
    return actions.bring_narrative(content=text.encode(), **given, by=by, at=NOON)  # type: ignore[arg-type]


def identified(narrative: Narrative, value: int = 24) -> Fact:
    return narrative.facts.get(measure="victims_identified", value=value)


def corrected(fact: Fact, **more: object) -> Values:
    return Values(**{**{name: getattr(as_read(fact), name) for name in Values.__dataclass_fields__}, **more})


def accepted(*facts: Fact, by: Officer) -> None:
    for fact in facts:
        actions.judge_fact(fact=fact, values=as_read(fact), by=by, at=NOON)


def read(cast: Cast) -> dict[str, object]:
    """Two years of one country for the access tables, by the names of their arguments."""
    later, earlier = brought(cast.alisher), brought(cast.alisher, EARLIER, report=2020)
    accepted(identified(later), by=cast.alisher)
    return {
        "narrative_id": later.pk,
        "fact_id": identified(later).pk,
        "recommendation_id": later.recommendations.get(kind="recommendation", number=1).pk,
        "earlier_id": earlier.recommendations.get(kind="recommendation", number=1).pk,
        "criterion_key": "c1",
        "owner_code": cast.alisher.post.code,
    }
