"""A public release of a file of records: reading it by its codebook, the budget it may cost, and the files that go out."""
