"""The letter that all of them get: its fields to the left, the first one to the right."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QSplitter, QVBoxLayout, QWidget

from gdpr_desktop.breaches.many import service
from gdpr_desktop.breaches.many.letters import Batch, Reader, letters
from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.breaches.telling.facts import AFFECTED
from gdpr_desktop.breaches.telling.letters import BreachLetters
from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.correspondence.dialogs.letter_fields import LetterFields
from gdpr_desktop.correspondence.dialogs.wording import WordingChoice
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.letters import MissingFieldsError, OwnTemplateError, all_fields, load_template
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.letter_preview import LetterPreview
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault

_HEIGHT = 480  # pixels; more where the window has room
_PER_PERSON = frozenset({"on_behalf_of"})  # by the birth date of each


class LetterStep(QWidget):
    """Fields as those of a letter to one."""

    def __init__(self, vault: Vault, case_id: CaseId) -> None:
        super().__init__()
        self._vault, self._case_id = vault, case_id
        self._people: tuple[Addressee, ...] = ()
        letters_of = BreachLetters(vault, case_id)
        language = self._language = service.read_for_letters(vault, case_id).case.language
        self._facts = letters_of.facts(LetterOrder(template=AFFECTED, language=language))
        fields = all_fields(load_template(AFFECTED))
        self.fields = LetterFields(fields, vault.clock, letters_of.own_facts | _PER_PERSON)
        self._build_form()
        self.preview = LetterPreview()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self.fields_scroll = PageScroll(self.form_page)
        splitter.addWidget(self.fields_scroll)
        splitter.addWidget(self.preview)
        splitter.setSizes([460, 480])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.setMinimumHeight(_HEIGHT)
        self.preview.watch(self.form_page)
        self.preview.wanted.connect(self._on_preview_wanted)

    def _build_form(self) -> None:
        self.form_page = QWidget()
        column = QVBoxLayout(self.form_page)
        column.setContentsMargins(4, 0, 16, 0)  # the frame of a field in focus has room
        column.setSpacing(16)
        self.summary = label("", "label")
        column.addWidget(self.summary)
        column.addWidget(
            NoteBox(
                _(
                    "What you write here stands in every letter: plain words, no blame, nothing"
                    " about one of them, and not the data themselves."
                )
            )
        )
        self.languages = NoteBox()
        column.addWidget(self.languages)
        self.wording = WordingChoice()
        column.addWidget(self.wording)
        form = forms.form_layout()
        column.addLayout(form)
        self.fields.build(form, known=False)
        self._build_known(form)
        self.fields.show_drafts(self._facts)
        column.addStretch(1)

    def _build_known(self, form: QFormLayout) -> None:
        known = Section(_("Known already"))
        inside = forms.form_layout()
        known.body.addLayout(inside)
        if self.fields.build(inside, known=True):
            form.addRow(known)
        else:
            known.deleteLater()

    def show_people(self, people: tuple[Addressee, ...]) -> None:
        """Whom the letters go to."""
        self._people = people
        self.summary.setText(_readers_words(service.readers(people, self._vault)))
        both = len(service.languages(people, self._language)) > 1
        text = _("Some get nynorsk, others bokmål. What you write stands as it is in both.")
        self.languages.say(text if both else "")
        self.preview.refresh()

    def batch(self) -> Batch:
        """The letters as they are ordered now. Raises ``AppError``, the fields named."""
        require_valid(self.fields.problems())
        batch = self._batch(self._people, self.fields.changes())
        try:
            next(letters(batch))
        except MissingFieldsError as error:
            if not set(error.fields) <= self.fields.names():
                raise
            text = _("The letter needs this.")
            problems = [FieldProblem(field=name, text=text) for name in error.fields]
            raise InvalidInputError(problems) from None
        except OwnTemplateError as error:
            self.wording.offer_original(str(error))
            raise
        return batch

    def _batch(self, people: tuple[Addressee, ...], changes: Mapping[str, object]) -> Batch:
        return service.batch_of(
            self._vault, self._case_id, people, changes, original=self.wording.original()
        )

    def _on_preview_wanted(self) -> None:
        if not self._people:
            return
        changes = self.fields.changes()
        try:
            self._show(changes)
        except MissingFieldsError as error:
            with suppress(AppError):  # what is lacking is said anyway
                self._show({**changes, **self.fields.gaps(error.fields)})
            self.preview.show_error(error)
        except OwnTemplateError as error:
            self.wording.offer_original(str(error))
            self.preview.show_error(error)
        except AppError as error:
            self.preview.show_error(error)

    def _show(self, changes: Mapping[str, object]) -> None:
        letter = next(letters(self._batch(self._people[:1], changes)))
        self.preview.show_letter(letter)
        self.wording.show_used(letter)


def _readers_words(counts: Mapping[Reader, int]) -> str:
    texts = []
    if count := counts[Reader.SELF]:
        text = ngettext("{count} letter to an adult", "{count} letters to adults", count)
        texts.append(text.format(count=count))
    if count := counts[Reader.CHILD]:
        text = ngettext(
            "{count} letter in words for children", "{count} letters in words for children", count
        )
        texts.append(text.format(count=count))
    if count := counts[Reader.PARENTS]:
        text = ngettext(
            "{count} letter to the parents of a child",
            "{count} letters to the parents of children",
            count,
        )
        texts.append(text.format(count=count))
    return " · ".join(texts)
