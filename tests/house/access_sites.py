"""Who gets in where, for sites to monitor: the part of the table that is about prevention's situations."""

WATCHING = "zarina behruz nigina parvina mavzuna alisher"
SEEING = "zarina nigina alisher"
"""Whoever sees the field that Zarina's desk put on the register, and its visits."""
KEEPING = "nigina alisher"
SHELTER = "shahlo farzona"
"""Of whom a remedy is asked."""
NOT_THE_ADMINISTRATOR = (
    "zarina behruz nigina davlat gulnora rustam malika shahlo farzona parvina mavzuna jamshed manuchehr nozim firuza "
    "alisher oisha komil timur"
)
EVERYONE = f"{NOT_THE_ADMINISTRATOR} safar"

PAGES = {
    "prevention:home": NOT_THE_ADMINISTRATOR,
    "prevention:sites": WATCHING,
    "prevention:site": SEEING,
    "prevention:stop_watching": SEEING,
    "prevention:site_order": SEEING,
    "prevention:plan_visit": SEEING,
    "prevention:register_site": WATCHING,
    "prevention:register_employer": WATCHING,
    "prevention:orders": WATCHING,
    "prevention:record_order": WATCHING,
    "prevention:order": SEEING,
    "prevention:add_order_paper": SEEING,
    "prevention:order_paper": SEEING,
    "prevention:set_paper_aside": SEEING,
    "prevention:visits": WATCHING,
    "prevention:visit": SEEING,
    "prevention:visit_made": "zarina",
    "prevention:visit_refused": "zarina",
    "prevention:cancel_visit": "zarina",
    "prevention:interview": "zarina",
    "prevention:raise_signal": "zarina",
    "prevention:ask_remedy": SEEING,
    "prevention:remedy": f"{SEEING} {SHELTER}",
    "prevention:plans": KEEPING,
    "prevention:make_plan": KEEPING,
    "prevention:plan": KEEPING,
    "prevention:plan_drawn_visits": KEEPING,
    "prevention:populations": NOT_THE_ADMINISTRATOR,
    "prevention:record_size": KEEPING,
    "prevention:say_of_whom": "zarina behruz nigina timur",
}

BY_FORM_ONLY = {"prevention:see_refusal", "prevention:put_paper_back"}

OPERATIONS = {
    "GET /api/prevention/worklist": EVERYONE,
    "GET /api/prevention/employers": WATCHING,
    "POST /api/prevention/employers": WATCHING,
    "GET /api/prevention/sites": WATCHING,
    "POST /api/prevention/sites": WATCHING,
    "GET /api/prevention/sites/{site_id}": SEEING,
    "POST /api/prevention/sites/{site_id}/stop": SEEING,
    "POST /api/prevention/sites/{site_id}/visits": SEEING,
    "GET /api/prevention/orders": WATCHING,
    "POST /api/prevention/orders": WATCHING,
    "GET /api/prevention/orders/{order_id}": SEEING,
    "POST /api/prevention/orders/{order_id}/papers": SEEING,
    "GET /api/prevention/order-papers/{paper_id}": SEEING,
    "POST /api/prevention/order-papers/{paper_id}/set-aside": SEEING,
    "POST /api/prevention/order-papers/{paper_id}/put-back": SEEING,
    "GET /api/prevention/visits": WATCHING,
    "GET /api/prevention/visits/{visit_id}": SEEING,
    "POST /api/prevention/visits/{visit_id}/made": "zarina",
    "POST /api/prevention/visits/{visit_id}/refused": "zarina",
    "POST /api/prevention/visits/{visit_id}/cancel": "zarina",
    "POST /api/prevention/visits/{visit_id}/seen": KEEPING,
    "POST /api/prevention/visits/{visit_id}/interviews": "zarina",
    "POST /api/prevention/visits/{visit_id}/signals": "zarina",
    "POST /api/prevention/visits/{visit_id}/remedies": SEEING,
    "GET /api/prevention/remedies/{remedy_id}": f"{SEEING} {SHELTER}",
    "POST /api/prevention/remedies/{remedy_id}": SHELTER,
    "GET /api/prevention/plans": KEEPING,
    "POST /api/prevention/plans": KEEPING,
    "GET /api/prevention/plans/{sample_id}": KEEPING,
    "POST /api/prevention/plans/{sample_id}/visits": KEEPING,
    "GET /api/prevention/populations": NOT_THE_ADMINISTRATOR,
    "POST /api/prevention/populations/sizes": KEEPING,
    "POST /api/prevention/populations/operations": "zarina nigina",
}
