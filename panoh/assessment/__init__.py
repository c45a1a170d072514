"""Assessment: how others judge the country's response, by which rules, and what there is to show them.

The tiers of the yearly TIP report under the statute's clocks; source texts read into facts that people accept; minimum
standards and criteria with their evidence and gaps; recommendations through the years; countries side by side.

Acts: every post that may see figures may read it; analysts and those who decide formally or oversee bring texts in, give
verdicts on facts, judge criteria and follow recommendations; the owner of a recommendation tells what was done. Nobody and
nothing here predicts a placement. Texts applied: the statute, placements, criteria and vocabulary in instruments/assessment.
Before it: statistics. After it: nothing; what is found goes to people who judge.
"""
