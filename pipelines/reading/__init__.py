"""Clean text in, annotated document out: who, where, when, what, each with its span. Built once, for all extractors.

Not here: what an article claims (that is extraction), and where its text came from (that is ingest).
"""
