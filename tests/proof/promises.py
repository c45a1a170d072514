"""The promises as they show in the records: each a function of what one move left, asked after every move of every story.

What they know of the rights they read from the posts, not from the tables that the acts themselves ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Model

from panoh.identification.models import Decision, Panel, PanelSeat, Refusal, SamePerson
from panoh.instruments import countries
from panoh.instruments.kinds.procedure import Means
from panoh.prevention.models import CallBack, Spending, Visit
from panoh.protection.models import Stay
from panoh.registry.actions.forgetting import sealed_models
from panoh.registry.asking import NO_END, Asked, Question
from panoh.registry.ledger import seal_of
from panoh.registry.ledger_lines import line_of
from panoh.registry.models import (
    Case,
    CaseClock,
    CaseStep,
    Consent,
    Disclosure,
    LedgerEntry,
    Officer,
    Person,
    PersonKey,
    SealedRecord,
    TrainedOnly,
)
from panoh.registry.queries import cases_for, may_take_step
from panoh.screening.models import RosterEntry
from panoh.screening.queries.lines import leads_to_lines
from tests.proof.stories import EVERYTHING, OF_SEVERAL_ACTS, Told
from tests.proof.world import Row

OF_ALL_CASES = {"intake_desk", "preliminary_decider"}
OF_THEIR_DESK = {"first_responder", "consular_officer", "case_manager"}
OF_WHAT_IS_SHOWN = {"advocate", "guardian", "service_provider", "migration_authority"}
DECIDERS = {"preliminary_decider", "formal_decider"}
HELP = ("record_need", "refer", "give", "record_service", "screen", "begin")
LINES = {"answer": "answer_referral"}
SEEN = Question(lambda viewer, _now: cases_for(viewer), "pk", most=NO_END)
BEFORE_A_RETURN = {"return_risk_assessed", "return_voluntary", "receiving_body_named"}


def a_refusal_says_why_and_what_to_do_and_leaves_nothing_but_a_line(told: Told) -> None:
    if told.refused is None:
        return
    changed = told.after.changed(told.before)
    assert not changed, f"refused, and yet changed: {', '.join(changed)}"
    assert told.refused.reason, "a refusal without its reason"
    assert told.refused.way_forward, "a refusal without a way forward"
    if told.act not in {"reads who it is", *OF_SEVERAL_ACTS}:  # a read is no act: what it may not open it does not open
        assert [line.act[-8:] for line in told.lines] == [".refused"], f"lines written: {_acts(told)}"
        assert told.lines[0].officer_id == told.by.pk
        assert told.lines[0].detail["refused"] == told.refused.code


def every_act_has_its_line(told: Told) -> None:
    changed = told.after.changed(told.before)
    if _opens_nothing(told):
        assert not told.lines, "a line says that a name was opened which is gone"
        return
    if told.done:
        assert told.lines, f"nothing in the ledger, changed: {', '.join(changed)}"
    if told.done and told.act not in OF_SEVERAL_ACTS:
        assert (told.lines[-1].officer_id, told.lines[-1].at) == (told.by.pk, told.at), "the line names another"
        own = EVERYTHING[told.act][0].__name__
        assert told.lines[-1].act == LINES.get(own, own), f"no line of its own: {_acts(told)}"


def _opens_nothing(told: Told) -> bool:
    """Of whoever declined, or was erased, there is no name to open."""
    if told.act != "reads who it is" or not told.done:
        return False
    case = told.after.one(Case, told.given["case"].pk)
    return case["state"] == Case.DECLINED or case["erased_at"] is not None


def the_ledger_is_whole(told: Told) -> None:
    """The lines of this move fit the one before; the chain from the first is walked at the end of the story."""
    if not told.lines:
        return
    previous = LedgerEntry.objects.get(seq=told.lines[0].seq - 1)
    for line in told.lines:
        assert line.seq == previous.seq + 1, f"after line {previous.seq} comes {line.seq}"
        assert line.seal == seal_of(previous.seal, line_of(line)), f"line {line.seq} does not fit the one before"
        previous = line


def nothing_is_lost(told: Told) -> None:
    """Records are added, ended and emptied, and never removed; keys by which one is found go with a name, and so does what was
    said of two records. What counts as which is written anew."""
    may_go = {"PersonKey", "RosterMatch", "SamePerson", "CountedAs"}
    for kind, rows in told.before.kinds.items():
        gone = rows.keys() - told.after.kinds[kind].keys()
        assert not gone or kind in may_go, f"{len(gone)} of {kind} are gone"
    left = told.after.kinds["SamePerson"]
    for pair in (row for row in told.before.of(SamePerson) if row["id"] not in left):
        people = [told.after.one(Person, pair[each]) for each in ("first_id", "second_id")]
        assert any(each["sealed"] is None for each in people), "a word on two records is gone, and nobody is forgotten"


def two_of_the_centre_hold_two_records_to_be_one(told: Told) -> None:
    roles = {officer.pk: officer.role for officer in told.world.officers().values()}
    for row in told.after.of(SamePerson):
        said = [row[each] for each in ("proposed_by_id", "decided_by_id", "undone_by_id")]
        assert {roles[each] for each in said if each} <= OF_ALL_CASES, "a word of another post on two records"
        assert row["decided_by_id"] != row["proposed_by_id"], "one officer said and decided it"


def a_negative_has_two_people(told: Told) -> None:
    negatives = [row for row in told.after.of(Decision) if row["outcome"] == "negative" and row["status"] == "final"]
    for row in negatives:
        assert row["signed_by_id"], "a negative decision in effect without a second signature"
        assert row["signed_by_id"] != row["proposed_by_id"], "one officer proposed and signed"
    decided = {(row["case_id"], row["stage"]) for row in negatives}
    for step in told.after.of(CaseStep):
        stage = {"find_no_reasonable_grounds": "preliminary", "not_identify": "formal"}.get(step["step"])
        assert stage is None or (step["case_id"], stage) in decided, "a negative state without a signed decision"


def who_decides_does_not_investigate(told: Told) -> None:
    roles = {officer.pk: officer.role for officer in told.world.officers().values()}
    for row in told.after.of(Decision):
        assert roles[row["proposed_by_id"]] in DECIDERS, f"{roles[row['proposed_by_id']]} decided"
        assert row["signed_by_id"] is None or roles[row["signed_by_id"]] in DECIDERS, "signed by no decider"
    procedure = countries.procedure(settings.COUNTRY)
    for step in _new(told, CaseStep):
        means = procedure.state(step["to_state"]).means
        enters = step["from_state"] != step["to_state"] and step["step"] not in {"resume", "open"}
        if enters and means in {Means.POSITIVE, Means.NEGATIVE}:
            assert roles[step["by_id"]] in DECIDERS, f"{roles[step['by_id']]} took {step['step']}"


def the_panel_decides_formally(told: Told) -> None:
    """Two members at least, of two agencies, none of whom said that they have a conflict or decided before in this case."""
    for row in _new(told, Decision):
        if row["stage"] != "formal":
            continue
        panel = next((each for each in told.after.of(Panel) if each["decision_id"] == row["id"]), None)
        assert panel is not None, "a formal decision without a panel"
        seats = [each for each in told.after.of(PanelSeat) if each["panel_id"] == panel["id"]]
        voted = {each["officer_id"]: each["agency_id"] for each in seats if each["voted_at"] is not None}
        assert len(voted) > 1, "a panel of one"
        assert len(set(voted.values())) > 1, "a panel of one agency"
        assert all(each["status"] == "sits" for each in seats if each["officer_id"] in voted), "voted, and does not sit"
        assert all(each["status"] != "sits" or each["voted_at"] for each in seats), "decided before everyone voted"
        before = [each for each in told.before.of(Decision) if each["case_id"] == row["case_id"]]
        decided = {who for each in before for who in (each["proposed_by_id"], each["signed_by_id"])}
        assert not decided & voted.keys(), "somebody decides a second time in one case"


def who_declined_is_forgotten(told: Told) -> None:
    if told.act != "records a refusal" or told.refused:
        return
    case = told.after.one(Case, told.given["case"].pk)
    was, person = told.before.one(Case, case["id"]), told.after.one(Person, case["person_id"])
    assert (person["sealed"], person["sealed_key"], person["born_from"], person["born_to"]) == (None,) * 4
    assert not [key for key in told.after.of(PersonKey) if key["person_id"] == case["person_id"]], "still to be found"
    assert was["track"] == "adult", "a child was declined"
    for model in sealed_models():
        about = model.ABOUT_CASE
        if about:
            left = model._default_manager.filter(**{about: case["id"]}).exclude(sealed=None)
            assert not left.exists(), f"words about the person are left in {model.__name__}"
    hers = {row["id"] for row in told.before.of(RosterEntry) if row["case_id"] == case["id"]}
    for line in told.after.of(RosterEntry):
        assert line["id"] not in hers or line["sealed"] is None, "a name is left on a list"
    for shown in told.after.of(Disclosure):
        open_still = shown["case_id"] == case["id"] and shown["ended_at"] is None
        assert not open_still or shown["purpose"] == "service", f"still shown for {shown['purpose']}"
    for consent in told.after.of(Consent):
        in_force = consent["case_id"] == case["id"] and consent["given"] and consent["withdrawn_at"] is None
        assert not in_force or consent["purpose"] == "service", f"consent to {consent['purpose']} still in force"


def an_emptied_line_is_named_by_nothing(told: Told) -> None:
    """Whatever leads to a line that names nobody any more and to no case: no words, no key, and nobody is asked about them."""
    emptied = [row["id"] for row in told.after.of(RosterEntry) if row["sealed_key"] is None]
    if not emptied:
        return
    for relation in leads_to_lines():
        model = relation.related_model
        if not issubclass(model, SealedRecord):
            continue
        rows = model._default_manager.filter(**{f"{relation.field.name}__in": emptied})
        rows = rows.filter(**{model.ABOUT_CASE: None}) if model.ABOUT_CASE else rows
        assert not rows.exclude(sealed=None, sealed_key=None).exists(), f"{model.__name__} names whose line was emptied"
        for name, value in model.FORGOTTEN_WITH.items():
            assert not rows.exclude(**{name: value}).exists(), f"{model.__name__} keeps {name} of an emptied line"
        ends = model.ENDS_FORGOTTEN
        assert ends is None or not rows.filter(ends.open).exists(), f"{model.__name__} waits for nobody"


def an_anonymous_record_stays_anonymous(told: Told) -> None:
    for row in told.after.of(Refusal):
        person = told.after.one(Person, told.after.one(Case, row["case_id"])["person_id"])
        assert person["sealed"] is None, "a declined person has a name again"


def a_child_is_not_asked_to_decline(told: Told) -> None:
    for step in _new(told, CaseStep):
        if step["to_state"] in {"declined_anonymous", "withdrawn"}:
            assert told.after.one(Case, step["case_id"])["track"] == "adult", f"a child went to {step['to_state']}"


def consent_withdrawn_shows_nothing(told: Told) -> None:
    consents = {row["id"]: row for row in told.after.of(Consent)}
    for shown in told.after.of(Disclosure):
        if shown["ended_at"] is not None:
            continue
        consent = consents.get(shown["consent_id"])
        if consent is not None:
            assert consent["withdrawn_at"] is None, "shown on a consent that was withdrawn"
            assert consent["case_id"] == shown["case_id"], "shown on the consent of somebody else"
        else:
            track = told.after.one(Case, shown["case_id"])["track"]
            assert track == "child", "an adult's case is shown without consent"


def the_latest_word_counts(told: Told) -> None:
    """No yes of an adult stands beside a later no to the same purpose; what was said about one desk alone is apart."""
    words = [row for row in told.after.of(Consent) if row["to_desk_id"] is None]
    for yes in words:
        if not yes["given"] or yes["withdrawn_at"] or told.after.one(Case, yes["case_id"])["track"] != "adult":
            continue
        same = (row for row in words if (row["case_id"], row["purpose"]) == (yes["case_id"], yes["purpose"]))
        later = [row for row in same if not row["given"] and row["giver"] == yes["giver"] and row["id"] > yes["id"]]
        assert not later, f"agrees to {yes['purpose']} although they said no later"


def a_clock_only_reminds(told: Told) -> None:
    """A case moves by a step that an officer took, and only so; and the clocks of a state run while it lasts."""
    steps = {(row["case_id"], row["to_state"]) for row in _new(told, CaseStep)}
    for row in told.after.of(Case):
        earlier = told.before.kinds["Case"].get(row["id"])
        if earlier is None or earlier["state"] != row["state"]:
            assert (row["id"], row["state"]) in steps, f"a case came to {row['state']} without a step"
    for clock in _new(told, CaseClock):
        assert clock["due_at"] >= clock["started_at"]
    procedure = countries.procedure(settings.COUNTRY)
    running = {(row["case_id"], row["clock"]) for row in told.after.of(CaseClock) if row["stopped_at"] is None}
    for step in _new(told, CaseStep):
        came = step["from_state"] != step["to_state"] == told.after.one(Case, step["case_id"])["state"]
        for clock in procedure.clocks_started_by(step["to_state"]) if came else ():
            if clock.for_whom == "anyone":
                assert (step["case_id"], clock.key) in running, f"{clock.key} does not run in {step['to_state']}"


def no_return_without_its_safeguards(told: Told) -> None:
    for step in _new(told, CaseStep):
        if step["to_state"] == "returned" and step["step"] != "resume":
            assert told.given["met"] >= BEFORE_A_RETURN, f"returned with no more than {sorted(told.given['met'])}"
            case = told.after.one(Case, step["case_id"])
            agreed = [
                row
                for row in told.after.of(Consent)
                if row["case_id"] == case["id"] and row["given"] and row["withdrawn_at"] is None
            ]
            assert any(row["purpose"] == "foreign" for row in agreed) or case["track"] == "child", "no consent"


def every_negative_can_be_reconsidered(told: Told) -> None:
    """At any time, a hundred days late as well; for a child with the guardian's word."""
    for row in told.after.of(Case):
        if row["state"] in {"preliminary_negative", "not_identified"}:
            case, asker = Case.objects.get(pk=row["id"]), told.world.officers()["parvina"]
            if row["track"] == "child" and not case.consents.filter(giver="guardian", withdrawn_at=None).exists():
                continue
            answered = may_take_step(case, "ask_for_reconsideration", by=asker, met=frozenset({"grounds_recorded"}))
            assert hasattr(answered, "to"), f"no way to reconsideration: {getattr(answered, 'reason', '')}"


