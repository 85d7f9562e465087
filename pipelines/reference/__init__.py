"""What the project knows of the world, as CSV files, and typed access to them (`README.md` tells what each holds).

Not here: anything that reads an article, but for the one search that finds all listed names in a text (`gazetteer.py`).
"""

from pipelines.reference.places import City, Country, Metonym, cities, countries, country, metonyms
from pipelines.reference.titles import Office, offices

__all__ = ["City", "Country", "Metonym", "Office", "cities", "countries", "country", "metonyms", "offices"]
