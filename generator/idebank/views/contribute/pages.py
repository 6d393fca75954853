"""The forms with which people share, tell that they use something, ask, correct and confirm."""

from collections.abc import Iterator

from idebank.forms import Form
from idebank.routes import route
from idebank.views import addresses
from idebank.views.contribute.questions import section_views
from idebank.views.contribute.records import FormView, Sending
from idebank.views.desk import Desk, Job
from idebank.views.records import Alternate, Page, Section, TextLink
from idebank.vocabulary import LANGUAGES

_KIND = "form"


class FormPages:
    """Makes the pages of the forms in one language."""

    def __init__(self, desk: Desk) -> None:
        """Take what pages are made with."""
        self._desk = desk

    def jobs(self) -> Iterator[Job]:
        """Plan one page for each form."""
        yield from (Job(_KIND, self._desk.language, id_) for id_ in self._desk.forms)

    def page(self, job: Job, *, story: str) -> Page:  # noqa: ARG002 - forms have no story
        """Make one page."""
        desk = self._desk
        form = desk.forms[job.key]
        return Page(
            url=addresses.form(form.id, desk.language),
            template="form.html",
            language=desk.language,
            section=Section.CONTRIBUTE,
            title=form.title.text(desk.language),
            description=form.lead.text(desk.language),
            view=self._view(form),
            alternates=tuple(
                Alternate(language, addresses.form(form.id, language)) for language in LANGUAGES
            ),
        )

    def _view(self, form: Form) -> FormView:
        desk = self._desk
        settings, language = desk.settings, desk.language
        return FormView(
            id=form.id,
            kind=form.kind,
            title=form.title.text(language),
            lead=form.lead.text(language),
            sections=section_views(form, desk),
            asked=sum(len(section.questions) for section in form.sections if section.level == 1),
            data=route("form_data", form=form.id, language=language),
            sending=Sending(
                repository=settings.repository_url,
                branch=settings.repository_branch,
                mailbox=settings.contact_email,
            ),
            others=tuple(
                TextLink(other.title.text(language), addresses.form(other.id, language))
                for other in desk.forms.values()
                if other.id != form.id
            ),
            trail=(desk.front,),
        )
