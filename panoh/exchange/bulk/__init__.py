"""Lists of any length scored on one instrument: read, reckoned and written batch by batch, here or on Apache Spark.

Nothing is kept and nobody is named: what comes out is the row in the file, and the finding.
"""
