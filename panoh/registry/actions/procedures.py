"""Carrying a draft of the procedure from being put up, through consultation, to adoption by two agencies."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.instruments import countries
from panoh.instruments.reader import TextError
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Agency, Officer, ProcedureComment, ProcedureText, WorkingGroup
from panoh.registry.queries.procedures import read_text, what_hinders
from panoh.registry.refusals import Conflict, OutOfOrder, Refused
from panoh.registry.wording import spoken

Status = ProcedureText.Status
MOST = 400_000
"""Characters in the text of a procedure; the house's own has a tenth of that."""


def keep_house_text(*, at: datetime) -> ProcedureText:
    """Keep the text that came with the software, so that a later release finds what earlier cases run under."""
    version = countries.procedure(settings.COUNTRY).version
    kept = ProcedureText.objects.exclude(status=Status.SET_ASIDE).filter(version=version).first()
    text = countries.procedure_text(settings.COUNTRY)
    return kept or ProcedureText.objects.create(version=version, content=text, status=Status.HOUSE, put_up_at=at)


@act
def put_up_procedure(*, content: str, by: Officer, at: datetime) -> ProcedureText:
    """Put up a draft, as the text of a file, for everyone to read. One that breaks a promise can be discussed."""
    access.require(by, access.Act.CARRY_PROCEDURE)
    if len(content) > MOST:
        raise Refused(_("The text is too long for a procedure."), _("Send one procedure file, in YAML."))
    try:
        draft = read_text(content)
    except TextError as error:
        raise Refused(spoken(error.said), _("Mend this place in the file and put it up again.")) from error
    if ProcedureText.objects.exclude(status=Status.SET_ASIDE).filter(version=draft.version).exists():
        reason = _("There is a text of version %(version)s already.") % {"version": draft.version}
        raise Refused(reason, _("Give the draft another version, or set the earlier draft aside first."))
    kept = ProcedureText.objects.create(
        version=draft.version, content=content, status=Status.DRAFT, put_up_by=by, put_up_at=at
    )
    ledger.write(act="put_up_procedure", by=by, at=at, subject=_subject(kept), version=kept.version)
    return kept


@act
def convene_group(
    *, text: ProcedureText, name: str, agencies: list[Agency], until: date, by: Officer, at: datetime
) -> WorkingGroup:
    """Ask agencies to read a draft and say what they think of it until a day."""
    access.require(by, access.Act.CARRY_PROCEDURE)
    _in_consultation(_locked(text))
    if not name.strip() or not agencies or until < timezone.localdate(at):
        raise Refused(
            _("A working group has a name, at least one agency, and a day that is still to come."),
            _("Fill in what is missing."),
            subject=_subject(text),
        )
    group = WorkingGroup.objects.create(text=text, name=name.strip(), until=until, convened_by=by, convened_at=at)
    group.agencies.set(agencies)
    codes = sorted(each.code for each in agencies)
    ledger.write(act="convene_group", by=by, at=at, subject=_subject(text), agencies=codes, until=until.isoformat())
    return group


@act
def comment_on_procedure(
    *, text: ProcedureText, words: str, step: str = "", by: Officer, at: datetime
) -> ProcedureComment:
    """Say something of a draft for one's agency, on one step or on the whole."""
    access.require(by, access.Act.COMMENT_PROCEDURE)
    _in_consultation(_locked(text))
    if not words.strip():
        raise Refused(_("The comment is empty."), _("Write what should change, and why."), subject=_subject(text))
    if step and step not in {each.key for each in read_text(text.content).steps}:
        reason = _("There is no step “%(step)s” in this draft.") % {"step": step}
        raise Refused(reason, _("Choose a step of the draft, or none for the whole of it."), subject=_subject(text))
    made = ProcedureComment.objects.create(text=text, step=step, words=words.strip(), by=by, at=at)
    ledger.write(act="comment_on_procedure", by=by, at=at, subject=_subject(text), step=step, comment=made.pk)
    return made


