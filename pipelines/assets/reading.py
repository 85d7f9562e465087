"""The asset of the stage `reading`: when each article was published."""

from collections import Counter

import dagster as dg

from pipelines.assets.describe import tally
from pipelines.assets.ingest import Ingested
from pipelines.reading.publication import date_article
from pipelines.records import Article


@dg.asset(group_name="reading", kinds={"python"})
def dated_articles(clean_articles: Ingested) -> dg.MaterializeResult[list[Article]]:
    """The articles with their day of publication, as an interval, and the reasons for it.

    Every “Wednesday” and “last year” in an article is resolved against this day.
    """
    articles = [date_article(article) for article in clean_articles.articles]
    return dg.MaterializeResult(
        value=articles,
        metadata={
            "dagster/row_count": len(articles),
            "precision": tally(Counter(article.published.precision for article in articles), "known to the"),
            "basis": tally(Counter(article.published.basis for article in articles), "read from"),
        },
    )
