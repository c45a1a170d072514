"""Nothing in the server's log names anybody: no words of an exception, no value, nothing somebody typed as an address."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys

import pytest
from django.test import Client, override_settings
from django.urls import include, path

from panoh.web import urls
from panoh.web.log_lines import AsJson, InUniversalTime, ToTheLog, as_asked

pytestmark = pytest.mark.django_db
MARK = "Канареева-7F3K"


def failing(request, word=""):
    somebody = MARK
    try:
        int(somebody)
    except ValueError as error:
        raise KeyError(f"nobody is called {somebody}") from error


urlpatterns = [path("failing/<str:word>/", failing, name="failing"), path("", include(urls.urlpatterns))]
handler404, handler403, handler500 = urls.handler404, urls.handler403, urls.handler500


@pytest.fixture(params=[InUniversalTime, AsJson])
def log(request):
    """What stands in the log at the end."""
    written = io.StringIO()
    handler = ToTheLog(written)
    handler.setFormatter(request.param())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


@override_settings(ROOT_URLCONF="tests.house.test_log")
def test_an_error_nobody_foresaw_is_told_by_type_and_place_and_not_in_its_words(log):
    answer = Client(raise_request_exception=False).get(f"/failing/{MARK}/?name={MARK}", headers={"X-Name": MARK})

    told = log.getvalue()
    assert answer.status_code == 500
    assert "ValueError" in told
    assert "KeyError" in told
    assert "test_log.py" in told
    assert " failing" in told
    assert "/failing/<str:word>/" in told
    assert "Канареева" not in told
    assert "7F3K" not in told


@override_settings(ROOT_URLCONF="tests.house.test_log")
def test_for_a_machine_each_event_is_one_object_on_one_line(client, cast):
    written = io.StringIO()
    handler = ToTheLog(written)
    handler.setFormatter(AsJson())
    logging.getLogger("django.request").addHandler(handler)
    client.raise_request_exception = False
    client.force_login(cast.zarina)

    client.get("/devices/")
    client.get("/failing/two%0Alines/")
    logging.getLogger("django.request").removeHandler(handler)

    [line] = written.getvalue().splitlines()
    told = json.loads(line)
    asked = {"method": "GET", "page": "/failing/<str:word>/", "status": 500}
    assert {"time", "level", "logger", "message", *asked, "errors"} <= set(told)
    assert asked.items() <= told.items()
    assert told["time"].endswith("Z")
    assert [each["type"] for each in told["errors"]] == ["ValueError", "KeyError"]
    assert told["errors"][1]["frames"][-1].endswith(" failing")


@pytest.mark.parametrize(
    ("wanted", "console", "kind"),
    [
        ("", True, InUniversalTime),
        ("", False, AsJson),
        ("json", True, AsJson),
        ("plain", False, InUniversalTime),
    ],
)
def test_a_console_reads_text_and_a_machine_json_unless_it_is_said_otherwise(monkeypatch, wanted, console, kind):
    monkeypatch.setenv("PANOH_LOG", wanted)
    monkeypatch.setattr(sys, "stderr", type("", (), {"isatty": lambda _: console})())

    assert type(as_asked()) is kind


@pytest.mark.parametrize("typed", [f"/{MARK}/", f"/case/{MARK}/", f"/find/{MARK}?text={MARK}", f"/api/{MARK}"])
def test_an_address_there_is_none_of_is_not_quoted(log, typed):
    assert Client().get(typed).status_code == 404

    assert "Not Found" in log.getvalue()
    assert "7F3K" not in log.getvalue()


def test_a_host_that_is_none_of_ours_is_not_quoted(log):
    assert Client(headers={"host": "kanareeva.example"}).get("/sign-in/").status_code == 400

    assert "DisallowedHost" in log.getvalue()
    assert "kanareeva" not in log.getvalue()


@pytest.mark.parametrize(
    ("name", "sentence", "given", "told"),
    [
        (
            "psycopg.pool",
            "error connecting in %r: %s",
            ("pool-1", ValueError(MARK)),
            "error connecting in '…': ValueError",
        ),
        ("other", "%(who)s waited %(seconds)d", {"who": MARK, "seconds": 3}, "… waited 3"),
        ("other", "%s and %s", (MARK,), "%s and %s"),
        ("panoh.door", "sign-in: %s", (ValueError(MARK),), "sign-in: ValueError"),
        ("other", ValueError(MARK), (), "ValueError"),
    ],
)
def test_of_a_line_by_others_the_sentence_and_its_numbers_remain(name, sentence, given, told):
    record = logging.LogRecord(name, logging.WARNING, "", 0, sentence, None, None)
    record.args, record.created = given, 0.0

    assert InUniversalTime().format(record) == f"1970-01-01T00:00:00Z WARNING {name} {told}"


def test_a_line_that_cannot_be_written_does_not_spill_what_was_to_stand_in_it(capsys):
    written = io.StringIO()
    handler = ToTheLog(written)
    handler.setFormatter(InUniversalTime())
    record = logging.LogRecord("panoh", logging.WARNING, "", 0, MARK, None, None)
    record.created = "never"

    handler.handle(record)

    assert written.getvalue() == ""
    assert capsys.readouterr().err == "panoh: a line of panoh could not be written\n"


CRASH = """
import threading
from panoh.web.log_lines import InUniversalTime, crashes_as_lines
crashes_as_lines(InUniversalTime())
def crash(): raise ValueError("Канареева-7F3K")
thread = threading.Thread(target=crash); thread.start(); thread.join()
crash()
"""


def test_a_command_and_a_thread_that_crash_are_told_without_their_words():
    done = subprocess.run([sys.executable, "-c", CRASH], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.count("ValueError") == 2
    assert "7F3K" not in done.stderr


def test_a_log_that_was_closed_fails_no_act():
    written = io.StringIO()
    handler = ToTheLog(written)
    handler.setFormatter(InUniversalTime())
    written.close()

    handler.emit(logging.LogRecord("panoh", logging.WARNING, "", 0, "said too late", None, None))
