"""Who stands in the tables of access: everybody by name, and those who go together."""

from tests.cast import PARTS
from tests.house.conftest import BESIDE

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
