"""Who gets in where: every address of the house × every member of the cast, and what names someone shows nowhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import PARTS
from tests.house.addresses import Operation, address, named_routes, operations
from tests.house.conftest import BESIDE
from tests.journeys import ways

pytestmark = pytest.mark.django_db

EVERYBODY = (*PARTS, *BESIDE)

EVERYONE = " ".join(EVERYBODY)
NOT_THE_ADMINISTRATOR = EVERYONE.replace("safar ", "")
FRONT = "zarina behruz"
CENTRE = "nigina davlat gulnora"
COMMISSION = "rustam malika"
SHELTER = "shahlo farzona"
ASKED = "oisha komil timur"

OPEN_TO_ALL = {
    "sign_in",
    "sign_in_demo",
    "sign_out",
    "leave",
    "first_administrator",
    "invitation",
    "health",
    "ready",
    "set_language",
    "screening:worker",
}
"""Asks for no sign-in: the doors themselves. What each lets through is tested in tests/desk."""

PAGES: dict[str, str] = {
    # across stages
    "my_work": EVERYONE,
    "waiting": EVERYONE,
    "find": EVERYONE,
    "case": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "case_paper": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "close_case": "",  # nobody manages her case yet
    "ask_consent": f"zarina nigina {SHELTER}",
    "contact_rules": f"zarina nigina {SHELTER}",
    "attachments": f"zarina {CENTRE} {COMMISSION} {SHELTER}",
    "attach": f"zarina nigina {SHELTER}",
    "attachment": f"zarina {CENTRE} {COMMISSION} {SHELTER}",
    "replace_attachment": f"zarina nigina {SHELTER}",
    "set_aside_attachment": "zarina nigina",
    "posts": "safar",
    "add_officer": "safar",
    "post_mail": "safar",
    "ledger": "firuza",
    "readers": "firuza",
    "unusual_readings": "firuza",
    "look_into": "firuza",
    "emergency": f"{FRONT} parvina timur {SHELTER}",
    "review_emergency": "firuza",
    # screening
    "screening:home": f"{FRONT} nigina parvina timur",
    "screening:begin": f"{FRONT} nigina parvina timur",
    "screening:again": "zarina nigina",
    "screening:go_on": "zarina nigina",
    "screening:safety": "zarina nigina",
    "screening:conditions": "zarina nigina",
    "screening:agreement": "zarina nigina",
    "screening:explanation": "zarina nigina",
    "screening:pause": "zarina nigina",
    "screening:paused": "zarina nigina",
    "screening:offline": f"{FRONT} nigina parvina timur",
    "screening:decline": "zarina nigina",
    "screening:declined": "zarina nigina",
    "screening:person": "zarina nigina",
    "screening:instrument": "zarina nigina",
    "screening:questions": "zarina nigina",
    "screening:what_else": "zarina nigina",
    "screening:words": "zarina nigina",
    "screening:check": "zarina nigina",
    "screening:finding": f"zarina {CENTRE} {COMMISSION}",
    "screening:instruments": NOT_THE_ADMINISTRATOR,
    "screening:one_instrument": NOT_THE_ADMINISTRATOR,
    "screening:meaning": NOT_THE_ADMINISTRATOR,
    "screening:hold": f"{CENTRE} {COMMISSION}",
    "screening:paper": f"zarina {CENTRE} {COMMISSION}",
    "screening:findings": f"zarina {CENTRE} {COMMISSION}",
    "screening:plan_second_look": "zarina nigina",
    "screening:second_look": "zarina nigina",
    "screening:operations": f"{FRONT} nigina timur",
    "screening:new_operation": f"{FRONT} nigina timur",
    "screening:operation": "zarina nigina",
    "screening:begin_for": "zarina nigina",
    "screening:to_see_again": f"{FRONT} nigina timur",
    "screening:period": f"{FRONT} nigina timur",
    "screening:period_csv": f"{FRONT} nigina timur",
    "screening:operation_now": "zarina nigina",
    "screening:operation_numbers": "zarina nigina",
    "screening:operation_csv": "zarina nigina",
    "screening:sheet": "zarina nigina",
    "screening:add_person": "zarina nigina",
    "screening:close_operation": "zarina nigina",
    "screening:offer_hand_over": "zarina nigina",
    "screening:hand_over": "zarina nigina",
    "screening:line": "zarina nigina",
    "screening:matches": f"{FRONT} nigina timur",
    "screening:compare": "nigina",
    # files in and out
    "exchange:send": "zarina nigina",
    "exchange:list": "zarina",
    "exchange:columns": "zarina",
    "exchange:to_mend": "zarina",
    "exchange:to_mend_workbook": "zarina",
    "exchange:template": f"{FRONT} nigina timur",
    # identification
    "identification:home": f"mavzuna {FRONT} {CENTRE} {COMMISSION} {SHELTER} parvina {ASKED}",
    "identification:procedure": EVERYONE,
    "identification:calendar": EVERYONE,
    "identification:texts": EVERYONE,
    "identification:text": EVERYONE,
    "identification:case": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "identification:lodge": "zarina nigina",
    "identification:refusal": "zarina nigina",
    "identification:take_in": "nigina",
    "identification:appoint_guardian": "",  # she is an adult
    "identification:end_guardianship": "",
    "identification:manager": "nigina",
    "identification:decide": f"davlat gulnora {COMMISSION}",
    "identification:proposal": f"davlat gulnora {COMMISSION}",
    "identification:open_formal": COMMISSION,
    "identification:panel": COMMISSION,
    "identification:pause": "zarina nigina",
    "identification:resume": "zarina nigina",
    "identification:withdraw": "zarina nigina",
    "identification:come_back": "zarina nigina",
    "identification:eighteen": "zarina nigina",
    "identification:move_deadline": f"{CENTRE} {COMMISSION}",
    "identification:apply": f"mavzuna zarina nigina {SHELTER}",
    "identification:signals": f"{FRONT} nigina parvina timur",
    "identification:signal": "zarina nigina",
    "identification:tell": f"zarina nigina {SHELTER}",
    "identification:reconsider": f"mavzuna zarina {SHELTER}",
    "identification:decision_paper": f"zarina {CENTRE} {COMMISSION}",
    "identification:certificate": f"zarina {CENTRE}",
    "identification:reasons": f"zarina {CENTRE} {COMMISSION}",
    "identification:retention": "nigina firuza",
    "identification:keep_names": "nigina firuza",
    "identification:ask_to_erase": "nigina firuza",
    # referral
    "referral:home": EVERYONE,
    "referral:desk": f"mavzuna {FRONT} {SHELTER} parvina {ASKED}",
    "referral:record_need": f"zarina {CENTRE} {SHELTER}",
    "referral:assess": f"zarina {CENTRE} {SHELTER}",
    "referral:assessments": f"zarina {CENTRE} {SHELTER}",
    "referral:need": f"zarina {CENTRE}",
    "referral:referral": SHELTER,
    "referral:closing": SHELTER,
    "referral:report": SHELTER,
    # protection
    "protection:home": SHELTER,
    "protection:places": SHELTER,
    "protection:add_places": SHELTER,
    "protection:change_place": SHELTER,
    "protection:close_place": SHELTER,
    "protection:change_room": SHELTER,
    "protection:turns": SHELTER,
    "protection:offered": "zarina",
    "protection:residents": SHELTER,
    "protection:staff": SHELTER,
    "protection:budget": SHELTER,
    "protection:nights": SHELTER,
    "protection:open_shelter": SHELTER,
    "protection:give": SHELTER,
    "protection:end_stay": SHELTER,
    "protection:move_wish": SHELTER,
    "protection:departure": SHELTER,
    "protection:ask_again": SHELTER,
    "protection:arrival": SHELTER,
    "protection:things": SHELTER,
    "protection:follow_up": "",  # nobody has left yet
    "protection:service": f"zarina {SHELTER}",
    "protection:plan": SHELTER,
    "protection:interests": "",
    "protection:safety": f"zarina nigina {SHELTER}",
    "protection:measure": f"zarina nigina {SHELTER}",
    "protection:advocate": f"zarina nigina {SHELTER}",
    "protection:advocacy": "mavzuna",
    "protection:advocate_reasons": "",  # nothing is in effect yet
    "protection:charges": f"zarina {CENTRE} {SHELTER}",
    "protection:answer_charge": "nigina",
    "protection:goal": SHELTER,
    "protection:close_goal": SHELTER,
    "protection:review_plan": SHELTER,
    "protection:end_plan": SHELTER,
    # statistics
    "statistics:home": NOT_THE_ADMINISTRATOR,
    "statistics:clocks": NOT_THE_ADMINISTRATOR,
    "statistics:nights": NOT_THE_ADMINISTRATOR,
    "statistics:sheet_file": NOT_THE_ADMINISTRATOR,
    # assessment
    "assessment:tiers": NOT_THE_ADMINISTRATOR,
    "assessment:country": NOT_THE_ADMINISTRATOR,
    "assessment:law": NOT_THE_ADMINISTRATOR,
    "assessment:check": NOT_THE_ADMINISTRATOR,
}
"""Who may open a page about the woman whom Zarina interviewed and Shahlo's shelter took in."""

