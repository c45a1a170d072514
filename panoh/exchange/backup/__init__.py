"""Copies of an installation: made while it runs, locked for a key that is not on the server, and put back whole.

Locked with age (age-encryption.org), so that a copy can be opened with the common tool as well.
"""
