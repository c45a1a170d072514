"""Addresses for files in and out."""

from django.urls import path

from panoh.exchange import views
from panoh.exchange.penalties import views as penalties

app_name = "exchange"
urlpatterns = [
    path("operation/<uuid:operation_id>/", views.send, name="send"),
    path("list/<uuid:list_id>/", views.one_list, name="list"),
    path("list/<uuid:list_id>/columns/", views.columns, name="columns"),
    path("list/<uuid:list_id>/take/", views.take, name="take"),
    path("list/<uuid:list_id>/drop/", views.drop, name="drop"),
    path("list/<uuid:list_id>/rows-to-mend.csv", views.to_mend, name="to_mend"),
    path("list/<uuid:list_id>/rows-to-mend.xlsx", views.to_mend_workbook, name="to_mend_workbook"),
    path("template.csv", views.template_file, name="template"),
    path("penalties/", penalties.send, name="send_penalties"),
    path("penalties/<uuid:penalty_list_id>/", penalties.one_list, name="penalty_list"),
    path("penalties/<uuid:penalty_list_id>/columns/", penalties.columns, name="penalty_columns"),
    path("penalties/<uuid:penalty_list_id>/compare/", penalties.compare, name="compare_penalties"),
    path("penalties/<uuid:penalty_list_id>/drop/", penalties.drop, name="drop_penalties"),
    path("penalties/<uuid:penalty_list_id>/screen/", penalties.screen, name="screen_listed"),
]
