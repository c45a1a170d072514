"""Referral: what the person needs, and the desk that can give it.

Acts: first responders, the intake desk, case managers; service providers answer. Texts applied: CETS 197 art. 12.
Before it: a first suspicion is enough. After it: protection.
"""
