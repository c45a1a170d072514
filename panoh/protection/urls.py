"""Addresses of protection."""

from django.urls import path

from panoh.protection.views import charges, helping, house, interests, plan, safety

app_name = "protection"
urlpatterns = [
    path("", house.home, name="home"),
    path("places/", house.places, name="places"),
    path("residents/", house.residents, name="residents"),
    path("address/", house.address, name="address"),
    path("open/", house.open_shelter, name="open_shelter"),
    path("stay/<int:stay_id>/end/", house.end_stay, name="end_stay"),
    path("case/<uuid:case_id>/place/", helping.give, name="give"),
    path("case/<uuid:case_id>/service/", helping.service, name="service"),
    path("case/<uuid:case_id>/plan/", plan.plan, name="plan"),
    path("case/<uuid:case_id>/interests/", interests.interests, name="interests"),
    path("case/<uuid:case_id>/safety/", safety.safety, name="safety"),
    path("case/<uuid:case_id>/safety/measure/", safety.measure, name="measure"),
    path("measure/<uuid:measure_id>/end/", safety.end_measure, name="end_measure"),
    path("case/<uuid:case_id>/charges/", charges.charges, name="charges"),
    path("charge/<uuid:complaint_id>/answer/", charges.answer, name="answer_charge"),
    path("plan/<uuid:plan_id>/goal/", plan.goal, name="goal"),
    path("plan/<uuid:plan_id>/agree/", plan.agree, name="agree_plan"),
    path("plan/<uuid:plan_id>/review/", plan.review, name="review_plan"),
    path("plan/<uuid:plan_id>/end/", plan.end, name="end_plan"),
    path("goal/<uuid:goal_id>/close/", plan.close, name="close_goal"),
]
