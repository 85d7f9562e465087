"""What the project knows of the world, as CSV files, and typed access to them (`README.md` tells what each holds).

Not here: anything that reads an article, but for the one search that finds all listed names in a text (`gazetteer.py`).
"""

from pipelines.reference.bodies import (
    Agency,
    ArmsCompany,
    Forum,
    ForumEdition,
    Organization,
    agencies,
    arms_companies,
    forum_editions,
    forums,
    organizations,
)
from pipelines.reference.nouns import OrganizationNoun, RelationalTitle, organization_nouns, relational_titles
from pipelines.reference.people import OfficeHolder, office_holders, terms_of
from pipelines.reference.places import City, Country, Metonym, cities, countries, country, metonyms
from pipelines.reference.speech import (
    AnonymousSpeaker,
    ReportingNoun,
    ReportingVerb,
    SayingPhrase,
    anonymous_speakers,
    leads_to_saying,
    reporting_nouns,
    reporting_verbs,
    saying_phrases,
)
from pipelines.reference.subjects import Topic, topics
from pipelines.reference.titles import Office, offices

__all__ = [
    "Agency",
    "AnonymousSpeaker",
    "ArmsCompany",
    "City",
    "Country",
    "Forum",
    "ForumEdition",
    "Metonym",
    "Office",
    "OfficeHolder",
    "Organization",
    "OrganizationNoun",
    "RelationalTitle",
    "ReportingNoun",
    "ReportingVerb",
    "SayingPhrase",
    "Topic",
    "agencies",
    "anonymous_speakers",
    "arms_companies",
    "cities",
    "countries",
    "country",
    "forum_editions",
    "forums",
    "leads_to_saying",
    "metonyms",
    "office_holders",
    "offices",
    "organization_nouns",
    "organizations",
    "relational_titles",
    "reporting_nouns",
    "reporting_verbs",
    "saying_phrases",
    "terms_of",
    "topics",
]
