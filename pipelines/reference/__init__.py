"""What the project knows of the world, as CSV files, and typed access to them (`README.md` tells what each holds).

Not here: anything that reads an article, but for the one search that finds all listed names in a text (`gazetteer.py`).
"""

from pipelines.reference.nouns import OrganizationNoun, RelationalTitle, organization_nouns, relational_titles
from pipelines.reference.people import OfficeHolder, office_holders, terms_of
from pipelines.reference.places import City, Country, Metonym, cities, countries, country, metonyms
from pipelines.reference.speech import (
    AnonymousSpeaker,
    ReportingNoun,
    ReportingVerb,
    anonymous_speakers,
    reporting_nouns,
    reporting_verbs,
)
from pipelines.reference.subjects import Topic, topics
from pipelines.reference.titles import Office, offices

__all__ = [
    "AnonymousSpeaker",
    "City",
    "Country",
    "Metonym",
    "Office",
    "OfficeHolder",
    "OrganizationNoun",
    "RelationalTitle",
    "ReportingNoun",
    "ReportingVerb",
    "Topic",
    "anonymous_speakers",
    "cities",
    "countries",
    "country",
    "metonyms",
    "office_holders",
    "offices",
    "organization_nouns",
    "relational_titles",
    "reporting_nouns",
    "reporting_verbs",
    "terms_of",
    "topics",
]
