"""Assessment: how others judge the country's response, and by which rules. So far the tiers of the yearly TIP report.

Acts: every post that may see figures may read it; nobody and nothing here predicts a placement. Texts applied: the statute and
the placements in instruments/assessment. Before it: statistics. After it: nothing; what is found goes to people who judge.
"""