def who_may_not_see_a_case_reads_nothing(told: Told) -> None:
    """Each move another officer looks at every case, and with them everybody to whom something was shown until a day that
    is over; and nobody opened a name whom the posts do not let."""
    for viewer in _who_look(told):
        expected = {row["id"] for row in told.after.of(Case) if _sees(viewer, row, told)}
        seen = {key for (key,) in SEEN.answers(Asked(viewer, told.at))}
        assert seen == expected, f"{viewer.role} sees other cases"
    if told.act == "reads who it is":
        case = told.after.one(Case, told.given["case"].pk)
        may = told.by.role != "formal_decider" and _sees(told.by, case, told)
        assert told.done == may, f"{told.by.role} {'opened' if told.done else 'could not open'} a name"


def a_bed_holds_one(told: Told) -> None:
    taken = [(row["place_id"], row["case_id"]) for row in told.after.of(Stay) if row["until_at"] is None]
    assert len({place for place, _ in taken}) == len(taken) == len({case for _, case in taken})


def a_number_to_call_is_gone_once_called(told: Told) -> None:
    for row in told.after.of(CallBack):
        assert row["called_at"] is None or (row["sealed"], row["sealed_key"]) == (None, None), "the number is kept"


def an_act_is_kept_for_the_trained_by_two_agencies(told: Told) -> None:
    agencies = {officer.pk: officer.desk.agency_id for officer in told.world.officers().values()}
    for row in told.after.of(TrainedOnly):
        adopted = row["adopted_by_id"]
        assert adopted is None or agencies[adopted] != agencies[row["proposed_by_id"]], "one agency kept it alone"
        assert not row["act"].startswith(HELP), f"{row['act']} is help, and waits for a certificate"


