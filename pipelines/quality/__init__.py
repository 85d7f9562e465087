"""How right a release is: its tables against what people read in the same articles. Not here: extraction."""

from pipelines.quality.gold import read_gold
from pipelines.quality.measure import Quality, measure
from pipelines.quality.report import render, render_errors

__all__ = ["Quality", "measure", "read_gold", "render", "render_errors"]
