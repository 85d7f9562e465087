"""Rows of different articles that tell one event become one row. Not here: rows of one article (`resolution`)."""

from pipelines.resolution.events.uniting import unite

__all__ = ["unite"]
