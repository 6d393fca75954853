"""Every list says where it comes from."""

from idebank.resources import schema_folder


def test_every_list_is_in_the_readme() -> None:
    """A new list is not forgotten when sources and licences are told."""
    folder = schema_folder() / "vocabulary"
    told = (folder / "README.md").read_text(encoding="utf-8")
    lists = [path for path in folder.iterdir() if path.suffix in {".csv", ".yml"}]

    missing = [path.name for path in lists if f"`{path.name}`" not in told and f"`{path.stem}`" not in told]

    assert missing == []
