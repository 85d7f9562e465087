"""Articles in, records out: one module a table. Not here: annotation of the text (reading), ids and rows (resolution)."""

from pipelines.extraction.workers import Extractor, extract

__all__ = ["Extractor", "extract"]
