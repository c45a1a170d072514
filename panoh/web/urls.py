"""All addresses: the desk at the front, one word per stage, the API beside them. No address carries personal data."""

from django.urls import include, path

from panoh.web.api import api

urlpatterns = [
    path("", include("panoh.desk.urls")),
    path("screening/", include("panoh.screening.urls")),
    path("identification/", include("panoh.identification.urls")),
    path("referral/", include("panoh.referral.urls")),
    path("protection/", include("panoh.protection.urls")),
    path("justice/", include("panoh.justice.urls")),
    path("prevention/", include("panoh.prevention.urls")),
    path("statistics/", include("panoh.statistics.urls")),
    path("assessment/", include("panoh.assessment.urls")),
    path("exchange/", include("panoh.exchange.urls")),
    path("public/", include("panoh.exchange.public.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("api/", api.urls),
]

handler400 = "panoh.desk.views.errors.not_taken"
handler404 = "panoh.desk.views.errors.not_found"
handler403 = "panoh.desk.views.errors.refused"
handler500 = "panoh.desk.views.errors.failed"
