"""Addresses for files in and out."""

from django.urls import path

from panoh.exchange import views
from panoh.exchange.figures import views as figures
from panoh.exchange.penalties import views as penalties
from panoh.exchange.public.views import officers

app_name = "exchange"
urlpatterns = [
    path("operation/<uuid:operation_id>/", views.send, name="send"),
    path("list/<uuid:list_id>/", views.one_list, name="list"),
    path("list/<uuid:list_id>/columns/", views.columns, name="columns"),
    path("list/<uuid:list_id>/take/", views.take, name="take"),
    path("list/<uuid:list_id>/drop/", views.drop, name="drop"),
    path("list/<uuid:list_id>/rows-to-mend.csv", views.to_mend, name="to_mend"),
    path("list/<uuid:list_id>/rows-to-mend.xlsx", views.to_mend_workbook, name="to_mend_workbook"),
    path("answers/<int:answer_file_id>.xlsx", views.answer_workbook, name="answer_workbook"),
    path("figures/", figures.files, name="figures"),
    path("figures/<str:figures_file>", figures.one_file, name="figures_file"),
    path("cases-htcds.xlsx", figures.cases, name="cases_htcds"),
    path("template.csv", views.template_file, name="template"),
    path("publications/", officers.publications, name="publications"),
    path("publications/<int:publication_id>/", officers.publication, name="publication"),
    path("publications/<int:publication_id>/answer/", officers.answer, name="answer_publication"),
    path("publications/propose/<int:edition_id>/", officers.propose, name="propose_publication"),
    path("penalties/", penalties.send, name="send_penalties"),
    path("penalties/<uuid:penalty_list_id>/", penalties.one_list, name="penalty_list"),
    path("penalties/<uuid:penalty_list_id>/columns/", penalties.columns, name="penalty_columns"),
    path("penalties/<uuid:penalty_list_id>/compare/", penalties.compare, name="compare_penalties"),
    path("penalties/<uuid:penalty_list_id>/drop/", penalties.drop, name="drop_penalties"),
    path("penalties/<uuid:penalty_list_id>/screen/", penalties.screen, name="screen_listed"),
]
