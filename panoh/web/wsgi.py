"""The door for the application server."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from panoh.web.log_lines import as_asked, crashes_as_lines

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "panoh.web.settings")
application = get_wsgi_application()
crashes_as_lines(as_asked())

# All pages are read in before the first request, and set apart from what is looked through for garbage: to look through it
# takes a seventh of a second, in the midst of somebody's page.
import_module("panoh.web.urls")
gc.collect()
gc.freeze()
