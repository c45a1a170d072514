"""Opening a criminal case and recording the stages it comes to, each with its day and articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.kinds.offence import Offence
from panoh.justice.actions.held import articles_read, held, not_ahead, refuse, subject
from panoh.justice.actions.judging import take_back_sentences
from panoh.justice.models import CriminalCase, CriminalStage, StageArticle
from panoh.justice.queries.cases import standing
from panoh.justice.rules.stages import Reached, may_follow
from panoh.registry import access, ledger, vault
from panoh.registry.acts import act
from panoh.registry.models import Officer
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, Refused

Stage = CriminalCase.Stage


@act
def open_criminal_case(
    *, on: date, articles: Sequence[str], region: str = "", file_number: str = "", by: Officer, at: datetime
) -> CriminalCase:
    """At the officer's own desk. `articles` as they stand in the file."""
    access.require(by, access.Act.KEEP_CRIMINAL_CASE)
    if region and region not in {each.code for each in countries.divisions(settings.COUNTRY)}:
        raise Refused(_("There is no such region."), _("Choose one from the list, or leave it empty."))
    made = CriminalCase(
        reference=new_reference(),
        region=region,
        desk=by.desk,
        stage=Stage.OPENED,
        stage_on=on,
        opened_at=at,
        opened_by=by,
    )
    not_ahead(on, timezone.localdate(at), made)
    found = articles_read(articles, on=on)
    vault.seal(made, {"file_number": file_number.strip()})
    made.save(force_insert=True)
    _reach(made, Stage.OPENED, on, found, by=by, at=at)
    ledger.write(act="open_criminal_case", by=by, at=at, subject=subject(made), articles=_keys(found))
    return made


@act
def record_stage(
    *,
    criminal_case: CriminalCase,
    stage: str,
    on: date,
    articles: Sequence[str] = (),
    because: str = "",
    by: Officer,
    at: datetime,
) -> CriminalStage:
    """`articles`: left out, they are those of the stage before, looked at again on this day. `because`: of a closing."""
    case = held(criminal_case, by)
    if stage not in Stage.values or (stage == Stage.CLOSED) is not (because in CriminalStage.Ended.values):
        raise Refused(
            _("A stage is one of the list, and a closing says why; no other stage does."),
            _("Choose the stage, and for a closed case the reason."),
            subject=subject(case),
        )
    before = standing(case)
    reached = [Reached(each.kind, each.on) for each in before]
    refuse(may_follow(reached, stage, on=on, today=timezone.localdate(at)), case)
    written = list(articles) or [_as_written(each) for each in before[-1].articles.all()]
    found = articles_read(written, on=on, about=subject(case))
    made = _reach(case, stage, on, found, because=because, by=by, at=at)
    ledger.write(act="record_stage", by=by, at=at, subject=subject(case), stage=stage, articles=_keys(found))
    return made


@act
def take_back_stage(*, stage: CriminalStage, by: Officer, at: datetime) -> CriminalStage:
    """Only the newest, and never the opening: what follows from it would hang in the air. It stays on record, and so do
    the sentences that rested on it, which stand no more; what they had replaced stands again."""
    case = held(stage.criminal_case, by)
    before = standing(case)
    if before[-1].pk != stage.pk or len(before) == 1:
        raise Conflict(
            _("Only the newest stage can be taken back, and not the opening."),
            _("Look at the criminal case again; what was opened by mistake is closed with its reason."),
            subject=subject(case),
        )
    CriminalStage.objects.filter(pk=stage.pk).update(taken_back_at=at, taken_back_by=by)
    _stand_at(case, before[-2])
    stage.refresh_from_db()
    fallen = take_back_sentences(case, before, at=at)
    ledger.write(act="take_back_stage", by=by, at=at, subject=subject(case), stage=stage.kind, sentences=fallen)
    return stage


def _reach(
    case: CriminalCase,
    kind: str,
    on: date,
    articles: Sequence[tuple[Offence, str]],
    *,
    because: str = "",
    by: Officer,
    at: datetime,
) -> CriminalStage:
    made = CriminalStage.objects.create(criminal_case=case, kind=kind, on=on, because=because, at=at, by=by)
    StageArticle.objects.bulk_create(
        StageArticle(stage=made, offence=offence.key, part=part, in_force=offence.in_force(on))
        for offence, part in articles
    )
    _stand_at(case, made)
    return made


def _stand_at(case: CriminalCase, stage: CriminalStage) -> None:
    CriminalCase.objects.filter(pk=case.pk).update(stage=stage.kind, stage_on=stage.on)


def _as_written(article: StageArticle) -> str:
    offence = countries.offences(settings.COUNTRY).offence(article.offence)
    book = countries.offences(settings.COUNTRY).book(offence.book)
    part = f" part {article.part}" if article.part else ""
    return f"{offence.article}{part} {book.called[0] if book.called else ''}".strip()


def _keys(found: Sequence[tuple[Offence, str]]) -> list[str]:
    return [offence.key for offence, _part in found]
