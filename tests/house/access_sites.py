"""Who gets in where, for sites to monitor: the part of the table that is about prevention's situations."""

WATCH = "zarina nigina alisher"
WATCHING = "zarina behruz nigina parvina mavzuna alisher"
NOT_THE_ADMINISTRATOR = (
    "zarina behruz nigina davlat gulnora rustam malika shahlo farzona parvina mavzuna jamshed manuchehr nozim firuza "
    "alisher oisha komil timur"
)
EVERYONE = f"{NOT_THE_ADMINISTRATOR} safar"

PAGES = {
    "prevention:home": NOT_THE_ADMINISTRATOR,
    "prevention:sites": WATCHING,
    "prevention:site": WATCH,
    "prevention:register_site": WATCHING,
    "prevention:register_employer": WATCHING,
}

BY_FORM_ONLY: set[str] = set()

OPERATIONS = {
    "GET /api/prevention/worklist": EVERYONE,
    "GET /api/prevention/employers": WATCHING,
    "POST /api/prevention/employers": WATCHING,
    "GET /api/prevention/sites": WATCHING,
    "POST /api/prevention/sites": WATCHING,
    "GET /api/prevention/sites/{site_id}": WATCH,
}
