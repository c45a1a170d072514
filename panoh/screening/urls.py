"""Addresses of this stage."""

from django.urls import path

from panoh.screening import views
from panoh.screening.views import operations

app_name = "screening"
urlpatterns = [
    path("", views.home, name="home"),
    path("again/<uuid:case_id>/", views.home, name="again"),
    path("<uuid:screening_id>/", views.home, name="go_on"),
    path("operations/", operations.all_operations, name="operations"),
    path("operations/new/", operations.new_operation, name="new_operation"),
    path("operations/<uuid:operation_id>/", operations.operation, name="operation"),
    path("roster/<uuid:entry_id>/", operations.set_status, name="roster_status"),
]
