"""Screening: an officer asks, on a published instrument, whether a person shows signs of having been trafficked.

Acts: front-line officers of every agency. Texts: the ILO and European Commission operational indicators, the ILO
indicators of forced labour. Before it: registry, where person and case are kept. After it: identification and
referral, which pull presumed persons into their work. A finding opens doors and closes none.
"""
