"""The outermost floor: settings, addresses, templates, wording and the command line."""
