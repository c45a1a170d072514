"""The figures of persons counted over columns of case records: the rules of `rules/counting.py` once more, a part at a time."""
