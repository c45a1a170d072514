"""The API: every act a page offers, by the same action, for signed-in officers. Described at /api/openapi.json."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.security import django_auth

from panoh.assessment.api import router as assessment
from panoh.desk.api import attachments, compartments, devices, emergencies, factors, officers, readings, search
from panoh.desk.api import router as desk
from panoh.exchange.api import routers as exchange
from panoh.identification.api import router as identification
from panoh.justice.api import router as justice
from panoh.prevention.api import router as prevention
from panoh.protection.api import router as protection
from panoh.referral.api import router as referral
from panoh.referral.api.assessing import router as needs_assessed
from panoh.referral.api.desk import router as own_desk
from panoh.referral.api.reports import router as reports
from panoh.referral.api.sharing import router as sharing
from panoh.screening.api import routers as screening
from panoh.statistics.api import router as statistics
from panoh.web.unread import answer_in_one_shape

_REFUSAL = {
    "type": "object",
    "title": "Refusal",
    "description": "Why it was not done, and what to do now.",
    "properties": {"reason": {"type": "string"}, "way_forward": {"type": "string"}, "code": {"type": "string"}},
}
_REFUSALS = {
    "401": "Nobody is signed in.",
    "403": "The post may not do this, or not in this case.",
    "409": "Someone else changed it meanwhile.",
    "413": "More was sent at once than is taken in.",
    "429": "Asked more often within a minute than the post may; Retry-After says when it goes on.",
    "422": "The rules do not allow it now, or something sent cannot be read. Where the code is purpose_asked, send it again with"
    " the header X-Purpose.",
}


class DescribedAPI(NinjaAPI):
    """Any act may be refused; every operation says so, in one place (web/middleware.py answers that way)."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        answers = {status: _answer(meaning) for status, meaning in _REFUSALS.items()}
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"] = {**answers, **operation["responses"]}
        return schema


def _answer(meaning: str) -> dict[str, Any]:
    return {"description": meaning, "content": {"application/json": {"schema": _REFUSAL}}}


api = DescribedAPI(title="Panoh", version="1", auth=django_auth, docs_url=None)
answer_in_one_shape(api)
for _part in screening:
    api.add_router("/screening", _part, tags=["screening"])
api.add_router("/desk", desk, tags=["desk"])
api.add_router("/desk", attachments, tags=["desk"])
api.add_router("/desk", readings, tags=["desk"])
api.add_router("/desk", search, tags=["desk"])
api.add_router("/desk", emergencies, tags=["desk"])
api.add_router("/desk", compartments, tags=["desk"])
api.add_router("/desk", devices, tags=["desk"])
api.add_router("/desk", officers, tags=["desk"])
api.add_router("/desk", factors, tags=["desk"])
api.add_router("/identification", identification, tags=["identification"])
api.add_router("/referral", referral, tags=["referral"])
api.add_router("/referral", needs_assessed, tags=["referral"])
api.add_router("/referral", own_desk, tags=["referral"])
api.add_router("/referral", reports, tags=["referral"])
api.add_router("/referral", sharing, tags=["referral"])
api.add_router("/protection", protection, tags=["protection"])
api.add_router("/justice", justice, tags=["justice"])
api.add_router("/prevention", prevention, tags=["prevention"])
api.add_router("/statistics", statistics, tags=["statistics"])
api.add_router("/assessment", assessment, tags=["assessment"])
for _part in exchange:
    api.add_router("/exchange", _part, tags=["exchange"])
