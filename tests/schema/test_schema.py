"""The schema's completeness and its verdicts."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from idebank.kinds import KINDS
from idebank.resources import schema_folder
from idebank.schema import Schemas
from idebank.schema.dates import is_date, is_partial_date, suggested_date
from idebank.schema.formats import formats, is_email, is_file_name, is_slug, is_web_address
from idebank.schema.violations import KEYWORDS
from idebank.source.front_matter import read_front_matter
from idebank.vocabulary import LANGUAGES
from tests.factories import schema, vocabulary

ANNOTATIONS = {
    "title",
    "properties",
    "items",
    "additionalProperties",
    "required",
    "type",
    "enum",
    "if",
    "then",
    "allOf",
    "const",
}


def _nodes(node: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, child in node.get("properties", {}).items():
        yield f"{path}{name}", child
        yield from _nodes(child, f"{path}{name}.")
        yield from _nodes(child.get("items", {}), f"{path}{name}[].")


NODES = {f"{kind}:{path}": node for kind in KINDS for path, node in _nodes(schema(kind).root)}


@pytest.mark.parametrize("path", NODES)
def test_every_field_has_label_and_help(path: str) -> None:
    """Each field says in each language what it is called, and in one sentence what to write."""
    node = NODES[path]

    assert list(node["x-label"]) == list(LANGUAGES)
    assert list(node["x-help"]) == list(LANGUAGES)
    assert all(node["x-label"].values())
    assert all(help_.endswith(".") and help_.count(". ") == 0 for help_ in node["x-help"].values())


@pytest.mark.parametrize("path", [path for path in NODES if "." not in path and "[" not in path])
def test_every_field_has_level_and_group(path: str) -> None:
    """Each top-level field says where in a form it belongs."""
    groups = {
        "what",
        "who",
        "where",
        "topic",
        "how",
        "results",
        "reuse",
        "links",
        "media",
        "upkeep",
        "profiles",
    }

    assert NODES[path]["x-level"] in {1, 2, 3}
    assert NODES[path]["x-group"] in groups


def test_every_required_field_has_an_example() -> None:
    """Whoever lacks a field is shown one."""
    objects = [*(schema(kind).root for kind in KINDS), *(node.get("items", node) for node in NODES.values())]
    required = [node["properties"][name] for node in objects for name in node.get("required", ())]

    assert all("x-example" in node for node in required)
    assert [node["x-example"] for node in NODES.values() if "\n" in node.get("x-example", "")] == []  # quoted


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_valid(kind: str) -> None:
    """The examples of the required fields make an entry that breaks nothing but the place."""
    own = schema(kind)
    lines = [own.root["properties"][name]["x-example"] for name in own.root["required"]]

    fields = read_front_matter("\n".join(lines)).fields

    assert fields is not None
    assert own.violations(own.coerce(fields)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_what_it_is(kind: str) -> None:
    """A kind has a name for one and for many, and a sentence on what it is for."""
    root = schema(kind).root

    assert root["title"] == kind
    assert [list(root[name]) for name in ("x-label", "x-labels", "x-help")] == [list(LANGUAGES)] * 3


def test_aliases_are_nobody_elses() -> None:
    """What people call one field is not the name of another beside it."""
    for path, node in [*((kind, schema(kind).root) for kind in KINDS), *NODES.items()]:
        names = node.get("items", node).get("properties", {})
        aliases = [alias for child in names.values() for alias in child.get("x-aliases", ())]
        assert not set(aliases) & set(names), path
        assert len(aliases) == len(set(aliases)), path


def test_every_keyword_is_explained() -> None:
    """The schema uses no keyword whose breach we have no words for."""
    used = {
        key
        for node in [*(schema(kind).root for kind in KINDS), *NODES.values()]
        for key in (*node, *node.get("items", {}))
    }

    assert {key for key in used if not key.startswith(("x-", "$"))} - ANNOTATIONS <= set(KEYWORDS)


def test_every_format_is_known() -> None:
    """No field asks for a form that nobody checks."""
    used = {node["format"] for node in NODES.values() if "format" in node}

    assert used <= set(formats(vocabulary()))


def test_coercion() -> None:
    """Numbers and truths are read where they are wanted, texts are trimmed, and what is empty is left out."""
    fields = {
        "title": " 12 ",
        "cost_amount": "350000",
        "national": "true",
        "partners": ["a ", ""],
        "period": {"to": ""},
        "cost": "",
    }

    assert schema().coerce(fields) == {
        "title": "12",
        "cost_amount": 350000,
        "national": True,
        "partners": ["a", ""],
    }


@pytest.mark.parametrize("written", ["1_200", "1 200", "١٢", "9" * 16, "1.5", "--1", ""])
def test_not_every_number_is_one(written: str) -> None:
    """Only plain digits make a number."""
    assert not isinstance(schema().coerce({"cost_amount": written}).get("cost_amount"), int)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.ks.no", True),
        ("http://ks.no/a?b=c#d", True),
        ("https://xn--bod-2na.no:8080/å", True),
        ("https://bodø.no/", True),
        ("ftp://ks.no", False),
        ("https://ks", False),
        ("https://user@ks.no", False),
        ("https://10.0.0.1/", False),
        ("https://ks.no/a b", False),
        ("https://ks.no/<script>", False),
        ("javascript:alert(1)", False),
        ("//ks.no", False),
        ("https://", False),
    ],
)
def test_web_addresses(address: str, *, expected: bool) -> None:
    """A web address has a named host and nothing that could break out of a link."""
    assert is_web_address(address) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("post@bodo.kommune.no", True),
        ("miljø@bodø.no", True),
        ("post@bodo", False),
        ("a b@c.no", False),
        ("@c.no", False),
    ],
)
def test_emails(address: str, *, expected: bool) -> None:
    """An e-mail address has a name and a domain."""
    assert is_email(address) is expected


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("sykkelbuss-bodo", True),
        ("a1", True),
        ("Sol", False),
        ("a--b", False),
        ("-a", False),
        ("å", False),
        ("con", False),
        ("a" * 81, False),
    ],
)
def test_slugs(slug: str, *, expected: bool) -> None:
    """An address part is lower case, plain and no device of Windows."""
    assert is_slug(slug) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tur.jpg", True),
        ("a.b.PDF", True),
        ("a..pdf", False),
        ("../a.pdf", False),
        (".htaccess", False),
        ("con.txt", False),
        ("mitt bilde.jpg", False),
        ("a", False),
    ],
)
def test_file_names(name: str, *, expected: bool) -> None:
    """A file's name leads nowhere else and is legal everywhere."""
    assert is_file_name(name) is expected


