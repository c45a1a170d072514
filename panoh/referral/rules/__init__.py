"""What decides in referral: whom a desk's question needs agreement from, which desks are offered, when an answer is due.

Nothing here looks at status, nationality, papers or willingness to testify: help does not wait (promise 2).
"""
