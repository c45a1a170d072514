"""Addresses of protection."""

from django.urls import path

from panoh.protection.views import advocates, charges, following, helping, house, interests, plan, safety, stays, upkeep

app_name = "protection"
urlpatterns = [
    path("", house.home, name="home"),
    path("places/", house.places, name="places"),
    path("residents/", house.residents, name="residents"),
    path("address/", house.address, name="address"),
    path("staff/", upkeep.staff, name="staff"),
    path("budget/", upkeep.budget, name="budget"),
    path("nights/", upkeep.nights, name="nights"),
    path("open/", house.open_shelter, name="open_shelter"),
    path("stay/<int:stay_id>/end/", stays.end_stay, name="end_stay"),
    path("stay/<int:stay_id>/move/", stays.move_wish, name="move_wish"),
    path("stay/<int:stay_id>/out/", stays.goes_out, name="goes_out"),
    path("stay/<int:stay_id>/back/", stays.comes_back, name="comes_back"),
    path("stay/<int:stay_id>/arrival/", stays.arrival, name="arrival"),
    path("stay/<int:stay_id>/things/", stays.things, name="things"),
    path("departure/<uuid:departure_id>/contact/<int:months>/", following.follow_up, name="follow_up"),
    path("departure/<uuid:departure_id>/", stays.departure, name="departure"),
    path("offer/<int:offer_id>/end/", helping.end_offer, name="end_offer"),
    path("case/<uuid:case_id>/place/", helping.give, name="give"),
    path("case/<uuid:case_id>/service/", helping.service, name="service"),
    path("case/<uuid:case_id>/plan/", plan.plan, name="plan"),
    path("case/<uuid:case_id>/interests/", interests.interests, name="interests"),
    path("case/<uuid:case_id>/safety/", safety.safety, name="safety"),
    path("case/<uuid:case_id>/safety/measure/", safety.measure, name="measure"),
    path("measure/<uuid:measure_id>/end/", safety.end_measure, name="end_measure"),
    path("case/<uuid:case_id>/advocate/", advocates.advocate, name="advocate"),
    path("advocate/<int:advocate_id>/", advocates.advocacy, name="advocacy"),
    path("advocate/<int:advocate_id>/end/", advocates.end, name="end_advocate"),
    path("advocate/<int:advocate_id>/noted/", advocates.note, name="note_decisions"),
    path("advocate/<int:advocate_id>/reasons/<uuid:decision_id>/", advocates.reasons, name="advocate_reasons"),
    path("case/<uuid:case_id>/charges/", charges.charges, name="charges"),
    path("charge/<uuid:complaint_id>/answer/", charges.answer, name="answer_charge"),
    path("plan/<uuid:plan_id>/goal/", plan.goal, name="goal"),
    path("plan/<uuid:plan_id>/agree/", plan.agree, name="agree_plan"),
    path("plan/<uuid:plan_id>/review/", plan.review, name="review_plan"),
    path("plan/<uuid:plan_id>/end/", plan.end, name="end_plan"),
    path("goal/<uuid:goal_id>/close/", plan.close, name="close_goal"),
]
