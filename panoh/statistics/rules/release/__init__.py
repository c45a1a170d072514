"""A public release of microdata: tables with small cells hidden, and private tables and invented records under a budget.

What is public: the codebook (columns and the values they may have). What is paid for with budget: every number read from
the records, always through one vetted mechanism. Everything else works on numbers already paid for, and is free.
"""
