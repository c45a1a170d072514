"""Who gets in where, for training, campaigns, the hotline, the plan and money: the part of the table that is about them."""

from tests.house.access_sites import EVERYONE, NOT_THE_ADMINISTRATOR

CENTRE = "nigina davlat gulnora"
COMMISSION = "rustam malika"
ADOPT = f"davlat gulnora {COMMISSION}"
ASSESS = f"alisher {COMMISSION}"
CLOSE = "parvina oisha shahlo farzona"
FRONT = "zarina behruz timur"
PREVENT = f"{FRONT} {CENTRE} {CLOSE} {ASSESS}"
MONEY = f"{CENTRE} {CLOSE} {ASSESS} jamshed manuchehr"
ANSWER = f"{FRONT} nigina parvina"

PAGES = {
    "prevention:training": EVERYONE,
    "prevention:plan_session": CENTRE,
    "prevention:session": EVERYONE,
    "prevention:call_off_session": CENTRE,
    "prevention:take_back": CENTRE,
    "prevention:shares": EVERYONE,
    "prevention:ending": f"{CENTRE} safar",
    "prevention:trained_only": EVERYONE,
    "prevention:propose_trained_only": ADOPT,
    "prevention:end_trained_only": ADOPT,
    "prevention:lines": NOT_THE_ADMINISTRATOR,
    "prevention:open_line": MONEY,
    "prevention:line": NOT_THE_ADMINISTRATOR,
    "prevention:allocate": CENTRE,
    "prevention:spend": CENTRE,
    "prevention:take_back_spending": CENTRE,
    "prevention:rates": NOT_THE_ADMINISTRATOR,
    "prevention:record_rates": MONEY,
    "prevention:campaigns": NOT_THE_ADMINISTRATOR,
    "prevention:record_campaign": PREVENT,
    "prevention:campaign": NOT_THE_ADMINISTRATOR,
    "prevention:record_reach": CENTRE,
    "prevention:action_plan": NOT_THE_ADMINISTRATOR,
    "prevention:put_down_measure": ASSESS,
    "prevention:measure_of_plan": NOT_THE_ADMINISTRATOR,
    "prevention:report_progress": CENTRE,
    "prevention:contacts": ANSWER,
    "prevention:hotline_figures": NOT_THE_ADMINISTRATOR,
    "prevention:contact": "zarina",
    "prevention:pass_on": "zarina",
    "prevention:ask_to_call_back": "zarina",
    "statistics:money": NOT_THE_ADMINISTRATOR,
}

BY_FORM_ONLY = {
    "prevention:take_seat",
    "prevention:give_up_seat",
    "prevention:record_hours",
    "prevention:count_others",
    "prevention:certify",
    "prevention:adopt_trained_only",
    "prevention:number",
    "prevention:called_back",
}

OPERATIONS = {
    "GET /api/prevention/training": EVERYONE,
    "POST /api/prevention/training/sessions": CENTRE,
    "GET /api/prevention/training/sessions/{session_id}": EVERYONE,
    "POST /api/prevention/training/sessions/{session_id}/seat": EVERYONE,
    "POST /api/prevention/training/sessions/{session_id}/seat/give-up": EVERYONE,
    "POST /api/prevention/training/sessions/{session_id}/hours": CENTRE,
    "POST /api/prevention/training/sessions/{session_id}/others": CENTRE,
    "POST /api/prevention/training/sessions/{session_id}/certificates": CENTRE,
    "POST /api/prevention/training/sessions/{session_id}/call-off": CENTRE,
    "POST /api/prevention/training/certificates/{certificate_id}/take-back": CENTRE,
    "GET /api/prevention/training/ending": f"{CENTRE} safar",
    "GET /api/prevention/training/shares": EVERYONE,
    "GET /api/prevention/trained-only": EVERYONE,
    "POST /api/prevention/trained-only": ADOPT,
    "POST /api/prevention/trained-only/{proposal_id}/adopt": ADOPT,
    "POST /api/prevention/trained-only/{proposal_id}/end": ADOPT,
    "GET /api/prevention/money/lines": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/money/lines": MONEY,
    "GET /api/prevention/money/lines/{line_id}": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/money/lines/{line_id}/allocations": CENTRE,
    "POST /api/prevention/money/lines/{line_id}/spendings": CENTRE,
    "POST /api/prevention/money/spendings/{spending_id}/take-back": CENTRE,
    "GET /api/prevention/money/rates": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/money/rates": MONEY,
    "GET /api/prevention/campaigns": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/campaigns": PREVENT,
    "GET /api/prevention/campaigns/{campaign_id}": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/campaigns/{campaign_id}/reached": CENTRE,
    "GET /api/prevention/plan": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/plan": ASSESS,
    "GET /api/prevention/plan/{plan_measure_id}": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/plan/{plan_measure_id}/progress": CENTRE,
    "GET /api/prevention/hotline/contacts": ANSWER,
    "POST /api/prevention/hotline/contacts": ANSWER,
    "GET /api/prevention/hotline/figures": NOT_THE_ADMINISTRATOR,
    "GET /api/prevention/hotline/contacts/{contact_id}": "zarina",
    "POST /api/prevention/hotline/contacts/{contact_id}/signal": "zarina",
    "POST /api/prevention/hotline/contacts/{contact_id}/call-back": "zarina",
    "POST /api/prevention/hotline/contacts/{contact_id}/number": "zarina",
    "POST /api/prevention/hotline/contacts/{contact_id}/called": "zarina",
    "GET /api/statistics/money": NOT_THE_ADMINISTRATOR,
}