ABOUT_A_DECISION_IN_EFFECT = {"identification:decision_paper", "identification:certificate"}
"""About a man whose decision is in effect: of a proposal there is no paper."""

ABOUT_A_CLOSED_CASE = {"identification:keep_names", "identification:ask_to_erase"}
"""Names are erased in closed cases only."""

ABOUT_WHO_WAITS = {"protection:give"}
"""About a woman for whom a place is needed now: whom Shahlo's shelter took in has one."""

BY_FORM_ONLY = {
    "end_officer",
    "printed",
    "end_emergency",
    "notice_emergency",
    "invite_again",
    "withdraw_consent",
    "put_back_attachment",
    "remove_attachment",
    "show_attachments",
    "exchange:take",
    "exchange:drop",
    "screening:finish",
    "screening:also",
    "screening:second",
    "screening:withdraw",
    "screening:cancel_second_look",
    "screening:roster_status",
    "screening:add_unnamed",
    "screening:answer_hand_over",
    "screening:attempt",
    "screening:call_next",
    "screening:case_attempt",
    "screening:expected",
    "screening:join",
    "screening:part",
    "screening:release",
    "screening:reopen_operation",
    "screening:take_over",
    "screening:decide_match",
    "identification:tell_guardianship",
    "identification:guardian",
    "identification:send_back",
    "identification:convene_panel",
    "identification:invite_to_panel",
    "identification:declare_for_panel",
    "identification:excuse_member",
    "identification:agree_to_excuse",
    "identification:join_signals",
    "identification:meet_signal",
    "identification:vote",
    "identification:conclude_panel",
    "identification:comment",
    "identification:convene",
    "identification:propose",
    "identification:adopt",
    "identification:set_aside",
    "identification:answer_comment",
    "identification:erase_names",
    "identification:refuse_to_erase",
    "referral:met",
    "referral:remind",
    "referral:withdraw",
    "referral:shorten",
    "referral:note",
    "referral:share_again",
    "protection:address",
    "protection:agree_plan",
    "protection:end_offer",
    "protection:reopen_place",
    "protection:goes_out",
    "protection:comes_back",
    "protection:end_measure",
    "protection:end_advocate",
    "protection:note_decisions",
}
"""Addresses that only a form is sent to. Opened by hand they show nothing to anyone."""

