"""API of screening: the same acts as its pages. Interviews, findings, sets of questions, operations, rosters and shifts."""

from panoh.screening.api import finding as finding  # these five join the router of the interview
from panoh.screening.api import instruments as instruments
from panoh.screening.api import said as said
from panoh.screening.api import second_look as second_look
from panoh.screening.api import talk as talk
from panoh.screening.api.interviews import router as interviews
from panoh.screening.api.operations import router as operations
from panoh.screening.api.roster import router as roster
from panoh.screening.api.shifts import router as shifts

routers = (interviews, operations, roster, shifts)
