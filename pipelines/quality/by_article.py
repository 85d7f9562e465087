"""The rows of a release by the article that tells of them, as gold has them. Not here: comparing the two."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

import polars as pl

from pipelines.quality.gold import Row
from schemas import TABLES
from schemas.mentions import EVIDENCED

Rows = dict[str, list[Row]]

#: What an article has that is not in the release.
NOTHING: Final[Rows] = {"articles": [], **{table: [] for table in EVIDENCED}}
_CHILDREN: Final = (("meetings", "meeting_participants", "participants"), ("deals", "deal_items", "items"))


def by_article(tables: Mapping[str, pl.DataFrame]) -> dict[str, Rows]:
    """The rows that mentions tie to each article, events with their child rows inside, by file name."""
    events = {row[TABLES[name].primary_key()[0]]: (name, row) for name in EVIDENCED for row in tables[name].to_dicts()}
    for parent, child, key in _CHILDREN:
        parent_id = TABLES[parent].primary_key()[0]
        for table, row in events.values():
            if table == parent:
                row[key] = []
        for row in tables[child].to_dicts():
            if row[parent_id] in events:
                events[row[parent_id]][1][key].append(row)
    articles: dict[str, Rows] = {
        row["article_id"]: {"articles": [row], **{table: [] for table in EVIDENCED}}
        for row in tables["articles"].to_dicts()
    }
    ties = tables["mentions"].select("record_id", "article_id").unique(maintain_order=True)
    for record_id, article_id in ties.iter_rows():
        if record_id in events and article_id in articles:
            table, row = events[record_id]
            articles[article_id][table].append(row)
    return {PurePath(rows["articles"][0]["source"]).name: rows for rows in articles.values()}