OPERATIONS: dict[str, str] = {
    "POST /api/screening/": f"{FRONT} nigina parvina timur",
    "GET /api/screening/{screening_id}": "zarina nigina",
    "POST /api/screening/{screening_id}/conditions": "zarina nigina",
    "POST /api/screening/{screening_id}/needs-now": "zarina nigina",
    "POST /api/screening/{screening_id}/pause": "zarina nigina",
    "POST /api/screening/{screening_id}/resume": "zarina nigina",
    "POST /api/screening/{screening_id}/agreement": "zarina nigina",
    "POST /api/screening/{screening_id}/decline": "zarina nigina",
    "POST /api/screening/{screening_id}/person": "zarina nigina",
    "POST /api/screening/{screening_id}/instrument": "zarina nigina",
    "POST /api/screening/{screening_id}/answers": "zarina nigina",
    "GET /api/screening/{screening_id}/answers": "zarina nigina",
    "POST /api/screening/{screening_id}/words": "zarina nigina",
    "GET /api/screening/{screening_id}/words": "zarina nigina",
    "POST /api/screening/{screening_id}/finish": "zarina nigina",
    "GET /api/screening/{screening_id}/finding": f"zarina {CENTRE} {COMMISSION}",
    "POST /api/screening/{screening_id}/finding/paper": f"zarina {CENTRE} {COMMISSION}",
    "GET /api/screening/cases/{case_id}/findings": f"zarina {CENTRE} {COMMISSION}",
    "POST /api/screening/cases/{case_id}/second-look": "zarina nigina",
    "GET /api/screening/second-looks/{look_id}": "zarina nigina",
    "POST /api/screening/second-looks/{look_id}/change": "zarina nigina",
    "POST /api/screening/second-looks/{look_id}/cancel": "zarina nigina",
    "POST /api/screening/{screening_id}/also": "zarina nigina",
    "GET /api/screening/instruments": NOT_THE_ADMINISTRATOR,
    "GET /api/screening/instruments/{instrument_id}": NOT_THE_ADMINISTRATOR,
    "GET /api/screening/instruments/{instrument_id}/meaning": NOT_THE_ADMINISTRATOR,
    "POST /api/screening/instruments/{instrument_id}/confirmations": f"{CENTRE} {COMMISSION}",
    "POST /api/screening/confirmations/{confirmation_id}/second": f"{CENTRE} {COMMISSION}",
    "POST /api/screening/confirmations/{confirmation_id}/withdraw": f"{CENTRE} {COMMISSION}",
    "GET /api/desk/work": EVERYONE,
    "POST /api/desk/posts/{post_id}/mail": "safar",
    "POST /api/desk/cases/{case_id}/consents": f"zarina nigina {SHELTER}",
    "GET /api/desk/cases/{case_id}": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "POST /api/desk/cases/{case_id}/contact": f"zarina nigina {SHELTER}",
    "GET /api/desk/cases/{case_id}/paper": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "GET /api/desk/cases/{case_id}/attachments": f"zarina {CENTRE} {COMMISSION} {SHELTER}",
    "POST /api/desk/cases/{case_id}/attachments": f"zarina nigina {SHELTER}",
    "GET /api/desk/attachments/{attachment_id}": f"zarina {CENTRE} {COMMISSION} {SHELTER}",
    "POST /api/desk/attachments/{attachment_id}/replacement": f"zarina nigina {SHELTER}",
    "POST /api/desk/attachments/{attachment_id}/set-aside": "zarina nigina",
    "POST /api/desk/attachments/{attachment_id}/put-back": "zarina nigina",
    "POST /api/desk/attachments/{attachment_id}/removal": "zarina nigina",
    "POST /api/desk/disclosures/{disclosure_id}/attachments": f"zarina {CENTRE}",
    "GET /api/desk/cases/{case_id}/closing": "",
    "POST /api/desk/cases/{case_id}/closing": "",
    "GET /api/desk/cases/{case_id}/readers": "firuza",
    "GET /api/desk/ledger/unusual": "firuza",
    "GET /api/desk/emergencies": "firuza",
    "POST /api/desk/emergencies": f"{FRONT} parvina timur {SHELTER}",
    "POST /api/desk/emergencies/{opening_id}/end": "firuza timur",
    "POST /api/desk/emergencies/{opening_id}/seen": "zarina",
    "POST /api/desk/emergencies/{opening_id}/review": "firuza",
    "POST /api/desk/ledger/unusual/reviews": "firuza",
    "GET /api/identification/retention": "nigina firuza",
    "POST /api/identification/cases/{case_id}/retention/keep": "nigina firuza",
    "POST /api/identification/cases/{case_id}/retention/erase": "nigina firuza",
    "POST /api/identification/retention/{retention_id}/signature": "nigina firuza",
    "POST /api/identification/retention/{retention_id}/refusal": "nigina firuza",
    "GET /api/identification/worklist": EVERYONE,
    "GET /api/identification/procedure.svg": EVERYONE,
    "GET /api/identification/cases/{case_id}": f"mavzuna zarina {CENTRE} {COMMISSION} {SHELTER}",
    "POST /api/identification/cases/{case_id}/guardianship": "zarina nigina",
    "GET /api/identification/cases/{case_id}/guardian": f"mavzuna zarina {CENTRE} {SHELTER}",
    "POST /api/identification/cases/{case_id}/guardian": "",
    "POST /api/identification/cases/{case_id}/guardian/end": "",
    "POST /api/identification/cases/{case_id}/lodge": "zarina nigina",
    "POST /api/identification/cases/{case_id}/refusal": "zarina nigina",
    "GET /api/identification/cases/{case_id}/duplicates": "nigina",
    "POST /api/identification/cases/{case_id}/take-in": "nigina",
    "POST /api/identification/cases/{case_id}/manager": "nigina",
    "POST /api/identification/cases/{case_id}/decisions": f"davlat gulnora {COMMISSION}",
    "GET /api/identification/decisions/{decision_id}/reasons": f"zarina {CENTRE} {COMMISSION}",
    "POST /api/identification/cases/{case_id}/proposal/signature": f"davlat gulnora {COMMISSION}",
    "POST /api/identification/cases/{case_id}/proposal/return": f"davlat gulnora {COMMISSION}",
    "POST /api/identification/cases/{case_id}/formal-decision": COMMISSION,
    "GET /api/identification/cases/{case_id}/panel": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel/members": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel/declaration": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel/excuse": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel/excuse/agreement": COMMISSION,
    "POST /api/identification/cases/{case_id}/pause": "zarina nigina",
    "POST /api/identification/cases/{case_id}/resumption": "zarina nigina",
    "POST /api/identification/cases/{case_id}/withdrawal": "zarina nigina",
    "POST /api/identification/cases/{case_id}/return": "zarina nigina",
    "POST /api/identification/cases/{case_id}/eighteen": "zarina nigina",
    "GET /api/identification/cases/{case_id}/deadlines": f"{CENTRE} {COMMISSION}",
    "POST /api/identification/cases/{case_id}/deadlines": f"{CENTRE} {COMMISSION}",
    "POST /api/identification/cases/{case_id}/application": f"mavzuna zarina nigina {SHELTER}",
    "GET /api/identification/signals": f"{FRONT} nigina parvina timur",
    "POST /api/identification/signals": f"{FRONT} nigina parvina timur",
    "GET /api/identification/signals/{signal_id}": "zarina nigina",
    "POST /api/identification/signals/{signal_id}/same": "zarina nigina",
    "POST /api/identification/signals/{signal_id}/met": "zarina nigina",
    "POST /api/identification/cases/{case_id}/telling": f"zarina nigina {SHELTER}",
    "POST /api/identification/cases/{case_id}/reconsideration": f"mavzuna zarina {SHELTER}",
    "GET /api/identification/cases/{case_id}/reconsideration": f"zarina {CENTRE} {COMMISSION}",
    "POST /api/identification/cases/{case_id}/panel/vote": COMMISSION,
    "POST /api/identification/cases/{case_id}/panel/conclusion": COMMISSION,
    "GET /api/identification/decisions/{decision_id}/paper": f"zarina {CENTRE} {COMMISSION}",
    "GET /api/identification/decisions/{decision_id}/certificate": f"mavzuna zarina {CENTRE} {SHELTER}",
    "GET /api/identification/decisions/{decision_id}/votes": f"zarina {CENTRE} {COMMISSION}",
    "GET /api/identification/procedure/texts": EVERYONE,
    "POST /api/identification/procedure/texts": f"{CENTRE} {COMMISSION}",
    "GET /api/identification/procedure/texts/{text_id}": EVERYONE,
    "POST /api/identification/procedure/texts/{text_id}/comments": NOT_THE_ADMINISTRATOR,
    "POST /api/identification/procedure/comments/{comment_id}/answer": f"{CENTRE} {COMMISSION}",
    "POST /api/identification/procedure/texts/{text_id}/groups": f"{CENTRE} {COMMISSION}",
    "POST /api/identification/procedure/texts/{text_id}/proposal": f"davlat gulnora {COMMISSION}",
    "POST /api/identification/procedure/texts/{text_id}/adoption": f"davlat gulnora {COMMISSION}",
    "POST /api/identification/procedure/texts/{text_id}/set-aside": f"{CENTRE} {COMMISSION}",
    "GET /api/referral/worklist": EVERYONE,
    "GET /api/referral/desk": f"{FRONT} {SHELTER} parvina mavzuna {ASKED}",
    "POST /api/referral/desk": f"{FRONT} {SHELTER} parvina mavzuna {ASKED}",
    "POST /api/referral/needs": f"zarina {CENTRE}",
    "GET /api/referral/cases/{case_id}/assessments": f"zarina {CENTRE} {SHELTER}",
    "POST /api/referral/cases/{case_id}/assessments": f"zarina {CENTRE} {SHELTER}",
    "GET /api/referral/needs/{need_id}/desks": f"zarina {CENTRE}",
    "POST /api/referral/needs/{need_id}/met": f"zarina {CENTRE} {SHELTER}",
    "POST /api/referral/needs/{need_id}/referrals": f"zarina {CENTRE}",
    "GET /api/referral/received/{referral_id}": SHELTER,
    "POST /api/referral/received/{referral_id}/answer": SHELTER,
    "POST /api/referral/sent/{referral_id}/remind": f"zarina {CENTRE}",
    "POST /api/referral/sent/{referral_id}/withdraw": f"zarina {CENTRE}",
    "POST /api/referral/sent/{referral_id}/shorten": f"zarina {CENTRE}",
    "POST /api/referral/sent/{referral_id}/again": f"zarina {CENTRE}",
    "POST /api/referral/received/{referral_id}/report": SHELTER,
    "GET /api/referral/sent/{referral_id}/reports": f"zarina {CENTRE}",
    "POST /api/referral/reports/{report_id}/noted": f"zarina {CENTRE}",
    "GET /api/referral/closed/{closed_id}": SHELTER,
    "POST /api/referral/closed/{closed_id}": SHELTER,
    "GET /api/screening/operations": f"{FRONT} nigina timur",
    "POST /api/screening/operations": f"{FRONT} nigina timur",
    "GET /api/screening/operations/{operation_id}": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/expected": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/close": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/reopen": "zarina nigina",
    "GET /api/screening/operations/{operation_id}/numbers": "zarina nigina",
    "GET /api/screening/operations/{operation_id}/sheet": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/people": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/unnamed": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/next": "zarina nigina",
    "POST /api/screening/operations/{operation_id}/hand-overs": "zarina nigina",
    "GET /api/screening/numbers": f"{FRONT} nigina timur",
    "GET /api/screening/again": f"{FRONT} nigina timur",
    "GET /api/screening/roster/{entry_id}": "zarina nigina",
    "POST /api/screening/roster/{entry_id}/correct": "zarina nigina",
    "POST /api/screening/roster/{entry_id}/status": "zarina nigina",
    "POST /api/screening/roster/{entry_id}/release": "zarina nigina",
    "POST /api/screening/roster/{entry_id}/join": "zarina nigina",
    "POST /api/screening/roster/{entry_id}/attempts": "zarina nigina",
    "POST /api/screening/joinings/{joining_id}/part": "zarina nigina",
    "POST /api/screening/cases/{case_id}/attempts": "zarina nigina",
    "GET /api/screening/hand-overs/{hand_over_id}": "zarina nigina",
    "POST /api/screening/hand-overs/{hand_over_id}/accept": "nigina",
    "POST /api/screening/hand-overs/{hand_over_id}/decline": "nigina",
    "POST /api/screening/hand-overs/{hand_over_id}/withdraw": "zarina",
    "POST /api/exchange/operations/{operation_id}/lists": "zarina nigina",
    "GET /api/exchange/lists/{list_id}": "zarina",
    "POST /api/exchange/lists/{list_id}/columns": "zarina",
    "GET /api/exchange/sources": f"{FRONT} nigina timur",
    "POST /api/exchange/lists/{list_id}/take": "zarina",
    "GET /api/exchange/matches": f"{FRONT} nigina timur",
    "GET /api/exchange/roster/{entry_id}/matches": "nigina",
    "POST /api/exchange/matches/{match_id}": "nigina",
    "DELETE /api/exchange/lists/{list_id}": "zarina",
    "GET /api/statistics/definitions": NOT_THE_ADMINISTRATOR,
    "GET /api/statistics/nights": NOT_THE_ADMINISTRATOR,
    "GET /api/statistics/clocks": NOT_THE_ADMINISTRATOR,
    "GET /api/identification/calendar": EVERYONE,
    "GET /api/statistics/figures": NOT_THE_ADMINISTRATOR,
    "GET /api/statistics/published": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/tiers": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/tiers/{iso3}": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/check": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/statute": NOT_THE_ADMINISTRATOR,
    "GET /api/protection/worklist": EVERYONE,
    "GET /api/protection/places": SHELTER,
    "POST /api/protection/shelters": SHELTER,
    "GET /api/protection/beds": SHELTER,
    "POST /api/protection/beds": SHELTER,
    "POST /api/protection/beds/{place_id}": SHELTER,
    "POST /api/protection/beds/{place_id}/close": SHELTER,
    "POST /api/protection/beds/{place_id}/reopen": SHELTER,
    "POST /api/protection/rooms": SHELTER,
    "GET /api/protection/turns": SHELTER,
    "GET /api/protection/place-news": EVERYONE,
    "POST /api/protection/offers/{offer_id}/noted": "zarina",
    "GET /api/protection/staff": SHELTER,
    "POST /api/protection/staff": SHELTER,
    "GET /api/protection/budget": SHELTER,
    "POST /api/protection/budget": SHELTER,
    "GET /api/protection/nights": SHELTER,
    "POST /api/protection/stays": SHELTER,
    "POST /api/protection/stays/{stay_id}/end": SHELTER,
    "POST /api/protection/departures/{departure_id}/sign": SHELTER,
    "POST /api/protection/departures/{departure_id}/refuse": SHELTER,
    "POST /api/protection/stays/{stay_id}/out": SHELTER,
    "POST /api/protection/stays/{stay_id}/back": SHELTER,
    "POST /api/protection/stays/{stay_id}/move-wish": SHELTER,
    "POST /api/protection/moves": SHELTER,
    "POST /api/protection/offers": SHELTER,
    "POST /api/protection/offers/{offer_id}/not-wished": SHELTER,
    "POST /api/protection/stays/{stay_id}/asked-again": SHELTER,
    "POST /api/protection/stays/{stay_id}/intake": SHELTER,
    "POST /api/protection/stays/{stay_id}/told": SHELTER,
    "POST /api/protection/stays/{stay_id}/things-returned": SHELTER,
    "POST /api/protection/departures/{departure_id}/follow-ups": SHELTER,
    "POST /api/protection/services": "zarina",
    "GET /api/protection/cases/{case_id}/plan": SHELTER,
    "POST /api/protection/cases/{case_id}/plan": SHELTER,
    "GET /api/protection/cases/{case_id}/interests": "",
    "POST /api/protection/cases/{case_id}/interests": "",
    "GET /api/protection/cases/{case_id}/safety": f"zarina nigina {SHELTER}",
    "POST /api/protection/cases/{case_id}/risk": f"zarina nigina {SHELTER}",
    "POST /api/protection/cases/{case_id}/measures": f"zarina nigina {SHELTER}",
    "POST /api/protection/measures/{measure_id}/end": "zarina",
    "GET /api/protection/cases/{case_id}/advocate": f"zarina nigina {SHELTER}",
    "POST /api/protection/cases/{case_id}/advocate": f"zarina nigina {SHELTER}",
    "GET /api/protection/advocates/{advocate_id}": "mavzuna",
    "POST /api/protection/advocates/{advocate_id}/answer": "mavzuna",
    "POST /api/protection/advocates/{advocate_id}/end": f"zarina nigina mavzuna {SHELTER}",
    "POST /api/protection/advocates/{advocate_id}/noted": "mavzuna",
    "GET /api/protection/cases/{case_id}/charges": f"zarina {CENTRE} {SHELTER}",
    "POST /api/protection/cases/{case_id}/charges": f"zarina {CENTRE} {SHELTER}",
    "POST /api/protection/charges/{complaint_id}/answers": "nigina",
    "POST /api/protection/plans/{plan_id}/goals": SHELTER,
    "POST /api/protection/plans/{plan_id}/agreed": SHELTER,
    "POST /api/protection/plans/{plan_id}/reviews": SHELTER,
    "POST /api/protection/plans/{plan_id}/end": SHELTER,
    "POST /api/protection/goals/{goal_id}/close": SHELTER,
}
"""Who may do what through the API, in the same case. Whether the act fits where the case stands is another matter:
those listed may be told that it does not, all others only that it is not theirs to do."""

