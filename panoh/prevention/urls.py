"""Addresses of prevention, split by subject."""

from django.urls import path

from panoh.prevention.views import home, sites

app_name = "prevention"
_SITES = [
    path("sites/", sites.sites, name="sites"),
    path("sites/register/", sites.register_site, name="register_site"),
    path("sites/<uuid:site_id>/", sites.site, name="site"),
    path("employers/register/", sites.register_employer, name="register_employer"),
]
urlpatterns = [
    path("", home.home, name="home"),
    *_SITES,
]
