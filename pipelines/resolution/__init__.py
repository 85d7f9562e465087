"""Records of single articles become the rows of a release, with ids. Not here: finding records, writing files.

Rows are article-level: what two articles say of one event are two rows.
"""

from pipelines.resolution.resolve import Resolved, resolve

__all__ = ["Resolved", "resolve"]
