"""Addresses for files in and out."""

from django.urls import path

from panoh.exchange import views
from panoh.exchange.figures import views as figures

app_name = "exchange"
urlpatterns = [
    path("operation/<uuid:operation_id>/", views.send, name="send"),
    path("list/<uuid:list_id>/", views.one_list, name="list"),
    path("list/<uuid:list_id>/columns/", views.columns, name="columns"),
    path("list/<uuid:list_id>/take/", views.take, name="take"),
    path("list/<uuid:list_id>/drop/", views.drop, name="drop"),
    path("list/<uuid:list_id>/rows-to-mend.csv", views.to_mend, name="to_mend"),
    path("list/<uuid:list_id>/rows-to-mend.xlsx", views.to_mend_workbook, name="to_mend_workbook"),
    path("figures/", figures.files, name="figures"),
    path("figures/<str:figures_file>", figures.one_file, name="figures_file"),
    path("cases-htcds.xlsx", figures.cases, name="cases_htcds"),
    path("template.csv", views.template_file, name="template"),
]
