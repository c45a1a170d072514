"""Statistics: figures counted from the case records by written definition, without names.

Acts: every post may read figures. Texts applied: the definitions in instruments/statistics. Before it: all stages. After it:
assessment of the country's response.
"""
