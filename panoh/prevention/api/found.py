"""What interviews amount to, as the API gives it: by question and by group, never one by one."""

from __future__ import annotations

from ninja import Schema

from panoh.prevention.queries.findings import Found, Line


class EstimateOut(Schema):
    """Parts of one. `assumed`: how sites differ could not be seen, and was taken."""

    share: float
    low: float
    high: float
    answered: int
    sites: int
    effect: float
    assumed: bool


class TallyOut(Schema):
    """`question`: its key, or signs. Unknown is an answer of its own. `estimate`: of a sample only."""

    question: str
    words: str
    yes: int
    no: int
    unknown: int
    estimate: EstimateOut | None

    @classmethod
    def of(cls, line: Line) -> TallyOut:
        tally, estimate = line.tally, line.estimate
        return cls(
            question=tally.question,
            words=line.words,
            yes=tally.yes,
            no=tally.no,
            unknown=tally.unknown,
            estimate=EstimateOut.from_orm(estimate) if estimate else None,
        )


class SaidInGroupOut(Schema):
    by: str
    group: str
    people: int
    signs_yes: int
    signs_no: int


class SaidAtSitesOut(Schema):
    """Groups of fewer than ten stand together with others, or are left out."""

    people: int
    provisional: bool
    tallies: list[TallyOut]
    groups: list[SaidInGroupOut]

    @classmethod
    def of(cls, found: Found) -> SaidAtSitesOut:
        return cls(
            people=found.people,
            provisional=found.provisional,
            tallies=[TallyOut.of(each) for each in found.lines],
            groups=[
                SaidInGroupOut(
                    by=heading, group=each.name, people=each.people, signs_yes=each.signs.yes, signs_no=each.signs.no
                )
                for heading, groups in found.breakdowns
                for each in groups
            ],
        )
