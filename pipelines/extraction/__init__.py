"""Articles in, records out: one folder a table. Not here: annotation of the text (reading), ids, rows (resolution)."""

from pipelines.extraction.workers import Extractor, extract

__all__ = ["Extractor", "extract"]
