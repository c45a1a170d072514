"""The standards and criteria for one country and report: evidence, gaps with owners, and what people judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from panoh.assessment.models import EvidenceDocument, HandedGap, Judgement
from panoh.assessment.queries.answered import answered
from panoh.assessment.queries.narratives import country_name_of
from panoh.assessment.queries.series import accepted
from panoh.assessment.rules.documents import Document, when_of
from panoh.assessment.rules.evidence import Drawn, Gap, Have, Line, gaps, lines
from panoh.instruments import assessment, countries
from panoh.instruments.kinds.criterion import Criteria, Criterion, EvidenceAsked
from panoh.instruments.kinds.source import Source, Words
from panoh.instruments.statistics import definitions
from panoh.registry import access
from panoh.registry.models import Officer, ProcedureText
from panoh.registry.refusals import Refused
from panoh.registry.wording import day
from panoh.statistics.queries.editions import figure_as_it_stands, frozen_of
from panoh.statistics.queries.figures import records_from, today
from panoh.statistics.rules.periods import Period, PeriodKind


@dataclass(frozen=True)
class CriterionBlock:
    """One standard or criterion on its page. `judgements`: the newest of each person, all of them shown."""

    criterion: Criterion
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    judgements: tuple[Judgement, ...]

    @property
    def shown(self) -> int:
        return sum(each.have is Have.SHOWN for each in self.lines)

    @property
    def presumed(self) -> tuple[Line, ...]:
        return tuple(each for each in self.lines if each.presumed_not_done)


@dataclass(frozen=True)
class CriteriaPage:
    """`own`: this is the country of the installation, so that its own figures and procedure stand beside."""

    country: str
    name: Words
    report: int
    own: bool
    criteria: Criteria
    standards: tuple[CriterionBlock, ...]
    efforts: tuple[CriterionBlock, ...]
    sources: Mapping[str, Source]
    owners: Mapping[str, Words]
    handed: Mapping[tuple[str, str], HandedGap]
    may_judge: bool

    @property
    def blocks(self) -> tuple[CriterionBlock, ...]:
        return self.standards + self.efforts

    def block(self, key: str) -> CriterionBlock:
        found = next((each for each in self.blocks if each.criterion.key == key), None)
        if found is None:
            raise Refused(_("There is no such standard or criterion."), _("Choose one from the list."))
        return found

    def handed_to(self, post: int, criterion: str) -> bool:
        """Whether something missing of this criterion lies with the post."""
        return any(key == criterion and each.post_id == post for (key, _evidence), each in self.handed.items())

    @property
    def gaps_with_posts(self) -> tuple[tuple[Gap, Words, HandedGap | None], ...]:
        """The same, with the post each was handed to."""
        of = self.handed
        return tuple((gap, owner, of.get((gap.criterion.key, gap.line.asked.key))) for gap, owner in self.gaps)

    @property
    def gaps(self) -> tuple[tuple[Gap, Words], ...]:
        """Everything missing, with the name of the role that can bring it; presumptions first."""
        found = [gap for block in self.blocks for gap in block.gaps]
        found.sort(key=lambda gap: not gap.line.presumed_not_done)
        return tuple((gap, self.owners.get(gap.line.asked.owner, Words(gap.line.asked.owner))) for gap in found)

    @property
    def not_judged_met(self) -> tuple[CriterionBlock, ...]:
        """Standards that nobody, or not everybody who judged, found met. Tier 1 takes all four."""
        return tuple(
            block
            for block in self.standards
            if not block.judgements or any(each.judged != Judgement.Judged.MET for each in block.judgements)
        )


def criteria_for(viewer: Officer, *, country: str, report: int, now: datetime) -> CriteriaPage:
    access.require(viewer, access.Act.SEE_FIGURES)
    text, own = assessment.criteria(), country == countries.country(settings.COUNTRY).alpha3
    facts, drawn = accepted([country]), _drawn(country, report, own=own, now=now)
    judged = _judgements(country, report)

    def block(criterion: Criterion) -> CriterionBlock:
        found = lines(criterion, facts, drawn, report=report)
        return CriterionBlock(criterion, found, gaps(criterion, found), judged.get(criterion.key, ()))

    return CriteriaPage(
        country=country,
        name=country_name_of(country),
        report=report,
        own=own,
        criteria=text,
        standards=tuple(map(block, text.standards)),
        efforts=tuple(map(block, text.criteria)),
        sources=assessment.sources(),
        owners={each.key: each.name for each in countries.roles(settings.COUNTRY)},
        handed=_handed(country, report),
        may_judge=access.may(viewer, access.Act.KEEP_ASSESSMENT),
    )


def _handed(country: str, report: int) -> dict[tuple[str, str], HandedGap]:
    """What lies with a post and is not closed."""
    rows = HandedGap.objects.filter(country=country, report=report, open=True).select_related("post__desk__agency")
    return {(each.criterion, each.evidence): each for each in rows}


def handed_and_shown(country: str, measure: str = "") -> list[int]:
    """Of what of this country lies with a post, all or that of one measure: what is shown by now. Own figures only stand
    beside, and are not counted."""
    rows = HandedGap.objects.filter(country=country, open=True)
    handed = [(row, *asked) for row in rows if (asked := _asked(row)) and measure in {"", asked[1].measure}]
    if not handed:
        return []
    facts, own = accepted([country], measure), country == countries.country(settings.COUNTRY).alpha3
    done = []
    for report in {row.report for row, _criterion, _evidence in handed}:
        papers = _papers(country, report)
        drawn = Drawn({}, papers, _adopted(), answered(report)) if own else Drawn({}, papers)
        for row, criterion, evidence in handed:
            found = lines(criterion, facts, drawn, report=report) if row.report == report else ()
            done += [row.pk for each in found if each.asked == evidence and each.have is Have.SHOWN]
    return done


def _asked(row: HandedGap) -> tuple[Criterion, EvidenceAsked] | None:
    """None where the criteria ask for it no more."""
    criterion = assessment.criteria().find(row.criterion)
    found = [each for each in (criterion.evidence if criterion else ()) if each.key == row.evidence]
    return (criterion, found[0]) if criterion and found else None


def _papers(country: str, report: int) -> dict[str, tuple[Document, ...]]:
    papers: dict[str, tuple[Document, ...]] = {}
    for each in EvidenceDocument.objects.filter(country=country, report=report).select_related("by").order_by("pk"):
        key = f"{each.criterion}.{each.evidence}"
        when = when_of(each.on, report)
        named = Document(each.title, each.on, each.found_at, each.by.name, each.issuer, each.issued_by, when)
        papers[key] = (*papers.get(key, ()), named)
    return papers


def _drawn(country: str, report: int, *, own: bool, now: datetime) -> Drawn:
    """Our own figures are of the calendar year before the report: as they were frozen, else as far as counted by now."""
    papers = _papers(country, report)
    if not own:
        return Drawn({}, papers)
    since, on, year = records_from(), today(now), Period(PeriodKind.CALENDAR_YEAR, report - 1)
    kept = frozen_of(range(year.year - 1, year.year + 1))
    wanted = {asked.figure for each in assessment.criteria() for asked in each.evidence if asked.figure}
    figures = {
        each.id: (
            figure_as_it_stands(each, year, kept, since=since, on=on),
            figure_as_it_stands(each, year.before, kept, since=since, on=on),
        )
        for each in definitions()
        if each.id in wanted
    }
    return Drawn(figures, papers, _adopted(), answered(report))


def _adopted() -> str | None:
    """Under which document the procedure was adopted last; the one that came with the software was adopted by nobody."""
    adopted = ProcedureText.objects.filter(status=ProcedureText.Status.ADOPTED)
    text = adopted.order_by("-adopted_at", "-pk").first()
    return f"{text.document}, {day(text.document_on)}" if text and text.document_on else None


def _judgements(country: str, report: int) -> dict[str, tuple[Judgement, ...]]:
    newest = {
        (each.criterion, each.by_id): each
        for each in Judgement.objects.filter(country=country, report=report).select_related("by__post").order_by("pk")
    }
    found: dict[str, tuple[Judgement, ...]] = {}
    for (criterion, _person), each in newest.items():
        found[criterion] = (*found.get(criterion, ()), each)
    return found
