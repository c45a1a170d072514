"""Officers in posts: the administrator invites them, they choose their own password, and leaving ends every right."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from panoh.desk import sign_in as door
from panoh.desk.digest import set_post_mail
from panoh.desk.forms import NewPasswordForm, OfficerForm, PostMailForm
from panoh.desk.queries import desks_with_posts
from panoh.desk.views.sign_in import welcome
from panoh.registry.access import Act
from panoh.registry.actions.set_up import add_officer, end_officer, renew_invitation
from panoh.registry.models import Officer, Post
from panoh.registry.pages import OfficerRequest, open_to
from panoh.registry.refusals import Refused


@open_to(Act.MANAGE_POSTS)
def all_posts(request: OfficerRequest) -> HttpResponse:
    return render(request, "desk/posts.html", {"desks": desks_with_posts()})


@open_to(Act.MANAGE_POSTS)
def add(request: OfficerRequest, post_id: int) -> HttpResponse:
    """Adds the officer and shows the invitation link once; nobody but the officer ever knows the password."""
    post = get_object_or_404(Post.objects.select_related("desk__agency"), pk=post_id)
    form = OfficerForm(request.POST or None)
    link = ""
    if form.is_valid():
        try:
            officer = add_officer(post=post, password=None, by=request.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error("username", f"{refused.reason} {refused.way_forward}")
        else:
            link = request.build_absolute_uri(door.invitation_path(officer))
    return render(request, "desk/add_officer.html", {"form": form, "post": post, "link": link})


@open_to(Act.MANAGE_POSTS)
def mail(request: OfficerRequest, post_id: int) -> HttpResponse:
    """Where the post's digest goes."""
    post = get_object_or_404(Post.objects.select_related("desk__agency"), pk=post_id)
    form = PostMailForm(request.POST if request.method == "POST" else None, initial={"mail": post.mail})
    if form.is_valid():
        set_post_mail(post=post, mail=form.cleaned_data["mail"], by=request.user, at=timezone.now())
        return redirect("posts")
    return render(request, "desk/post_mail.html", {"form": form, "post": post})


@open_to(Act.MANAGE_POSTS)
@require_POST
def invite_again(request: OfficerRequest, officer_id: int) -> HttpResponse:
    """A new link for an officer whose invitation grew too old, or who forgot the password."""
    officer = get_object_or_404(Officer.objects.select_related("post__desk__agency"), pk=officer_id, is_active=True)
    renew_invitation(officer=officer, by=request.user, at=timezone.now())
    link = request.build_absolute_uri(door.invitation_path(officer))
    return render(request, "desk/add_officer.html", {"post": officer.post, "link": link})


@open_to(Act.MANAGE_POSTS)
@require_POST
def end(request: OfficerRequest, officer_id: int) -> HttpResponse:
    end_officer(officer=get_object_or_404(Officer, pk=officer_id), by=request.user, at=timezone.now())
    return redirect("posts")


def accept_invitation(request: HttpRequest, officer_id: int, token: str) -> HttpResponse:
    officer = door.invited(officer_id, token)
    form = NewPasswordForm(request.POST or None, officer=officer)
    if form.is_valid():
        door.choose_password(officer=officer, password=form.cleaned_data["password"], at=timezone.now())
        return welcome(request, officer)
    return render(request, "desk/invitation.html", {"form": form, "officer": officer})
