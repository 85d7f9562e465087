"""How right a release is: its tables against what people read in the same articles. Not here: extraction."""

from pipelines.quality.gold import read_gold
from pipelines.quality.report import render, render_errors
from pipelines.quality.score import Report, score

__all__ = ["Report", "read_gold", "render", "render_errors", "score"]
