"""Pages across stages: signing in, my work, search, one case on one page.

Acts: every post. Before it: all stages, whose worklists and queries it shows. After it: nothing; it decides nothing.
"""
