"""The kinds of published text Panoh knows: one module per kind, each a set of frozen dataclasses built from a file."""
