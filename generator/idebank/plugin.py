"""The MkDocs plug-in: MkDocs renders the prose pages and the chrome, and the core makes everything else.

MkDocs' output folder is swapped for one beside it before MkDocs touches anything, so a build that fails
leaves the old site as it was.
"""

import logging
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Literal

import click
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import Config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import CountHandler

from idebank import artifacts, resources
from idebank.build import Host, Prose, build_site, load_bank
from idebank.console.clock import today
from idebank.console.log import LogProgress
from idebank.console.words import cli_wording, closing_line, diagnostics_text
from idebank.diagnostics import BrokenEntriesError
from idebank.progress import Progress, Stopwatch, Summary
from idebank.render import Slots, Templates
from idebank.settings import Settings
from idebank.views.records import Section, TextLink
from idebank.workers import available_workers

log = get_plugin_logger("idebank")


class IdebankConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its base class untyped
    """The plug-in's options in mkdocs.yml."""

    contact_email = option.Type(str, default="")
    repository_branch = option.Type(str, default="main")
    demonstration = option.Type(bool, default=False)
    search = option.Type(bool, default=True)
    workers = option.Type(int, default=0)
    language = option.Choice(("nb", "nn", "en"), default="nb")


class IdebankPlugin(BasePlugin[IdebankConfig]):  # type: ignore[no-untyped-call]  # as above
    """Builds the bank around what MkDocs renders."""

    progress: Progress
    """Who is told how the build goes; the command line puts its own here."""
    summary: Summary | None = None
    """What the last build made."""
    advice: int = 0
    """How many pieces of advice the last build's check gave."""

    def __init__(self) -> None:
        """Start without a bank; MkDocs makes one plug-in for a whole `serve`."""
        self.progress = LogProgress(log)
        self._preview = False
        self._held = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; having this event, the plug-in outlives a build of it."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build beside the old site, with our theme in front of Material's."""
        self._watch = Stopwatch(self.progress)
        self._site = Path(config.site_dir)
        self._settings = _settings(self.config, config, preview=self._preview)
        self._prose: list[Prose] = []
        self._held.close()
        try:
            self._held.enter_context(artifacts.exclusive(self._site))
        except artifacts.OutputBusyError:
            raise PluginError(f"another build is writing {self._site.name}/; wait for it to finish") from None
        config.site_dir = str(artifacts.prepare(self._site))
        config.theme.dirs.insert(0, str(resources.theme_folder() / "overrides"))
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check every entry before anything is written."""
        try:
            self._bank = load_bank(self._settings, watch=self._watch)
        except BrokenEntriesError as error:
            text = diagnostics_text(
                error.diagnostics, root=self._settings.root, language=self.config.language
            )
            click.echo(text, err=True, nl=False)
            raise Abort(cli_wording(self.config.language).t("build.stopped")) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give bokmål the addresses at the root, and leave out Material's own files."""
        for file in list(files):
            if not _is_ours(file, config):
                files.remove(file)
            elif file.is_documentation_page() and file.src_uri.startswith("nb/"):
                file.dest_uri = file.dest_uri.removeprefix("nb/")
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation: the chrome is rendered with it."""
        self._nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let MkDocs render the Markdown only; the page around it is ours."""
        page.meta["template"] = "nothing.html"
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the environment: the chrome is rendered in it."""
        self._env = env
        self._files = files
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Collect a prose page; MkDocs itself writes nothing for it."""
        language, _, name = page.file.src_uri.partition("/")
        toc = tuple(TextLink(item.title, item.url) for item in page.toc.items for item in _second_level(item))
        self._prose.append(
            Prose(
                name=f"{name.removesuffix('.md')}/",
                language=language,
                title=str(page.title),
                description=str(page.meta.get("description", "")),
                html=page.content or "",
                toc=toc,
            )
        )
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the site, then put it in the old one's place."""
        host = Host(partial(_icon, config), partial(self._chrome, config), self._prose)
        self.summary = build_site(
            self._bank,
            host=host,
            settings=self._settings,
            folder=Path(config.site_dir),
            watch=self._watch,
        )
        if config.strict and _warned():
            return
        self.advice = sum(told.count for told in self._bank.advice)
        artifacts.publish(self._site)
        self._held.close()
        log.info(closing_line(self.summary, advice=self.advice, language=self.config.language))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was."""
        if hasattr(self, "_site"):
            artifacts.discard(self._site)
        self._held.close()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when an entry, the theme or the schema changes."""
        for folder in (self._settings.root / "content", resources.theme_folder(), resources.schema_folder()):
            server.watch(str(folder))
        return server

    def _chrome(
        self, config: MkDocsConfig, language: str, section: Section, templates: Templates, slots: Slots
    ) -> str:
        """Render Material's page around placeholders."""
        config.theme["language"] = language
        context: dict[str, object] = {**get_context(self._nav, self._files, config), **templates.globals}
        return self._env.get_template("main.html").render(
            {**context, "page": None, "frame": slots, "section": section}
        )


def _settings(options: IdebankConfig, config: MkDocsConfig, *, preview: bool) -> Settings:
    return Settings(
        root=Path(config.config_file_path or "mkdocs.yml").parent,
        schema=resources.schema_folder(),
        theme=resources.theme_folder(),
        name=config.site_name,
        url=f"{(config.site_url or '').rstrip('/')}/",
        repository_url=(config.repo_url or "").rstrip("/"),
        repository_branch=options.repository_branch,
        contact_email=options.contact_email,
        demonstration=options.demonstration,
        search=options.search,
        preview=preview,
        today=today(),
        workers=options.workers or available_workers(),
    )


def _icon(config: MkDocsConfig, name: str) -> str:
    """Return the SVG of one of Material's bundled icons; raises FileNotFoundError for an unknown one."""
    for folder in config.theme.dirs:
        path = Path(folder) / ".icons" / f"{name}.svg"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(name)


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file is the bank's or our theme's; no page of ours asks for Material's own."""
    ours = (config.docs_dir, str(resources.theme_folder()))
    return (file.abs_src_path or "").startswith(ours)


def _second_level(item: AnchorLink) -> list[AnchorLink]:
    """Return the headings below a page's title, or the item itself where there is no title."""
    return item.children if item.level == 1 else [item]


def _warned() -> bool:
    """Return whether MkDocs counted a warning, which `--strict` turns into a failure after us."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
