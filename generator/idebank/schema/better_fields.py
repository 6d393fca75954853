"""The field that an unknown one was probably meant to be."""

from idebank.diagnostics import KeyPath, Rule
from idebank.schema import rules
from idebank.schema.nodes import Node, labels, node_at, spellings
from idebank.slugs import fold
from idebank.vocabulary import near_misses


class Fields:
    """The fields that there may be at one place of an entry."""

    def __init__(self, parent: KeyPath, root: Node) -> None:
        """Gather how the fields of what stands at `parent` may be spelt."""
        self._parent, self._root = parent, root
        self._node = node_at(root, parent) or {}
        self._spelt: dict[str, str] = {}
        for spelling, field in spellings(self._node):
            self._spelt.setdefault(fold(spelling), field)

    def better(self, name: str) -> tuple[Rule, dict[str, str]]:
        """Return the rule that an unknown field breaks, and which field it may have been meant to be."""
        here = self._spelt.get(fold(name))
        if here:
            return _suggesting(name, [here], self._node)
        elsewhere = _home(name, self._root)
        if elsewhere is not None and elsewhere != _object_keys(self._parent):
            home = {"parent": str(elsewhere[0])} if elsewhere else {}
            known = node_at(self._root, (*elsewhere, name))
            return rules.FIELD_IN_WRONG_PLACE, {**labels(name, known), **home}
        found = dict.fromkeys(self._spelt[key] for key in near_misses(name, self._spelt, limit=3))
        return _suggesting(name, list(found), self._node)


def _suggesting(name: str, fields: list[str], node: Node) -> tuple[Rule, dict[str, str]]:
    if not fields:
        return rules.UNKNOWN_FIELD, labels(name, None)
    known = node["properties"]
    params = {"better": fields[0], **labels(name, None)}
    for language in ("nb", "nn", "en"):
        params[f"suggestions.{language}"] = "\n".join(
            _shown(f, labels(f, known[f])[f"label.{language}"]) for f in fields
        )
    return rules.UNKNOWN_FIELD, params


def _shown(field: str, label: str) -> str:
    return f"`{field}` ({label})" if fold(label) != fold(field) else f"`{field}`"


def _object_keys(keys: KeyPath) -> KeyPath:
    return tuple(key for key in keys if isinstance(key, str))


def _home(name: str, root: Node) -> KeyPath | None:
    """Return the object that has a field called `name`: the root, or the only field that has one under it."""
    if name in root["properties"]:
        return ()
    homes = [top for top, node in root["properties"].items() if name in node.get("properties", {})]
    return (homes[0],) if len(homes) == 1 else None
