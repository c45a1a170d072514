"""Case records without names as columns in a folder: written out of the cases, and counted here or on Apache Spark.

The folder holds a line for each person and event, coarse but exact: it is for counting, and never for publication.
"""
