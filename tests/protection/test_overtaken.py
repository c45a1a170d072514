"""An older page never puts its words in the place of a colleague's: it is refused with both versions, and may be sent again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from panoh.protection import actions
from panoh.protection.actions.interests import Assessed
from panoh.protection.forms import RiskForm
from panoh.protection.models import RiskAssessment
from panoh.protection.queries.interests import newest_interests
from panoh.protection.queries.returns import mark_of_return
from panoh.registry.models import BestInterests, Case, Officer
from panoh.registry.overtaken import unless_overtaken
from panoh.registry.pages import written_after
from panoh.registry.refusals import Conflict, Refused
from tests.protection.returns import CALM, WISH, given, prepared

pytestmark = pytest.mark.django_db
SOON = (date.today() + timedelta(days=1)).isoformat()
MINE, THEIRS = "what I typed", "what a colleague wrote"


@dataclass(frozen=True)
class Standing:
    """A page with one form, its operation, what is typed there, and a colleague who writes first."""

    page: str
    path: str
    typed: dict[str, Any]
    sent: dict[str, Any]
    colleague: Callable[[], object]
    stands: Callable[[], object]
    """What is written over now, as the caller reads it."""
    done: tuple[int, int] = (302, 201)


@pytest.fixture
def managed(someone, cast) -> Case:
    case = someone()
    Case.objects.filter(pk=case.pk).update(state="identified", manager=cast.parvina)
    case.refresh_from_db()
    return case


def of_risk(case: Case, by: Officer, now) -> Standing:
    typed = {"level": "serious", "danger": MINE, "own_view": "", "review_on": SOON}
    theirs = {**typed, "danger": THEIRS, "level": "immediate", "review_on": now.date()}
    return Standing(
        reverse("protection:safety", args=[case.pk]),
        f"cases/{case.pk}/risk",
        typed,
        typed,
        lambda: actions.assess_risk(case=case, **theirs, after=None, by=by, at=now),
        lambda: RiskAssessment.objects.filter(replaced_at=None).values_list("pk", flat=True).first(),
    )


def of_interests(case: Case, by: Officer, now) -> Standing:
    Case.objects.filter(pk=case.pk).update(track="child")
    case.refresh_from_db()
    ahead = now.date() + timedelta(days=60)
    words = {"present": "all", "views": MINE, "options": "two", "reasons": "safe"}
    said = Assessed("care", **words, goes_ahead=False, guardian_present=True, review_on=ahead)
    sent = {**asdict(said), "review_on": SOON}
    return Standing(
        reverse("protection:interests", args=[case.pk]),
        f"cases/{case.pk}/interests",
        {**sent, "goes_ahead": "no"},
        sent,
        lambda: actions.assess_interests(case=case, given=replace(said, views=THEIRS), after=None, by=by, at=now),
        lambda: newest_interests(case),
    )


def on_return(name: str, typed: dict[str, Any], sent: dict[str, Any] | None = None, done: int = 204):
    """`name`: of the page; the colleague sends the person elsewhere meanwhile."""

    def of(case: Case, by: Officer, now) -> Standing:
        row = prepared(case, by=by, at=now)
        elsewhere = replace(given(now, to="RU"), where=THEIRS)
        return Standing(
            reverse(f"protection:{name}", args=[row.pk]),
            f"returns/{row.pk}/{name.removeprefix('return_').replace('change_return', 'plan')}",
            typed,
            sent or typed,
            lambda: actions.change_return(of_return=row, given=elsewhere, after=mark_of_return(row), by=by, at=now),
            lambda: mark_of_return(type(row).objects.get(pk=row.pk)),
            (302, done),
        )

    return of


PLAN = {"to_country": "UZ", "planned_on": SOON, "where": MINE, "document": "asked", "escort": "not_needed"}
ON_RETURN = {
    "the plan of a return": on_return("change_return", PLAN),
    "the risks of a return": on_return(
        "return_risk",
        {**CALM, "conclusion": "safe", "danger": MINE},
        {"answers": CALM, "conclusion": "safe", "danger": MINE},
        201,
    ),
    "the wish to return": on_return(
        "return_wish",
        {**WISH, "wished": "yes", "told_free": "on", "words": MINE},
        {**WISH, "words": MINE},
        201,
    ),
    "who receives": on_return("return_receiver", {"body": "Sisters", "agreed_with": MINE}),
}


ALL = {"the danger": of_risk, "best interests": of_interests, **ON_RETURN}


@pytest.mark.parametrize("what", ALL)
def test_an_older_page_is_refused_with_both_versions_and_nothing_typed_is_lost(what, managed, cast, client, now):
    client.force_login(cast.parvina)
    it = ALL[what](managed, cast.parvina, now)
    seen = client.get(it.page).context["form"]["after"].value()
    it.colleague()

    stale = client.post(it.page, {**it.typed, "after": seen or ""})

    assert stale.status_code == 409
    shown = stale.content.decode()
    assert MINE in shown
    assert THEIRS in shown
    fresh = stale.context["form"]["after"].value()
    assert fresh == str(it.stands())
    assert client.post(it.page, {**it.typed, "after": fresh}).status_code == it.done[0]


@pytest.mark.parametrize("what", ALL)
def test_so_is_an_older_call(what, managed, cast, client, now):
    client.force_login(cast.parvina)
    it = ALL[what](managed, cast.parvina, now)
    seen = it.stands()
    it.colleague()

    def call(after: object) -> int:
        body = {**it.sent, "after": after and str(after)}
        return client.post(f"/api/protection/{it.path}", body, content_type="application/json").status_code

    assert call(seen) == 409
    assert call(it.stands()) == it.done[1]


@pytest.mark.parametrize("what", ["the danger", "best interests"])
def test_another_fault_of_an_older_page_does_not_hide_that_a_colleague_was_first(what, managed, cast, client, now):
    client.force_login(cast.parvina)
    it = ALL[what](managed, cast.parvina, now)
    seen = client.get(it.page).context["form"]["after"].value()
    it.colleague()
    stands, over = it.stands(), {"review_on": (date.today() - timedelta(days=1)).isoformat()}

    stale = client.post(it.page, {**it.typed, **over, "after": seen or ""})

    assert stale.status_code == 409
    assert THEIRS in stale.content.decode()
    fault = client.post(it.page, {**it.typed, **over, "after": str(stands)})
    assert (fault.status_code, fault.context["form"]["after"].value()) == (422, str(stands))
    assert it.stands() == stands


def test_the_mark_is_renewed_by_a_conflict_alone():
    def sent(refusal: Refused | None) -> str:
        form = RiskForm({"after": "what the page showed"})
        written_after(form, "what a colleague wrote since", refusal)
        return form["after"].value()

    assert sent(Refused("The day is over.")) == sent(None) == "what the page showed"
    assert sent(Conflict("Somebody was first.")) == "what a colleague wrote since"


def test_another_question_of_a_childs_interests_is_read_first_too(managed, cast, now):
    it = of_interests(managed, cast.parvina, now)
    it.colleague()
    other = Assessed("close", "all", "I want", "two", "safe", True, True, now.date() + timedelta(days=60))

    with pytest.raises(Conflict):
        actions.assess_interests(case=managed, given=other, after=None, by=cast.parvina, at=now)

    assert BestInterests.objects.count() == 1


@pytest.mark.parametrize(("after", "stands"), [(None, None), ("", None), ("a", "a")])
def test_what_was_seen_and_stands_goes_through(after, stands):
    unless_overtaken(after, stands, subject="case:1")


@pytest.mark.parametrize(("after", "stands"), [(None, "a"), ("a", None), ("a", "b")])
def test_what_was_not_seen_is_a_conflict(after, stands):
    with pytest.raises(Conflict, match="since you opened it"):
        unless_overtaken(after, stands, subject="case:1")
