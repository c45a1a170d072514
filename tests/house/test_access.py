"""Who gets in where: every address of the house and every operation of the API × every member of the cast."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import PARTS
from tests.house.addresses import Operation, named_routes, operations
from tests.house.conftest import BESIDE
from tests.house.visits import signed_in, where

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_cache")]

EVERYBODY = (*PARTS, *BESIDE)

EVERYONE = " ".join(EVERYBODY)
NOT_THE_ADMINISTRATOR = EVERYONE.replace("safar ", "")
FRONT = "zarina behruz"
CENTRE = "nigina davlat gulnora"
COMMISSION = "rustam malika"
SHELTER = "shahlo farzona"
PROSECUTION = "jamshed manuchehr"
ASKED = "oisha komil timur"
ASSESS = f"alisher {COMMISSION}"

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
    "own_password": EVERYONE,
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
    # justice
    "justice:home": NOT_THE_ADMINISTRATOR,
    "justice:offences": NOT_THE_ADMINISTRATOR,
    "justice:offence": NOT_THE_ADMINISTRATOR,
    "justice:criminal_cases": f"{PROSECUTION} nozim",
    "justice:open_criminal_case": f"{PROSECUTION} nozim",
    "justice:criminal_case": PROSECUTION,
    "justice:stage": PROSECUTION,
    "justice:transfer": PROSECUTION,
    "justice:add_defendant": PROSECUTION,
    "justice:count_victim": PROSECUTION,
    "justice:restitution": PROSECUTION,
    "justice:asset": PROSECUTION,
    "justice:receive": "nozim",
    "justice:hold": PROSECUTION,
    "justice:release": PROSECUTION,
    "justice:sentence": PROSECUTION,
    "justice:payment": PROSECUTION,
    "justice:penalties": f"zarina {CENTRE} {SHELTER}",
    "justice:line_penalty": "zarina nigina",
    "justice:penalty": "zarina nigina",
    "justice:link": "zarina nigina",
    "justice:relief": "zarina nigina",
    "justice:became": "zarina nigina",
    "justice:settle": PROSECUTION,
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
    "assessment:narratives": NOT_THE_ADMINISTRATOR,
    "assessment:bring": ASSESS,
    "assessment:narrative": NOT_THE_ADMINISTRATOR,
    "assessment:add_fact": ASSESS,
    "assessment:enter_recommendation": ASSESS,
    "assessment:fact": NOT_THE_ADMINISTRATOR,
    "assessment:series": NOT_THE_ADMINISTRATOR,
    "assessment:recommendations": NOT_THE_ADMINISTRATOR,
    "assessment:recommendation": NOT_THE_ADMINISTRATOR,
    "assessment:criteria": NOT_THE_ADMINISTRATOR,
    "assessment:gaps": NOT_THE_ADMINISTRATOR,
    "assessment:criterion": NOT_THE_ADMINISTRATOR,
    "assessment:comparison": NOT_THE_ADMINISTRATOR,
}
"""Who may open a page about the woman whom Zarina interviewed and Shahlo's shelter took in."""

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
    "justice:take_back",
    "justice:unlink_victim",
    "assessment:accept_fact",
    "assessment:judge_fact",
    "assessment:match",
    "assessment:judge_criterion",
    "assessment:name_document",
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
    "GET /api/assessment/narratives": NOT_THE_ADMINISTRATOR,
    "POST /api/assessment/narratives": ASSESS,
    "POST /api/assessment/narratives/file": ASSESS,
    "GET /api/assessment/narratives/{narrative_id}": NOT_THE_ADMINISTRATOR,
    "POST /api/assessment/narratives/{narrative_id}/facts": ASSESS,
    "POST /api/assessment/narratives/{narrative_id}/recommendations": ASSESS,
    "GET /api/assessment/facts/{fact_id}": NOT_THE_ADMINISTRATOR,
    "POST /api/assessment/facts/{fact_id}/verdicts": ASSESS,
    "POST /api/assessment/facts/{fact_id}/settlement": ASSESS,
    "GET /api/assessment/series": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/recommendations/{iso3}": NOT_THE_ADMINISTRATOR,
    "POST /api/assessment/recommendations/{recommendation_id}/matches/{earlier_id}": ASSESS,
    "POST /api/assessment/recommendations/{recommendation_id}/steps": ASSESS,
    "GET /api/assessment/criteria/{iso3}/{year}": NOT_THE_ADMINISTRATOR,
    "GET /api/assessment/criteria/{iso3}/{year}/gaps": NOT_THE_ADMINISTRATOR,
    "POST /api/assessment/criteria/{iso3}/{year}/{criterion_key}/judgements": ASSESS,
    "POST /api/assessment/criteria/{iso3}/{year}/{criterion_key}/documents": ASSESS,
    "GET /api/assessment/comparison": NOT_THE_ADMINISTRATOR,
    "GET /api/justice/worklist": EVERYONE,
    "GET /api/justice/counts": NOT_THE_ADMINISTRATOR,
    "GET /api/justice/criminal-cases": f"{PROSECUTION} nozim",
    "POST /api/justice/criminal-cases": f"{PROSECUTION} nozim",
    "GET /api/justice/criminal-cases/{criminal_case_id}": PROSECUTION,
    "POST /api/justice/criminal-cases/{criminal_case_id}/stages": PROSECUTION,
    "POST /api/justice/stages/{stage_id}/take-back": PROSECUTION,
    "POST /api/justice/criminal-cases/{criminal_case_id}/transfer": PROSECUTION,
    "POST /api/justice/transfers/{transfer_id}/receive": "nozim",
    "POST /api/justice/criminal-cases/{criminal_case_id}/defendants": PROSECUTION,
    "POST /api/justice/defendants/{defendant_id}/held": PROSECUTION,
    "POST /api/justice/defendants/{defendant_id}/released": PROSECUTION,
    "POST /api/justice/defendants/{defendant_id}/sentences": PROSECUTION,
    "POST /api/justice/criminal-cases/{criminal_case_id}/victims": PROSECUTION,
    "POST /api/justice/victims/{victim_id}/end": PROSECUTION,
    "POST /api/justice/criminal-cases/{criminal_case_id}/restitutions": PROSECUTION,
    "POST /api/justice/restitutions/{restitution_id}/payments": PROSECUTION,
    "POST /api/justice/criminal-cases/{criminal_case_id}/assets": PROSECUTION,
    "POST /api/justice/assets/{asset_id}/settle": PROSECUTION,
    "GET /api/justice/cases/{case_id}/penalties": f"zarina {CENTRE} {SHELTER}",
    "POST /api/justice/cases/{case_id}/penalties": f"zarina {CENTRE} {SHELTER}",
    "POST /api/justice/lines/{entry_id}/penalties": "zarina nigina",
    "GET /api/justice/penalties/{penalty_id}": "zarina nigina",
    "POST /api/justice/penalties/{penalty_id}/link": "zarina nigina",
    "POST /api/justice/penalties/{penalty_id}/reliefs": "zarina nigina",
    "POST /api/justice/reliefs/{relief_id}/became": "zarina nigina",
    "GET /api/justice/offences": NOT_THE_ADMINISTRATOR,
    "GET /api/justice/offences/{offence_key}": NOT_THE_ADMINISTRATOR,
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


@pytest.mark.parametrize("name", EVERYBODY)
def test_an_operation_of_the_api_is_done_for_those_in_the_table_and_refused_to_others(world, name):
    wrong = {}
    for operation in operations(world.ids):
        before = transaction.savepoint()
        answer = call(world, operation, name)
        transaction.savepoint_rollback(before)
        allowed = name in OPERATIONS[operation.name].split()
        if answer.status_code >= 500 or (answer.status_code == 403) is allowed:
            wrong[operation.name] = answer.status_code

    assert wrong == {}


def test_an_operation_of_the_api_asks_who_is_calling(world):
    met = {operation.name: call(world, operation, "").status_code for operation in operations(world.ids)}

    assert met == dict.fromkeys(met, 401)


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
