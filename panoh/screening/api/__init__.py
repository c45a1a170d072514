"""API of screening: the same acts as its pages. Interviews, operations, the people on their rosters, and shifts."""

from panoh.screening.api.interviews import router as interviews
from panoh.screening.api.operations import router as operations
from panoh.screening.api.roster import router as roster
from panoh.screening.api.shifts import router as shifts

routers = (interviews, operations, roster, shifts)