SEE_WHO_SHE_IS = {"zarina", *CENTRE.split(), *SHELTER.split()}
"""Whose post reads identity in this case: the desk that interviewed her, the TIP Centre, the shelter."""
READ_WHAT_IS_ATTACHED = {"zarina", *CENTRE.split(), *COMMISSION.split(), *SHELTER.split()}
READ_WHAT_SHE_SAID = {"zarina", *CENTRE.split(), *COMMISSION.split()}


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    cache.clear()


def test_every_address_stands_in_the_tables():
    assert set(named_routes()) == OPEN_TO_ALL | set(PAGES) | BY_FORM_ONLY


def test_every_operation_of_the_api_stands_in_the_table(world):
    assert {each.name for each in operations(world.ids)} == set(OPERATIONS)


@pytest.mark.parametrize("route", PAGES)
def test_a_page_opens_to_those_in_the_table_and_to_nobody_else(world, route):
    met = {name: how_it_opens(world, name, route) for name in EVERYBODY}

    assert met == {name: "open" if name in PAGES[route].split() else "refused" for name in EVERYBODY}


@pytest.mark.parametrize("route", PAGES)
def test_a_form_sent_by_whoever_may_not_open_the_page_does_nothing(world, route):
    others = [name for name in EVERYBODY if name not in PAGES[route].split()]

    met = {name: signed_in(world, name).post(where(world, route)).status_code for name in others}

    assert set(met.values()) <= {403, 405, 422}, met


