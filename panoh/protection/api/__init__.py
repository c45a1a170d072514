"""API of protection: the same acts and reads as its pages. No answer of it holds an address."""

from panoh.protection.api import abroad as abroad
from panoh.protection.api import advocates as advocates
from panoh.protection.api import beds as beds
from panoh.protection.api import charges as charges
from panoh.protection.api import consular as consular
from panoh.protection.api import custody as custody
from panoh.protection.api import interests as interests
from panoh.protection.api import plan as plan  # joins the router of the house
from panoh.protection.api import returns as returns
from panoh.protection.api import safety as safety
from panoh.protection.api import stays as stays  # likewise
from panoh.protection.api import turns as turns
from panoh.protection.api import upkeep as upkeep
from panoh.protection.api.house import router

__all__ = [
    "router",
]
