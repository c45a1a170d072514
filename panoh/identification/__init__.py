"""Identification: from a referral to a decision on who is a victim, with reasons, clocks and a way back.

Who acts: the intake desk, the preliminary decision maker, the formal panel; never an investigator of the same case.
Texts applied: the country's written procedure (instruments/countries), CETS 197 articles 10 and 13.
Before it comes screening (a presumed victim); after it, and without waiting for it, come referral and protection.
"""