def test_dates() -> None:
    """A day exists or it does not; a year or month will do where that is all one knows."""
    assert is_date("2024-02-29")
    assert not is_date("2026-02-29")
    assert not is_date("2026-11")
    assert is_partial_date("2026")
    assert is_partial_date("2026-11")
    assert not is_partial_date("2026-13")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("22.11.2026", "2026-11-22"),
        ("22/11-26", "2026-11-22"),
        ("22. november 2026", "2026-11-22"),
        ("22 nov. 2026", "2026-11-22"),
        ("2026/11/22", "2026-11-22"),
        ("20261122", "2026-11-22"),
        ("november 2026", "2026-11"),
        ("11.2026", "2026-11"),
        ("13.2026", ""),
        ("høsten 2026", "2026"),
        ("fra 2024 til 2026", ""),
        ("31.02.2026", ""),
        ("22. brumaire 2026", "2026"),
        ("i går", ""),
    ],
)
def test_suggested_dates(written: str, expected: str) -> None:
    """Dates as people write them are understood where they can be."""
    assert suggested_date(written, partial=True) == expected


def test_a_broken_schema_is_an_error() -> None:
    """A folder without schemas cannot be used, and a kind that there is not has none."""
    with pytest.raises(OSError, match="initiative"):
        _ = Schemas(schema_folder() / "vocabulary", vocabulary())["initiative"]
    with pytest.raises(KeyError):
        _ = Schemas(schema_folder(), vocabulary())["nothing"]
