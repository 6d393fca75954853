"""Who is behind the entries: everyone who wrote the same organisation's name, whatever the kind."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from idebank.kinds import KINDS, kind_of_record
from idebank.model import Adoption, Entry, Initiative, Method, Need
from idebank.slugs import address_part

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everyone who wrote the same organisation's name, with what they did."""

    slug: str
    name: str
    """As the newest entry writes it, an initiative before others."""
    of_kind: Mapping[str, tuple[Entry, ...]]
    """By kind: what it has in the bank, newest first."""

    @property
    def count(self) -> int:
        """Return how many entries it has, of any kind."""
        return sum(map(len, self.of_kind.values()))

    @property
    def entries(self) -> tuple[Initiative, ...]:
        """Return its initiatives."""
        return self._all(Initiative)

    @property
    def adoptions(self) -> tuple[Adoption, ...]:
        """Return what it has taken over."""
        return self._all(Adoption)

    @property
    def needs(self) -> tuple[Need, ...]:
        """Return what it looks for."""
        return self._all(Need)

    @property
    def methods(self) -> tuple[Method, ...]:
        """Return the methods it has worked out."""
        return self._all(Method)

    def _all(self, record: type[E]) -> tuple[E, ...]:
        return cast("tuple[E, ...]", self.of_kind.get(kind_of_record(record).name, ()))


def organisations(of_kind: Mapping[str, Mapping[str, Entry]]) -> Mapping[str, Organisation]:
    """Return every organisation that an entry belongs to, by slug; `of_kind` is newest first."""
    names: dict[str, str] = {}
    found: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for kind in KINDS:
        for entry in of_kind[kind].values():
            name = getattr(entry, "organisation", "")
            if name:
                slug = address_part(name)
                names.setdefault(slug, name)
                found[slug][kind].append(entry)
    return {
        slug: Organisation(slug, names[slug], {kind: tuple(own) for kind, own in found[slug].items()})
        for slug in sorted(names)
    }
