"""API of justice: the same acts and reads as its pages."""

from panoh.justice.api import cases as cases  # joins the router of the house
from panoh.justice.api import hits as hits
from panoh.justice.api import money as money  # likewise
from panoh.justice.api import offences as offences
from panoh.justice.api import penalties as penalties
from panoh.justice.api import people as people
from panoh.justice.api import residence as residence
from panoh.justice.api.router import router

__all__ = ["router"]
