"""Addresses of what everybody may read. The language stands in the address, since no cookie is kept."""

from django.urls import path, register_converter

from panoh.exchange.public.views import everybody


class Language:
    """One of the languages of the pages."""

    regex = "tg|ru|en"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Language, "language")

app_name = "public"
urlpatterns = [
    path("", everybody.door, name="door"),
    path("catalogue.jsonld", everybody.catalogue, name="catalogue"),
    path("files/<int:publication_id>/figures.csv", everybody.table, name="table"),
    path("files/<int:publication_id>/figures.json", everybody.text, name="text"),
    path("files/<int:publication_id>/readme.md", everybody.readme, name="readme"),
    path("<language:language>/", everybody.home, name="home"),
    path("<language:language>/definitions/", everybody.definitions, name="definitions"),
    path("<language:language>/<int:publication_id>/", everybody.figures, name="figures"),
]
