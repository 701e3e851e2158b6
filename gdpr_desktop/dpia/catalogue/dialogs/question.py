"""One question of the municipality: new, or changed."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.dpia.catalogue import service
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.catalogue.own import (
    KINDS,
    LONGEST,
    LONGEST_WHY,
    MOST_CHOICES,
    WITH_CHOICES,
    OwnQuestion,
    new_id,
)
from gdpr_desktop.dpia.catalogue.words import kind_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.accessible import plain
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.bilingual import LANGUAGE_WORDS
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.vault import Vault


class QuestionDialog(DeedDialog):
    """Words in one written form or both, the page, how it is answered, and why it is asked."""

    feature = "own_questions"  # the tool: it opens the list again

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, question: OwnQuestion | None = None
    ) -> None:
        title = _("New question") if question is None else _("Change the question")
        intro = _("Write it in one written form, or in both. The other stands in where one lacks.")
        super().__init__(vault, parent, title, _("&Save"), intro=intro, width=680)
        self.question = question
        own = vault.municipality().language
        self._languages = (own, *(one for one in Language if one is not own))  # the own one first
        self._kept = dict(question.choices) if question else {}
        self._build_place()
        self._build_words()
        self._fill(question)
        self.kind.value_changed.connect(self._on_kind_changed)
        self._on_kind_changed(self.kind.value())
        self.keep_draft_of(question.id if question else "new", None)

    def _build_place(self) -> None:
        language = current_language()
        pages = [(one.id, one.title.in_(language)) for one in builtin().sections]
        self.section = Choice(pages)
        self.section.setObjectName("section")
        self.kind = Choice([(one, kind_words(one)) for one in KINDS])
        self.kind.setObjectName("kind")
        self.required = Choice(((False, _("May be left empty")), (True, _("Must be answered"))))
        self.required.setObjectName("required")
        help_ = _("Last among the questions of this page.")
        forms.add_pair(
            self.form,
            forms.FieldRow(_("&Page"), self.section, help_),
            forms.FieldRow(_("How it is &answered"), self.kind),
        )
        forms.add_row(self.form, _("&Must it be answered?"), self.required, name="required")

    def _build_words(self) -> None:
        first, other = (LANGUAGE_WORDS[one].lower() for one in self._languages)
        self.text = TextArea(lines=2, max_length=LONGEST)
        self.text_other = TextArea(lines=2, max_length=LONGEST)
        words = _("&Question ({language})").format(language=first)
        forms.add_row(self.form, words, self.text, required=True, name="text")
        words = _("Q&uestion ({language})").format(language=other)
        forms.add_row(self.form, words, self.text_other, name="text_other")
        headers = (RowsColumn(header=LANGUAGE_WORDS[one], width=20) for one in self._languages)
        self.choices = RowsField(headers, most=MOST_CHOICES)
        self.choices_row = forms.add_row(
            self.form,
            _("Cho&ices"),
            self.choices,
            _("A line to each choice, in the order they are shown."),
            name="choices",
        )
        self.why, self.why_other = self._pair("why", _("&Why it is asked ({language})"))
        self.example, self.example_other = self._pair("example", _("An &example ({language})"))

    def _pair(self, name: str, words: str) -> tuple[TextArea, TextArea]:
        """A text in both written forms, side by side; the second has no key of its own."""
        first, other = (LANGUAGE_WORDS[one].lower() for one in self._languages)
        made = (
            TextArea(lines=3, max_length=LONGEST_WHY),
            TextArea(lines=3, max_length=LONGEST_WHY),
        )
        made[0].setObjectName(name)
        made[1].setObjectName(f"{name}_other")
        forms.add_pair(
            self.form,
            forms.FieldRow(words.format(language=first), made[0]),
            forms.FieldRow(plain(words).format(language=other), made[1]),
        )
        return made

    def _fill(self, question: OwnQuestion | None) -> None:
        if question is None:
            self.section.set_value(builtin().sections[0].id)
            return
        self.section.set_value(question.section)
        self.kind.set_value(question.kind)
        self.kind.setEnabled(False)  # its answers are of this kind
        self.required.set_value(question.required)
        for both, fields in self._texts(question):
            for language, field in zip(self._languages, fields, strict=True):
                field.set_text(_own(both, language))
        first, other = self._languages
        self.choices.set_rows(
            (_own(both, first), _own(both, other)) for _id, both in question.choices
        )

    def _texts(
        self, question: OwnQuestion
    ) -> tuple[tuple[Bilingual, tuple[TextArea, TextArea]], ...]:
        return (
            (question.text, (self.text, self.text_other)),
            (question.why, (self.why, self.why_other)),
            (question.example, (self.example, self.example_other)),
        )

    def _on_kind_changed(self, kind: QuestionKind) -> None:
        self.choices_row.setVisible(kind in WITH_CHOICES)

    def draft_about(self) -> str:
        return self.text.text() or self.text_other.text()

    def do(self) -> Change:
        question = self.question
        return service.save_question(
            self.vault,
            OwnQuestion(
                id=question.id if question else new_id(),
                section=self.section.value(),
                kind=self.kind.value(),
                required=self.required.value(),
                retired=question.retired if question else False,
                text=self._both(self.text.text(), self.text_other.text()),
                why=self._both(self.why.text(), self.why_other.text()),
                example=self._both(self.example.text(), self.example_other.text()),
                choices=self._choices(),
            ),
        )

    def _both(self, first: str, other: str) -> Bilingual:
        own, second = self._languages
        return Bilingual().with_(own, first).with_(second, other)

    def _choices(self) -> tuple[tuple[str, Bilingual], ...]:
        """Each with the id it had: by its words, else by its place."""
        old = list(self._kept.items())
        typed = [self._both(first, other) for first, other in self.choices.rows()]
        ids: dict[int, str] = {}
        for place, both in enumerate(typed):
            same = (name for name, was in old if _same(was, both) and name not in ids.values())
            found = next(same, None)
            if found is not None:
                ids[place] = found
        for place in range(len(typed)):
            if place not in ids and place < len(old) and old[place][0] not in ids.values():
                ids[place] = old[place][0]
        return tuple((ids.get(place) or new_id(), both) for place, both in enumerate(typed))


def _own(both: Bilingual, language: Language) -> str:
    """The words in this very language."""
    return both.nn if language is Language.NYNORSK else both.nb


def _same(was: Bilingual, now: Bilingual) -> bool:
    return bool((was.nn and was.nn == now.nn) or (was.nb and was.nb == now.nb))
