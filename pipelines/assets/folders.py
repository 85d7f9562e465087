"""Where a run reads and writes, and how: the one thing a user configures. Not here: reading or writing."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import dagster as dg

#: A folder of articles that must not be cited says so in this file, in one line.
NOTICE = ".notice"


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """What a run works on. Paths are absolute, or relative to the folder the process was started in.

    `merge`: whether rows of different articles that tell one event become one.
    """

    articles: str = "articles/sample"
    outputs: str = "outputs"
    workers: int = 0
    label: str = ""
    gold: str = ""
    merge: bool = True

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The folders that `DATASET_ARTICLES`, `DATASET_OUTPUTS`, … name; the bundled sample where they do not."""
        named = {field: environment.get(f"DATASET_{field.upper()}") for field in cls.model_fields}
        return cls.model_validate({field: value for field, value in named.items() if value})

    def as_environment(self) -> dict[str, str]:
        """The variables from which `from_environment` makes the same folders."""
        return {f"DATASET_{field.upper()}": str(value) for field, value in self.model_dump().items()}

    @property
    def articles_path(self) -> Path:
        """The folder of articles."""
        return Path(self.articles).expanduser()

    @property
    def outputs_path(self) -> Path:
        """The folder of releases."""
        return Path(self.outputs).expanduser()

    @property
    def processes(self) -> int:
        """How many processes extract: as many as asked for, or as there are processors."""
        return self.workers or os.cpu_count() or 1

    @property
    def notice(self) -> str | None:
        """What a release made from these articles must say in its first line, where they come with a notice."""
        path = self.articles_path / NOTICE
        return path.read_text(encoding="utf-8").strip() if path.is_file() else None