@pytest.mark.parametrize("route", sorted(BY_FORM_ONLY))
def test_what_only_takes_a_form_shows_nothing_when_opened_by_hand(world, route):
    met = {name: signed_in(world, name).get(where(world, route)).status_code for name in EVERYBODY}

    assert set(met.values()) <= {302, 403, 405}, met


@pytest.mark.parametrize("route", [*PAGES, *sorted(BY_FORM_ONLY)])
def test_whoever_is_not_signed_in_is_asked_to(world, route):
    answer = Client().get(where(world, route))

    assert answer.status_code == 405 or answer.url.startswith(reverse("sign_in"))


def test_an_operation_of_the_api_is_done_for_those_in_the_table_and_refused_to_others(world):
    wrong = {}
    for operation in operations(world.ids):
        for name in EVERYBODY:
            before = transaction.savepoint()
            answer = call(world, operation, name)
            transaction.savepoint_rollback(before)
            allowed = name in OPERATIONS[operation.name].split()
            if answer.status_code >= 500 or (answer.status_code == 403) is allowed:
                wrong[operation.name, name] = answer.status_code

    assert wrong == {}


def test_an_operation_of_the_api_asks_who_is_calling(world):
    met = {operation.name: call(world, operation, "").status_code for operation in operations(world.ids)}

    assert met == dict.fromkeys(met, 401)


