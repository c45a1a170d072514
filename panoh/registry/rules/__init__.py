"""Decisions of the registry that need no database: age and track, the procedure's steps, and clocks."""
