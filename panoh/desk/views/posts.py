"""Officers in posts: the administrator invites them, they choose their own password, and leaving ends every right."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from panoh.desk import sign_in as door
from panoh.desk.digest import set_post_mail
from panoh.desk.forms import NewPasswordForm, OfficerForm, PostMailForm
from panoh.desk.ministries import connected
from panoh.desk.posts_page import asked_help, officer_in_post, posts_page
from panoh.desk.views.sign_in import first_step_taken
from panoh.registry.access import Act
from panoh.registry.actions import helping
from panoh.registry.actions.officers import end_officer, give_administrators, vet_officer, waits_for_vetting
from panoh.registry.actions.set_up import add_officer, renew_invitation
from panoh.registry.models import Agency, Post
from panoh.registry.pages import OfficerRequest, open_to, signed_in
from panoh.registry.tried import form_page, led_on, say_within, status_of, tried


@open_to(Act.MANAGE_POSTS)
def all_posts(request: OfficerRequest) -> HttpResponse:
    return render(request, "desk/posts.html", posts_page(request.user))


@open_to(Act.MANAGE_POSTS)
def add(request: OfficerRequest, post_id: int) -> HttpResponse:
    """Adds the officer and shows the invitation link once; nobody but the officer ever knows the password."""
    post = get_object_or_404(Post.objects.select_related("desk__agency"), pk=post_id)
    form = OfficerForm(request.POST or None)
    done, refusal = tried(
        form,
        lambda: add_officer(post=post, password=None, by=request.user, at=timezone.now(), **form.cleaned_data),
    )
    if done:
        waits = waits_for_vetting(done.made)
        link = "" if waits else request.build_absolute_uri(door.invitation_path(done.made))
        return render(request, "desk/add_officer.html", {"form": form, "post": post, "link": link, "waits": waits})
    if refusal:
        say_within(form, refusal, "username")
    context = {"form": form, "post": post, "link": "", "waits": False}
    return render(request, "desk/add_officer.html", context, status=status_of(form, refusal))


@open_to(Act.MANAGE_POSTS)
def mail(request: OfficerRequest, post_id: int) -> HttpResponse:
    """Where the post's digest goes."""
    post = get_object_or_404(Post.objects.select_related("desk__agency"), pk=post_id)
    form = PostMailForm(request.POST if request.method == "POST" else None, initial={"mail": post.mail})
    if form.is_valid():
        set_post_mail(post=post, mail=form.cleaned_data["mail"], by=request.user, at=timezone.now())
        return redirect("posts")
    return form_page(request, "desk/post_mail.html", form, post=post)


@open_to(Act.MANAGE_POSTS)
@require_POST
def invite_again(request: OfficerRequest, officer_id: int) -> HttpResponse:
    """A new link for an officer whose invitation grew too old, or who forgot the password."""
    officer = officer_in_post(officer_id)
    renew_invitation(officer=officer, by=request.user, at=timezone.now())
    link = request.build_absolute_uri(door.invitation_path(officer))
    return render(request, "desk/add_officer.html", {"post": officer.post, "link": link})


@open_to(Act.MANAGE_POSTS)
@require_POST
def vet(request: OfficerRequest, officer_id: int) -> HttpResponse:
    """Vetted: the link is shown to whoever looked at who the officer is, once."""
    officer = officer_in_post(officer_id)
    vet_officer(officer=officer, by=request.user, at=timezone.now())
    link = request.build_absolute_uri(door.invitation_path(officer))
    return render(request, "desk/add_officer.html", {"post": officer.post, "link": link})


@open_to(Act.MANAGE_POSTS)
@require_POST
def end(request: OfficerRequest, officer_id: int) -> HttpResponse:
    """Everything of the officer ends, and the page says what they left behind."""
    officer = officer_in_post(officer_id)
    left = end_officer(officer=officer, by=request.user, at=timezone.now())
    desks = Counter(str(case.desk) for case in left.cases)
    told = {"officer": officer, "left": left, "desks": sorted(desks.items())}
    return render(request, "desk/officer_left.html", told)


@open_to(Act.MANAGE_POSTS)
@require_POST
def administrators(request: OfficerRequest, agency_id: int) -> HttpResponse:
    give_administrators(agency=get_object_or_404(Agency, pk=agency_id), by=request.user, at=timezone.now())
    return redirect("posts")


@open_to(Act.MANAGE_POSTS)
@require_POST
def ask_for_help(request: OfficerRequest, officer_id: int) -> HttpResponse:
    officer, kind = officer_in_post(officer_id), request.POST.get("kind", "")
    helping.ask_for_help(officer=officer, kind=kind, by=request.user, at=timezone.now())
    said = _("Asked. A second officer, of the same desk or another administrator, confirms it.")
    return led_on(request, said, "posts")


@signed_in
@require_POST
def confirm_help(request: OfficerRequest, help_id: int) -> HttpResponse:
    helping.confirm_help(asked=asked_help(help_id), by=request.user, at=timezone.now())
    return led_on(request, _("Confirmed. It is on record with your name, and the officer is told."), "factors")


@open_to(Act.MANAGE_POSTS)
@require_POST
def print_sheet(request: OfficerRequest, help_id: int) -> HttpResponse:
    asked = asked_help(help_id)
    codes = helping.print_sheet_for(asked=asked, by=request.user, at=timezone.now())
    return render(request, "desk/sheet.html", {"codes": codes, "whose": asked.officer})


@signed_in
@require_POST
def note_help(request: OfficerRequest, help_id: int) -> HttpResponse:
    helping.note_help(asked=asked_help(help_id), by=request.user, at=timezone.now())
    return redirect("factors")


def accept_invitation(request: HttpRequest, officer_id: int, token: str) -> HttpResponse:
    officer = door.invited(officer_id, token)
    form = NewPasswordForm(request.POST or None, officer=officer)
    if form.is_valid():
        door.choose_password(officer=officer, password=form.cleaned_data["password"], at=timezone.now())
        return first_step_taken(request, officer)
    return form_page(request, "desk/invitation.html", form, officer=officer, token=token, ministries=connected())
