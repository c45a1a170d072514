"""Django settings. Everything that differs between installations comes from `configuration`."""

from __future__ import annotations

import os
from pathlib import Path

import django
from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

from panoh.web import configuration, ministries_file

BASE = configuration.HOME / "panoh" / "web"
DATA = configuration.data_folder()
KEY_RING_FILE = DATA / "keys.json"
METRICS_TOKEN_FILE = DATA / "metrics.token"
REQUEST_COUNTS = DATA / "requests"

SECRET_KEY = configuration.secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("PANOH_HOSTS", "localhost 127.0.0.1 [::1]").split()
HTTPS = os.environ.get("PANOH_HTTPS") == "1"

# Where "leave this page quickly" goes: a page anyone might be reading.
LEAVE_QUICKLY_TO = os.environ.get("PANOH_LEAVE_QUICKLY_TO", "https://www.wikipedia.org/")

# Ministries with a sign-in of their own: data/ministries.yaml, see docs/how-to/run-a-server.md.
MINISTRIES = ministries_file.ministries(DATA)

COUNTRY = os.environ.get("PANOH_COUNTRY", "tj")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "ninja",
    "panoh",
    "panoh.web",
]

MIDDLEWARE = [
    "panoh.web.middleware.requests_counted",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "panoh.web.middleware.one_writer_on_sqlite",
    "panoh.web.middleware.readings_on_record",
    "panoh.web.middleware.nothing_kept_by_the_browser",
    "panoh.web.middleware.nothing_lent_to_other_sites",
    "panoh.web.at_the_door.AtTheDoor",
    "panoh.web.middleware.purpose_said",
    "panoh.web.middleware.refusals_as_pages",
    "panoh.web.middleware.no_character_that_is_none",
]

ROOT_URLCONF = "panoh.web.urls"
WSGI_APPLICATION = "panoh.web.wsgi.application"
PAPERS = BASE / "papers"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates", Path(django.__file__).parent / "forms" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "panoh.web.context.installation",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "panoh.web.templatetags.panoh",
                "panoh.web.templatetags.cheap",
            ],
        },
    }
]

FORM_RENDERER = "panoh.web.forms.PanohRenderer"

DATABASES = {"default": configuration.database()}

AUTH_USER_MODEL = "panoh.Officer"
AUTHENTICATION_BACKENDS = ["panoh.registry.backend.OfficerBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "panoh.desk.passwords.NotTriedFirst"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "my_work"
PAGES_ARE_COUNTED = configuration.pages_are_counted(ALLOWED_HOSTS, https=HTTPS)
SESSION_ENGINE = "panoh.registry.sessions"  # each post's own lengths: instruments/countries/*/sign_in.yaml
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A browser takes a cookie called __Host-… from this very host over TLS only: no other name of the domain can plant one.
_THIS_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_THIS_HOST}sessionid"
CSRF_COOKIE_NAME = f"{_THIS_HOST}csrftoken"
LANGUAGE_COOKIE_NAME = f"{_THIS_HOST}django_language"
DEVICE_COOKIE_NAME = f"{_THIS_HOST}panoh_last_here"
KNOWN_DEVICE_COOKIE_NAME = f"{_THIS_HOST}panoh_device"
MESSAGE_COOKIE_NAME = f"{_THIS_HOST}messages"
MESSAGE_STORAGE = "panoh.web.notices.Notices"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# Other hosts learn nothing. Not "no-referrer": browsers then send `Origin: null`, which fails the check of every form.
SECURE_REFERRER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "panoh.desk.views.errors.page_too_old"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "frame-ancestors": ["'none'"],
        "form-action": [SELF],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

EMAIL_HOST = os.environ.get("PANOH_MAIL_HOST", "")  # for `panoh digest --mail` alone; nothing else sends mail
EMAIL_PORT = int(os.environ.get("PANOH_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("PANOH_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PANOH_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("PANOH_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("PANOH_MAIL_FROM", "panoh@localhost")

LANGUAGE_CODE = "en"
LANGUAGES = [("tg", _("Tajik")), ("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [BASE / "locale"]
FORMAT_MODULE_PATH = "panoh.web.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("PANOH_TIME_ZONE", "Asia/Dushanbe")

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
FILE_UPLOAD_HANDLERS = [  # a list sent in names people: it is never spilled to disk unsealed
    "django.core.files.uploadhandler.MemoryFileUploadHandler"
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "panoh.web.log_lines.as_asked"}},
    "handlers": {"console": {"class": "panoh.web.log_lines.ToTheLog", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
