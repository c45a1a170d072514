"""Addresses of this stage."""

from django.urls import path

from panoh.statistics.views import editions, figures

app_name = "statistics"
urlpatterns = [
    path("", figures.home, name="home"),
    path("dashboard/", figures.dashboard, name="dashboard"),
    path("clocks/", figures.clocks, name="clocks"),
    path("nights/", figures.nights, name="nights"),
    path("sheet.pdf", figures.paper, name="sheet_paper"),
    path("definitions/", figures.definitions, name="definitions"),
    path("definitions/<slug:definition_id>/", figures.definition, name="definition"),
    path("definitions/<slug:definition_id>/cases/", figures.behind, name="behind"),
    path("times/", figures.times, name="times"),
    path("checks/", figures.checks, name="checks"),
    path("editions/", editions.editions, name="editions"),
    path("editions/prepare/", editions.prepare, name="prepare_edition"),
    path("editions/<int:edition_id>/", editions.edition, name="edition"),
    path("editions/<int:edition_id>/correct/", editions.correct, name="correct_edition"),
    path("editions/<int:edition_id>/sign/", editions.sign, name="sign_edition"),
]
