"""Budget lines, what is allocated to them and what is spent of them, in their own currency. Another currency is another line."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from panoh.prevention.actions.training import PAYERS
from panoh.prevention.models import Allocation, BudgetLine, Campaign, Spending
from panoh.protection.rules.money import is_currency
from panoh.protection.rules.upkeep import FIRST_YEAR
from panoh.registry import access, ledger
from panoh.registry.acts import act
from panoh.registry.models import Desk, Officer, TrainingSession
from panoh.registry.references import new_reference
from panoh.registry.refusals import Conflict, NotPermitted, Refused


@act
def open_line(
    *, programme: str, year: int, payer: str, currency: str, title: str, by: Officer, at: datetime
) -> BudgetLine:
    """Kept by the officer's desk. Money of houses and services stands where these are recorded: nothing counts twice."""
    access.require(by, access.Act.KEEP_MONEY)
    if programme not in BudgetLine.Programme.values or payer not in PAYERS:
        raise Refused(
            _("There is no line of this kind: the programme or the payer is not in the list."),
            _(
                "Choose both from the lists. Money of a shelter is kept by its house, the cost of a service with the service."
            ),
        )
    in_reach = FIRST_YEAR <= year <= timezone.localdate(at).year + 1
    if not in_reach or not is_currency(currency) or not title.strip():
        raise Refused(
            _("The year, the currency or the name of the line cannot be."),
            _(
                "Take this year, one before or the next; a currency of three letters; and a few words that say what it is."
            ),
        )
    told = {"owner": by.desk, "programme": programme, "year": year, "payer": payer, "currency": currency}
    told |= {"title": title.strip()}
    if BudgetLine.objects.filter(**told).exists():
        raise Conflict(_("Your desk keeps this line already."), _("Open it, and add to it there."))
    line = BudgetLine.objects.create(reference=new_reference(), **told, opened_by=by, opened_at=at)
    ledger.write(act="open_line", by=by, at=at, subject=subject(line), programme=programme, year=year)
    return line


@act
def allocate(*, line: BudgetLine, amount: Decimal, on: date, document: str, by: Officer, at: datetime) -> Allocation:
    """So much the line holds from this day on, under a document. What it held before stays on record."""
    held = _held(line, by)
    if amount < 0 or on > timezone.localdate(at) or not document.strip():
        raise Refused(
            _("An allocation is no less than nothing, of a day that has come, under a document."),
            _("Correct the sum or the day, and write the document."),
            subject=subject(held),
        )
    made = Allocation.objects.create(
        line=held, amount=amount, on=on, document=document.strip(), recorded_by=by, recorded_at=at
    )
    ledger.write(act="allocate", by=by, at=at, subject=subject(held), amount=str(amount), on=on.isoformat())
    return made


@act
def record_spending(
    *,
    line: BudgetLine,
    amount: Decimal,
    on: date,
    words: str,
    provider: Desk | None = None,
    campaign: Campaign | None = None,
    session: TrainingSession | None = None,
    by: Officer,
    at: datetime,
) -> Spending:
    """In the line's currency, on a day of its year. 0 says: nothing was spent up to this day. More than was allocated is
    recorded as it is; the page shows it."""
    held = _held(line, by)
    if amount < 0 or on > timezone.localdate(at) or on.year != held.year:
        raise Refused(
            _("The sum is below nothing, or the day lies ahead or in another year than the line (%(year)s).")
            % {"year": held.year},
            _("Correct the sum or the day; for another year open a line of that year."),
            subject=subject(held),
        )
    if not words.strip() or (campaign is not None and session is not None):
        raise Refused(
            _("It is not said what it was spent for, or it is said to be for two things."),
            _("Write it in a few words, and choose a campaign or a session, not both."),
            subject=subject(held),
        )
    made = Spending.objects.create(
        line=held,
        amount=amount,
        on=on,
        words=words.strip(),
        provider=provider,
        campaign=campaign,
        session=session,
        recorded_by=by,
        recorded_at=at,
    )
    ledger.write(act="record_spending", by=by, at=at, subject=subject(held), amount=str(amount), on=on.isoformat())
    return made


@act
def take_back_spending(*, spending: Spending, because: str, by: Officer, at: datetime) -> Spending:
    """It was written down wrong: it counts no more, and stays to be read."""
    held = _held(spending.line, by)
    row = Spending.objects.get(pk=spending.pk)
    if row.taken_back_at is not None:
        raise Conflict(_("This was taken back already."), _("Nothing has to be done."), subject=subject(held))
    if not because.strip():
        raise Refused(_("It is not said why."), _("Write what was wrong with it."), subject=subject(held))
    row.taken_back_at, row.taken_back_because = at, because.strip()
    row.save(update_fields=["taken_back_at", "taken_back_because"])
    ledger.write(act="take_back_spending", by=by, at=at, subject=subject(held), spending=row.pk)
    return row


def subject(line: BudgetLine) -> str:
    """How the ledger names a budget line."""
    return f"budget_line:{line.pk}"


def _held(line: BudgetLine, by: Officer) -> BudgetLine:
    """Locked, and kept by the officer's own desk."""
    access.require(by, access.Act.KEEP_MONEY)
    held = BudgetLine.objects.select_for_update(no_key=True).get(pk=line.pk)
    if held.owner_id != by.desk.pk:
        raise NotPermitted(
            _("A budget line is kept by the desk that opened it."),
            _("Ask an officer of that desk."),
            subject=subject(held),
        )
    return held
