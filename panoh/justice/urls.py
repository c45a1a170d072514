"""Addresses of justice."""

from django.urls import path

from panoh.justice.views import cases, hits, money, offences, penalties, people, residence

app_name = "justice"
urlpatterns = [
    path("", cases.home, name="home"),
    path("offences/", offences.offences, name="offences"),
    path("offences/<slug:offence_key>/", offences.offence, name="offence"),
    path("criminal-cases/", cases.criminal_cases, name="criminal_cases"),
    path("criminal-cases/open/", cases.open_criminal_case, name="open_criminal_case"),
    path("criminal-cases/<uuid:criminal_case_id>/", cases.criminal_case, name="criminal_case"),
    path("criminal-cases/<uuid:criminal_case_id>/stage/", cases.stage, name="stage"),
    path("criminal-cases/<uuid:criminal_case_id>/transfer/", cases.transfer, name="transfer"),
    path("criminal-cases/<uuid:criminal_case_id>/defendant/", people.add_defendant, name="add_defendant"),
    path("criminal-cases/<uuid:criminal_case_id>/victim/", people.count_victim, name="count_victim"),
    path("criminal-cases/<uuid:criminal_case_id>/restitution/", money.restitution, name="restitution"),
    path("criminal-cases/<uuid:criminal_case_id>/asset/", money.asset, name="asset"),
    path("stage/<int:stage_id>/take-back/", cases.take_back, name="take_back"),
    path("transfer/<int:transfer_id>/receive/", cases.receive, name="receive"),
    path("defendant/<uuid:defendant_id>/hold/", people.hold, name="hold"),
    path("defendant/<uuid:defendant_id>/release/", people.release, name="release"),
    path("defendant/<uuid:defendant_id>/sentence/", people.sentence, name="sentence"),
    path("victim/<int:victim_id>/end/", people.unlink_victim, name="unlink_victim"),
    path("restitution/<int:restitution_id>/payment/", money.payment, name="payment"),
    path("case/<uuid:case_id>/penalties/", penalties.penalties, name="penalties"),
    path("line/<uuid:entry_id>/penalty/", penalties.line_penalty, name="line_penalty"),
    path("penalty/<uuid:penalty_id>/", penalties.penalty, name="penalty"),
    path("penalty/<uuid:penalty_id>/link/", penalties.link, name="link"),
    path("penalty/<uuid:penalty_id>/relief/", penalties.relief, name="relief"),
    path("relief/<uuid:relief_id>/", penalties.became, name="became"),
    path("asset/<int:asset_id>/settle/", money.settle, name="settle"),
    path("case/<uuid:case_id>/residence/", residence.residence, name="residence"),
    path("case/<uuid:case_id>/residence/ask/", residence.ask_permit, name="ask_permit"),
    path("permit/<uuid:permit_id>/extend/", residence.extend_permit, name="extend_permit"),
    path("permit/<uuid:permit_id>/end/", residence.end_permit, name="end_permit"),
    path("permit-request/<uuid:permit_request_id>/decide/", residence.decide_permit, name="decide_permit"),
    path("permit-request/<uuid:permit_request_id>/take-back/", residence.take_back_request, name="take_back_request"),
    path("permit-request/<uuid:permit_request_id>/appeal/", residence.appeal_refusal, name="appeal_refusal"),
    path("permit-request/<uuid:permit_request_id>/leave/", residence.leave_refusal, name="leave_refusal"),
    path("permit-appeal/<uuid:permit_appeal_id>/", residence.appeal_became, name="appeal_became"),
    path("hit/<uuid:hit_id>/", hits.hit, name="hit"),
    path("hit/<uuid:hit_id>/confirm/", hits.confirm_hit, name="confirm_hit"),
    path("hit/<uuid:hit_id>/dismiss/", hits.dismiss_hit, name="dismiss_hit"),
    path("hit/<uuid:hit_id>/reopen/", hits.reopen_hit, name="reopen_hit"),
    path("removal/<uuid:notice_id>/", hits.removal_notice, name="removal_notice"),
]
