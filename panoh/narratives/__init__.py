"""Reads the prose in which a country is judged and returns facts that keep their sentence.

The counts, the money, and the words "did not report" of a Trafficking in Persons narrative become facts that
assessment can set beside the country's own figures. Nothing here guesses: a value that is not written is not read.
"""
