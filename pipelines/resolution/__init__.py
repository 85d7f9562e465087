"""Records of articles become the rows of a release, with ids. Not here: finding records, writing files.

`resolve` gives article-level rows: what two articles say of one event are two rows. `unite` makes one of them.
"""

from pipelines.resolution.events import unite
from pipelines.resolution.redating import Redated, redate
from pipelines.resolution.resolve import Resolved, resolve

__all__ = ["Redated", "Resolved", "redate", "resolve", "unite"]
