"""News articles in, a dataset of defence meetings, deals and statements out.

Data passes one way: ingest → reading → extraction → resolution → release. `assets` hangs the stages into Dagster.
"""
