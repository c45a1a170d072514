"""Addresses of the desk: the front of the house."""

from django.urls import path

from panoh.desk.views import attachments, case, errors, ledger, posts, search, sign_in, work

urlpatterns = [
    path("", work.my_work, name="my_work"),
    path("waiting/", work.waiting, name="waiting"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/demo/", sign_in.sign_in_as_demo_post, name="sign_in_demo"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("leave/", sign_in.leave_quickly, name="leave"),
    path("first-administrator/<str:token>/", sign_in.first_administrator, name="first_administrator"),
    path("find/", search.find, name="find"),
    path("case/<uuid:case_id>/", case.one_case, name="case"),
    path("case/<uuid:case_id>/paper/", case.paper, name="case_paper"),
    path("case/<uuid:case_id>/close/", case.close, name="close_case"),
    path("case/<uuid:case_id>/consent/", case.ask_consent, name="ask_consent"),
    path("case/<uuid:case_id>/contact/", case.contact_rules, name="contact_rules"),
    path("case/<uuid:case_id>/attachments/", attachments.all_attachments, name="attachments"),
    path("case/<uuid:case_id>/attachments/add/", attachments.add, name="attach"),
    path("attachment/<uuid:attachment_id>/", attachments.one_attachment, name="attachment"),
    path("attachment/<uuid:attachment_id>/better/", attachments.replace, name="replace_attachment"),
    path("attachment/<uuid:attachment_id>/set-aside/", attachments.set_aside, name="set_aside_attachment"),
    path("attachment/<uuid:attachment_id>/put-back/", attachments.put_back, name="put_back_attachment"),
    path("attachment/<uuid:attachment_id>/remove/", attachments.remove, name="remove_attachment"),
    path("disclosure/<int:disclosure_id>/attachments/", attachments.show, name="show_attachments"),
    path("consent/<int:consent_id>/withdraw/", case.withdraw, name="withdraw_consent"),
    path("posts/", posts.all_posts, name="posts"),
    path("posts/<int:post_id>/add/", posts.add, name="add_officer"),
    path("posts/<int:post_id>/mail/", posts.mail, name="post_mail"),
    path("posts/officer/<int:officer_id>/end/", posts.end, name="end_officer"),
    path("posts/officer/<int:officer_id>/invite/", posts.invite_again, name="invite_again"),
    path("invitation/<int:officer_id>/<str:token>/", posts.accept_invitation, name="invitation"),
    path("ledger/", ledger.lines, name="ledger"),
    path("healthz", errors.health, name="health"),
]