@act
def answer_comment(
    *, comment: ProcedureComment, taken_up: bool, answer: str, by: Officer, at: datetime
) -> ProcedureComment:
    """Say what became of a comment, and why. Once."""
    access.require(by, access.Act.CARRY_PROCEDURE)
    held = ProcedureComment.objects.select_for_update(no_key=True).select_related("text").get(pk=comment.pk)
    if held.answered:
        raise Conflict(_("A colleague answered this comment meanwhile."), _("Read their answer."), both=held)
    if not answer.strip():
        raise Refused(
            _("An answer says why."), _("Write what becomes of the comment and why."), subject=_subject(held.text)
        )
    held.answered = held.Answered.TAKEN_UP if taken_up else held.Answered.NOT_TAKEN_UP
    held.answer, held.answered_by, held.answered_at = answer.strip(), by, at
    held.save(update_fields=["answered", "answer", "answered_by", "answered_at"])
    ledger.write(
        act="answer_comment", by=by, at=at, subject=_subject(held.text), comment=held.pk, answered=held.answered
    )
    return held


@act
def propose_adoption(
    *, text: ProcedureText, document: str, document_on: date, by: Officer, at: datetime
) -> ProcedureText:
    """One officer of an agency that may adopt says: this draft, under this document. It waits for another agency."""
    access.require(by, access.Act.ADOPT_PROCEDURE)
    held = _locked(text)
    _may_be_adopted(held, at=at)
    if not document.strip() or document_on > timezone.localdate(at):
        raise Refused(
            _("A procedure is adopted under a document that exists: its title or number, and its day."),
            _("Write the document, and a day that is not in the future."),
            subject=_subject(held),
        )
    held.document, held.document_on, held.proposed_by, held.proposed_at = document.strip(), document_on, by, at
    held.save(update_fields=["document", "document_on", "proposed_by", "proposed_at"])
    ledger.write(act="propose_adoption", by=by, at=at, subject=_subject(held), version=held.version)
    return held


@act
def adopt_procedure(*, text: ProcedureText, by: Officer, at: datetime) -> ProcedureText:
    """A second officer, of another agency, adopts what the first proposed. New cases run under it from now on."""
    access.require(by, access.Act.ADOPT_PROCEDURE)
    held = _locked(text)
    _may_be_adopted(held, at=at)
    if held.proposed_by is None:
        raise OutOfOrder(
            _("Nobody has proposed to adopt this draft yet."),
            _("Propose it with its document; an officer of another agency then adopts it."),
            subject=_subject(held),
        )
    if held.proposed_by.desk.agency_id == by.desk.agency_id:
        raise Refused(
            _("Adoption takes two agencies, and your agency proposed it."),
            _("Ask an officer of another agency that may adopt."),
            subject=_subject(held),
        )
    held.status, held.adopted_by, held.adopted_at = Status.ADOPTED, by, at
    held.save(update_fields=["status", "adopted_by", "adopted_at"])
    ledger.write(act="adopt_procedure", by=by, at=at, subject=_subject(held), version=held.version)
    return held


@act
def set_procedure_aside(*, text: ProcedureText, because: str, by: Officer, at: datetime) -> ProcedureText:
    """A draft that goes no further. It stays to be read, with what was said of it."""
    access.require(by, access.Act.CARRY_PROCEDURE)
    held = _locked(text)
    _in_consultation(held)
    if not because.strip():
        raise Refused(
            _("It is not said why."), _("Write in a few words why it goes no further."), subject=_subject(held)
        )
    held.status, held.set_aside_because = Status.SET_ASIDE, because.strip()
    held.save(update_fields=["status", "set_aside_because"])
    ledger.write(act="set_procedure_aside", by=by, at=at, subject=_subject(held), version=held.version)
    return held


def _locked(text: ProcedureText) -> ProcedureText:
    """Two may adopt, or set aside, at once: the second waits here and then sees what the first did."""
    return ProcedureText.objects.select_for_update(no_key=True).get(pk=text.pk)


def _in_consultation(text: ProcedureText) -> None:
    if text.status != Status.DRAFT:
        raise OutOfOrder(
            _("This text is no draft in consultation any more."),
            _("Open the list of texts to see where it stands; another draft can be put up."),
            subject=_subject(text),
        )


def _may_be_adopted(text: ProcedureText, *, at: datetime) -> None:
    _in_consultation(text)
    for hindrance in what_hinders(text, on=timezone.localdate(at)):
        raise OutOfOrder(spoken(hindrance.reason), spoken(hindrance.way_forward), subject=_subject(text))


def _subject(text: ProcedureText) -> str:
    """How the ledger names a text."""
    return f"procedure:{text.pk}"