@pytest.mark.parametrize("name", EVERYBODY)
def test_what_names_her_shows_only_to_those_who_may_read_it(world, name, caplog):
    shown, addresses = crawl(world, name)

    assert {mark for mark in ways.WHO_SHE_IS if mark in shown} <= (
        set(ways.WHO_SHE_IS) if name in SEE_WHO_SHE_IS else set()
    )
    assert (ways.REASONS in shown) <= (name in READ_WHAT_SHE_SAID)
    assert (ways.LABEL in shown) <= (name in READ_WHAT_IS_ATTACHED)
    assert (ways.WORDS in shown) <= (name in READ_WHAT_SHE_SAID)
    assert (ways.WISH in shown) <= (name in SHELTER.split())
    assert (ways.LEAVING in shown) <= (name in SHELTER.split())
    assert (ways.ADDRESS in shown) <= (name in SHELTER.split())
    assert not marked("\n".join(addresses))
    assert not marked(caplog.text)


def test_the_administrator_sees_nothing_of_a_person(world):
    shown, _ = crawl(world, "safar")

    assert not marked(shown)
    assert world.woman.case.reference not in shown


def test_the_marks_are_found_where_they_may_be_seen(world):
    """Otherwise the tests above would pass on empty pages."""
    shown, _ = crawl(world, "zarina")

    assert "Канареева" in shown


