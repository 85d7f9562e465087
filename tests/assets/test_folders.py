"""What a user configures reaches the run, by argument or by environment."""

from pathlib import Path

from pipelines.assets.folders import Folders


def test_folders_survive_the_way_through_the_environment() -> None:
    folders = Folders(articles="/news", outputs="/data", workers=3, label="2026.11.22")
    assert Folders.from_environment(folders.as_environment()) == folders


def test_an_environment_that_says_nothing_means_the_bundled_sample() -> None:
    assert Folders.from_environment({"DATASET_ARTICLES": ""}).articles == "articles/sample"


def test_only_articles_that_come_with_a_notice_carry_one(tmp_path: Path) -> None:
    folders = Folders(articles=str(tmp_path))
    assert folders.notice is None
    (tmp_path / ".notice").write_text("Not to be cited.\n")
    assert folders.notice == "Not to be cited."
