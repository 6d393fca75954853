"""What MkDocs and Material give: icons, prose pages, and the page around what we render."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from idebank import resources
from idebank.build import Prose
from idebank.render import Slots, Templates
from idebank.views.records import Section, TextLink


class Chrome:
    """Renders Material's page around placeholders."""

    def __init__(self, env: Environment, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        """Take what MkDocs has made ready when all its pages are known."""
        self._env = env
        self._nav = nav
        self._files = files
        self._config = config

    def render(self, language: str, section: Section, templates: Templates, slots: Slots) -> str:
        """Return the page around what a section shows in one language."""
        self._config.theme["language"] = language
        context: dict[str, object] = {
            **get_context(self._nav, self._files, self._config),
            **templates.globals,
        }
        return self._env.get_template("main.html").render(
            {**context, "page": None, "frame": slots, "section": section}
        )


def icon(config: MkDocsConfig, name: str) -> str:
    """Return the SVG of one of Material's bundled icons; raises FileNotFoundError for an unknown one."""
    for folder in config.theme.dirs:
        path = Path(folder) / ".icons" / f"{name}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def prose_of(page: Page) -> Prose:
    """Return a page that MkDocs has rendered from content/pages/<language>/."""
    language, _, name = page.file.src_uri.partition("/")
    return Prose(
        name=f"{name.removesuffix('.md')}/",
        language=language,
        title=str(page.title),
        description=str(page.meta.get("description", "")),
        html=page.content or "",
        toc=tuple(TextLink(item.title, item.url) for top in page.toc.items for item in _second_level(top)),
    )


def is_ours(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file is the bank's or our theme's; no page of ours asks for Material's own."""
    ours = (config.docs_dir, str(resources.theme_folder()))
    return (file.abs_src_path or "").startswith(ours)


def _second_level(item: AnchorLink) -> list[AnchorLink]:
    """Return the headings below a page's title, or the item itself where there is no title."""
    return item.children if item.level == 1 else [item]
