"""The extractor that comes with the project: patterns over the annotated document. Not here: the patterns."""

from collections.abc import Iterable, Iterator

from pipelines.extraction.deals import find_deals
from pipelines.extraction.meetings import find_meetings
from pipelines.extraction.statements import find_statements
from pipelines.reading.document import read
from pipelines.reading.nlp import pipeline
from pipelines.reading.scope import in_scope
from pipelines.records import Article, Extraction


def extract_by_rules(articles: Iterable[Article]) -> Iterator[Extraction]:
    """One extraction an article, in the order given. Articles in another language than English yield no rows."""
    english = [(article.text if article.language.startswith("en") else "", article) for article in articles]
    for doc, article in pipeline().pipe(english, as_tuples=True, batch_size=32):
        if not doc.text:
            yield Extraction(article.article_id)
            continue
        document = read(article, doc)
        if not in_scope(document):
            yield Extraction(article.article_id)
            continue
        yield Extraction(
            article.article_id,
            meetings=tuple(find_meetings(document)),
            deals=tuple(find_deals(document)),
            statements=tuple(find_statements(document)),
        )
