"""The API: every act a page offers, by the same action, for signed-in officers. Described at /api/openapi.json."""

from ninja import NinjaAPI
from ninja.security import django_auth

from panoh.identification.api import router as identification
from panoh.protection.api import router as protection
from panoh.referral.api import router as referral
from panoh.screening.api import router as screening
from panoh.statistics.api import router as statistics

api = NinjaAPI(title="Panoh", version="1", auth=django_auth, docs_url=None)
api.add_router("/screening", screening, tags=["screening"])
api.add_router("/identification", identification, tags=["identification"])
api.add_router("/referral", referral, tags=["referral"])
api.add_router("/protection", protection, tags=["protection"])
api.add_router("/statistics", statistics, tags=["statistics"])
