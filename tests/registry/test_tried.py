"""An act tried from a page: done, it leads on; refused, the reason stands beside what was typed; unread, nothing was done."""

from __future__ import annotations

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import BaseStorage
from django.test import RequestFactory

from panoh.registry.refusals import Conflict, NotPermitted, Refused
from panoh.registry.tried import Done, led_on, pressed, status_of, tried, tried_within


class WordForm(forms.Form):
    word = forms.CharField()


class Kept(BaseStorage):
    """Messages of one answer, kept nowhere."""

    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


OPENED, UNREAD, READ = (lambda: WordForm(), lambda: WordForm({"word": ""}), lambda: WordForm({"word": "so"}))


def refuses(refusal: Refused):
    def act() -> object:
        raise refusal

    return act


@pytest.fixture
def sent():
    request = RequestFactory().post("/")
    request._messages = Kept(request)
    return request


@pytest.mark.parametrize(("opened", "status"), [(OPENED, 200), (UNREAD, 422)])
def test_nothing_is_done_before_a_form_is_whole(opened, status):
    form, calls = opened(), []

    assert tried(form, lambda: calls.append("done")) == (None, None)
    assert calls == []
    assert status_of(form) == status


def test_what_was_made_comes_back_even_where_it_is_nothing():
    assert tried(READ(), lambda: None) == (Done(None), None)


def on_record(refusal: Refused) -> Refused:
    """As an act raises it, which has written a line."""
    refusal.on_record = True
    return refusal


@pytest.mark.parametrize(
    "refused", [Refused("no"), on_record(NotPermitted("not you")), Conflict("a colleague was first")]
)
def test_a_refusal_answers_with_its_own_status(refused):
    form = READ()

    done, refusal = tried(form, refuses(refused))

    assert (done, refusal) == (None, refused)
    assert status_of(form, refusal) == refused.status


def test_on_a_page_of_several_forms_the_refusal_stands_in_the_one_that_was_sent():
    form = READ()

    assert tried_within(form, refuses(Refused("Too late.", "Ask anew."))) is None
    assert form.non_field_errors() == ["Too late. Ask anew."]
    assert status_of(form) == 422


def test_a_button_is_pressed_by_sending_and_not_by_looking(sent):
    calls = []

    assert pressed(RequestFactory().get("/"), lambda: calls.append("done")) == (None, None)
    assert calls == []
    assert pressed(sent, lambda: 7) == (Done(7), None)


def test_a_button_says_why_not_but_whoever_may_not_press_it_meets_the_page_of_all(sent):
    refused = Refused("no")

    assert pressed(sent, refuses(refused)) == (None, refused)
    with pytest.raises(NotPermitted):
        pressed(sent, refuses(NotPermitted("not you")))


def test_what_is_done_says_so_on_the_next_page(sent):
    onward = led_on(sent, "It is recorded.", "/next/")

    assert onward.url == "/next/"
    assert [str(each) for each in get_messages(sent)] == ["It is recorded."]


def test_whoever_a_query_does_not_let_in_meets_the_page_where_that_goes_on_record():
    with pytest.raises(NotPermitted):
        tried(READ(), refuses(NotPermitted("not you")))
