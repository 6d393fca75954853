"""MkDocs' events, in the order in which they come.

MkDocs' output folder is swapped for one beside it before MkDocs touches anything, so a build that fails
leaves the old site as it was.
"""

import atexit
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Final, Literal

from jinja2 import Environment
from mkdocs.config import Config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from idebank import resources
from idebank.artifacts import Grounds, Staging, Target
from idebank.build import Bank, Host, Prose, build_site, load_bank
from idebank.console.clock import today
from idebank.console.interruption import Interruptions
from idebank.console.log import LogProgress
from idebank.console.words import aside_lines, closing_line
from idebank.plugin.chrome import Chrome, icon, is_ours, prose_of
from idebank.plugin.notice import Notice
from idebank.plugin.trouble import stop, words_of
from idebank.progress import Progress, Stopwatch, Summary
from idebank.routes import route
from idebank.settings import Settings
from idebank.workers import available_workers

log = get_plugin_logger("idebank")

_LAST: Final = -1_000_000
"""Priority of what must come after every other plug-in and hook."""


class IdebankConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its base class untyped
    """The plug-in's options in mkdocs.yml."""

    contact_email = option.Type(str, default="")
    repository_branch = option.Type(str, default="main")
    demonstration = option.Type(bool, default=False)
    search = option.Type(bool, default=True)
    workers = option.Type(int, default=0)
    language = option.Choice(("nb", "nn", "en"), default="nb")
    allow_empty = option.Type(bool, default=False)


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
        self._trouble = ""
        """What a preview says is wrong."""
        self._interruptions = Interruptions()
        self._held = ExitStack()
        """The right to build the site, and what has been changed for that; closing it changes all back."""
        atexit.register(self._held.close)  # MkDocs tells of no end but its own

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; having this event, the plug-in outlives a build of it."""
        self._preview = command == "serve"
        if self._preview:
            self._interruptions.listen()  # also between builds: MkDocs has a folder of its own to clear away

    @event_priority(_LAST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build beside the old site, with our theme in front of Material's."""
        self._watch = Stopwatch(self.progress)
        self._settings = _settings(self.config, config, preview=self._preview)
        self._prose: list[Prose] = []
        self._bank: Bank | None = None
        self._trouble = ""
        self.summary = None
        self._open(config)
        config.theme.dirs.insert(0, str(resources.theme_folder() / "overrides"))
        config.theme.static_templates -= {route("not_found"), route("sitemap")}
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check every entry before anything is written."""
        with self._explained(goes_on=self._preview):
            self._bank = load_bank(self._settings, watch=self._watch)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give bokmål the addresses at the root, and leave out Material's own files."""
        for file in list(files):
            if not is_ours(file, config):
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
        """Keep what the chrome is rendered in."""
        self._chrome = Chrome(env, self._nav, files, config)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Collect a prose page; MkDocs itself writes nothing for it."""
        self._prose.append(prose_of(page))
        return ""

    def _make(self, *, config: MkDocsConfig) -> None:
        """Make the site, so that plug-ins and hooks after us find it where MkDocs writes."""
        if self._bank is None:
            return
        host = Host(partial(icon, config), self._chrome.render, self._prose)
        with self._explained(goes_on=self._preview):
            self.summary = build_site(
                self._bank, host=host, settings=self._settings, output=self._output, watch=self._watch
            )
            for line in aside_lines(self.summary, language=self.config.language):
                log.warning(line)

    @event_priority(_LAST)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Put what has been made in the old site's place, when all others have added what they have."""
        if self._bank and self.summary and not (config.strict and _warned()):
            with self._explained(goes_on=self._preview):
                self._output.verify(whole=False)
                with self._interruptions.held_back():
                    self._staging.publish()
            self.advice = sum(told.count for told in self._bank.advice)
            log.info(closing_line(self.summary, advice=self.advice, language=self.config.language))
        self.close()

    on_post_build = CombinedEvent(_make, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was."""
        self.close()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Build again when an entry, the theme or the schema changes, and go on when that fails."""
        folders = (
            self._settings.root / "content",
            self._settings.root / "schema",
            resources.theme_folder(),
            resources.schema_folder(),
        )
        for folder in filter(Path.is_dir, folders):
            server.watch(str(folder))
        server.builder = partial(self._go_on, builder)
        server.set_app(Notice(self.config.language, lambda: self._trouble).around(server.serve_request))
        return server

    def close(self) -> None:
        """Put everything back as it was before the build; what has not been published is thrown away."""
        self._held.close()

    def _open(self, config: MkDocsConfig) -> None:
        """Take the right to build the site, and send whatever MkDocs writes to where a new one is made."""
        self.close()
        self._held.callback(setattr, config, "site_dir", config.site_dir)  # others go on from there
        if not self._preview:
            self._held.callback(self._interruptions.close)
            self._interruptions.listen()
        with self._explained(goes_on=False):
            grounds = _grounds(self._settings, config)
            self._staging = Staging(Target.at(Path(config.site_dir), grounds))
            self._held.callback(self._staging.close)
            self._output = self._staging.open(grounds)
            config.site_dir = str(self._output.folder)

    @contextmanager
    def _explained(self, *, goes_on: bool) -> Iterator[None]:
        """Say in words what goes wrong: in the browser if the work `goes_on`, else in what is raised."""
        try:
            yield
        except Exception as error:
            words = words_of(error, root=self._settings.root, language=self.config.language)
            if goes_on:
                self._tell(words, error)
            elif words:
                stop(error, words, language=self.config.language)
            else:
                raise

    def _tell(self, words: str | None, error: Exception) -> None:
        self._trouble = words or f"{type(error).__name__}: {error}"
        log.error(self._trouble, exc_info=None if words else error)

    def _go_on(self, build: Callable[[], None]) -> None:
        """Build, and tell what goes wrong instead of raising it: MkDocs would answer nobody any more."""
        try:
            build()
        except Exception as error:  # noqa: BLE001 - whatever it is, the old pages are still good
            self._tell(str(error) if isinstance(error, MkDocsException) else None, error)


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
        allow_empty=options.allow_empty,
        search=options.search,
        preview=preview,
        today=today(),
        workers=options.workers or available_workers(),
    )


def _grounds(settings: Settings, config: MkDocsConfig) -> Grounds:
    """Return what a site must not be written over: the bank, and the program."""
    custom = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    own = (settings.root / "content", settings.root / "schema", Path(config.docs_dir), *custom)
    return Grounds(
        around=(settings.root,), inside=(*own, settings.schema, settings.theme, resources.package_folder())
    )


def _warned() -> bool:
    """Return whether MkDocs counted a warning, which `--strict` turns into a failure after us."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