def marked(text: str) -> list[str]:
    marks = (*ways.WHO_SHE_IS, *ways.SAID, ways.ADDRESS)
    return [mark for mark in marks if mark in text]


def where(world, route: str) -> str:
    ids = world.ids | {"case_id": world.waiting.case.pk} if route in ABOUT_WHO_WAITS else world.ids
    ids = ids | {"case_id": world.closed} if route in ABOUT_A_CLOSED_CASE else ids
    ids = ids | {"decision_id": world.in_effect} if route in ABOUT_A_DECISION_IN_EFFECT else ids
    return address(route, named_routes()[route], ids)


def signed_in(world, name: str) -> Client:
    return world.clients[name] if name else Client()


def how_it_opens(world, name: str, route: str) -> str:
    """A page may send its visitor on to the page that fits, but never back to the door."""
    answer = signed_in(world, name).get(where(world, route))
    if answer.status_code == 302 and not answer.url.startswith(reverse("sign_in")):
        return "open"
    return {200: "open", 403: "refused", 422: "refused"}.get(answer.status_code, str(answer.status_code))


def call(world, operation: Operation, name: str):
    path = operation.path.format(**{each: world.ids[each] for each in operation.parameters})
    if operation.takes_file:
        file = SimpleUploadedFile("list.csv", b"full_name\nSomebody Invented\n", content_type="text/csv")
        return signed_in(world, name).post(path, {"file": file})
    given = json.dumps(operation.body) if operation.body is not None else ""
    return signed_in(world, name).generic(
        operation.method.upper(), path, given, content_type="application/json", query_params=operation.query
    )


