"""Figures for everybody: published by two officers from a frozen edition, and shown without sign-in.

Whatever is public was made once, is kept word for word, and comes from nowhere else: no page here counts anything.
"""
