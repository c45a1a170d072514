"""The demonstration country: invented people walked through the mechanism by the same acts officers use.

Acts: nobody real. Before it: all stages. After it: nothing. A demonstration database is one from its first day and
never mixes with a real one.
"""
