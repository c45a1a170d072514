"""Protection: a safe place, and services that reach the person.

Acts: shelters and other providers. Texts applied: CETS 197 art. 12, 28. Before it: referral. After it: figures.
"""
