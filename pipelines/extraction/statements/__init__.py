"""Who said what: find the cue (`cues.py`), delimit its content (`content.py`), resolve its source (`finding.py`)."""

from pipelines.extraction.statements.finding import find_statements

__all__ = ["find_statements"]