@pytest.mark.parametrize("name", EVERYBODY)
def test_every_link_a_post_is_shown_opens_for_that_post(world, name):
    client = signed_in(world, name)
    shut = {}
    ahead, met = [where(world, route) for route in PAGES if name in PAGES[route].split()], set()
    while ahead and len(met) < 80:
        path = ahead.pop(0)
        if path in met:
            continue
        met.add(path)
        answer = client.get(path)
        if answer.status_code not in {200, 302}:
            shut[path] = answer.status_code
        ahead += [
            link for link in re.findall(r'href="(/[^"#]*)', body(answer)) if not link.startswith(("/leave", "/static"))
        ]

    assert shut == {}


def crawl(world, name: str, most: int = 120) -> tuple[str, list[str]]:
    """Every page there is, and every link on them, as one member: all that was shown, and every address met."""
    client = signed_in(world, name)
    ahead = [where(world, route) for route in PAGES] + [where(world, route) for route in BY_FORM_ONLY]
    met, shown = [], []
    while ahead and len(met) < most:
        path = ahead.pop(0)
        if path in met:
            continue
        met.append(path)
        answer = client.get(path)
        assert answer.status_code in {200, 302, 403, 404, 405, 422}, (path, answer.status_code)
        shown.append(body(answer))
        ahead += [link for link in links(shown[-1]) if link not in met]
    return "\n".join(shown), met


def body(answer) -> str:
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return whole.decode(errors="replace")


def links(page: str) -> Iterator[str]:
    for link in re.findall(r'(?:href|action)="(/[^"#]*)', page):
        if not link.startswith(("/leave", "/static", "/sign-out")):
            yield link.replace("&amp;", "&")
