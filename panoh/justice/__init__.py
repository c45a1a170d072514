"""Justice: what the law calls an offence, what becomes of whoever exploited, and that no victim pays for it.

Acts: investigators, prosecutors, court liaisons; for penalties whoever answers for the person. Texts applied: the country's
register of offences, CETS 197 art. 26. Before it: protection. After it: figures.
"""
