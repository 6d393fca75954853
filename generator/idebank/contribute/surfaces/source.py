"""What all generated files are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from idebank.forms import Form, load_forms
from idebank.profiles import load_profiles
from idebank.schema import Schemas
from idebank.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Source:
    """The schema, the closed lists and the forms."""

    schemas: Schemas
    vocabulary: Vocabulary
    forms: Mapping[str, Form]

    @classmethod
    def load(cls, folder: Path) -> "Source":
        """Read everything in the schema's folder; raises what its loaders raise."""
        profiles = load_profiles(folder / "profiles")
        vocabulary = load_vocabulary(folder / "vocabulary").with_terms(profiles.terms)
        schemas = Schemas(folder, vocabulary, profiles.nodes)
        return cls(schemas, vocabulary, load_forms(folder / "forms", schemas=schemas, profiles=profiles))
