"""Published texts as data, and the only reader of them.

Acts: nobody; every stage asks here what a text says. Knows nothing of people, cases or the database.
"""