def what_was_spent_and_seen_stays(told: Told) -> None:
    """A spending is taken back and never rewritten, and a visit that was made or refused stays so."""
    for row in told.after.of(Spending):
        earlier = told.before.kinds["Spending"].get(row["id"])
        assert earlier is None or (earlier["amount"], earlier["on"]) == (row["amount"], row["on"]), "another amount"
    for row in told.after.of(Visit):
        earlier = told.before.kinds["Visit"].get(row["id"])
        assert earlier is None or earlier["status"] in {"planned", row["status"]}, f"was {earlier['status']} before"


def _who_look(told: Told) -> set[Officer]:
    officers = sorted(told.world.officers().values(), key=lambda each: each.pk)
    shown = (row for row in told.after.of(Disclosure) if row["ended_at"] is None and row["until_at"])
    over = {row["to_desk_id"] for row in shown if row["until_at"] <= told.at}
    anybody = officers[(len(told.lines) + told.by.pk + told.at.minute) % len(officers)]
    return {anybody, *(each for each in officers if each.desk.pk in over)}


def _sees(officer: Officer, case: Row, told: Told) -> bool:
    if officer.role in OF_ALL_CASES or officer.role == "formal_decider":
        return True
    if officer.role not in OF_THEIR_DESK | OF_WHAT_IS_SHOWN:
        return False
    shown = any(
        row["case_id"] == case["id"] and row["to_desk_id"] == officer.desk.pk
        for row in told.after.of(Disclosure)
        if row["ended_at"] is None and not row["to_answer"] and not (row["until_at"] and row["until_at"] <= told.at)
    )
    own = case["desk_id"] == officer.desk.pk or case["manager_id"] == officer.pk
    return shown or (own and officer.role in OF_THEIR_DESK)


def _new(told: Told, model: type[Model]) -> Iterator[Row]:
    earlier = told.before.kinds[model.__name__]
    return (row for key, row in told.after.kinds[model.__name__].items() if key not in earlier)


def _acts(told: Told) -> str:
    return ", ".join(line.act for line in told.lines)
