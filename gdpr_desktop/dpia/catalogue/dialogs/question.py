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
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.bilingual import LANGUAGE_WORDS
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.vault import Vault

_NN, _NB = Language.NYNORSK, Language.BOKMAL


class QuestionDialog(DeedDialog):
    """Text in both written forms, page, how it is answered, why it is asked, and an example."""

    feature = "own_questions"  # the tool: it opens the list again

    def __init__(
        self, vault: Vault, parent: QWidget | None = None, question: OwnQuestion | None = None
    ) -> None:
        title = _("New question") if question is None else _("Change the question")
        intro = _("Write it in one written form, or in both. The other stands in where one lacks.")
        super().__init__(vault, parent, title, _("&Save"), intro=intro, width=680)
        self.question = question
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
        nn, nb = LANGUAGE_WORDS[_NN], LANGUAGE_WORDS[_NB]
        self.text = LineField(max_length=LONGEST)
        self.text_nb = LineField(max_length=LONGEST)
        words = _("&Question ({language})")
        forms.add_row(self.form, words.format(language=nn), self.text, required=True, name="text")
        words = _("Q&uestion ({language})")
        forms.add_row(self.form, words.format(language=nb), self.text_nb, name="text_nb")
        self.choices = RowsField(
            (RowsColumn(header=nn, width=20), RowsColumn(header=nb, width=20)), most=MOST_CHOICES
        )
        self.choices_row = forms.add_row(
            self.form,
            _("Cho&ices"),
            self.choices,
            _("A line to each choice, in the order they are shown."),
            name="choices",
        )
        self.why, self.why_nb = self._area("why"), self._area("why_nb")
        self._pair(_("&Why it is asked ({language})"), self.why, self.why_nb)
        self.example, self.example_nb = self._area("example"), self._area("example_nb")
        self._pair(_("An &example ({language})"), self.example, self.example_nb)

    @staticmethod
    def _area(name: str) -> TextArea:
        made = TextArea(lines=3, max_length=LONGEST_WHY)
        made.setObjectName(name)
        return made

    def _pair(self, words: str, nn: TextArea, nb: TextArea) -> None:
        plain = words.replace("&", "")
        forms.add_pair(
            self.form,
            forms.FieldRow(words.format(language=LANGUAGE_WORDS[_NN]), nn),
            forms.FieldRow(plain.format(language=LANGUAGE_WORDS[_NB]), nb),
        )

    def _fill(self, question: OwnQuestion | None) -> None:
        if question is None:
            self.section.set_value(builtin().sections[0].id)
            return
        self.section.set_value(question.section)
        self.kind.set_value(question.kind)
        self.kind.setEnabled(False)  # its answers are of this kind
        self.required.set_value(question.required)
        self.text.set_text(question.text.nn)
        self.text_nb.set_text(question.text.nb)
        self.choices.set_rows((both.nn, both.nb) for _id, both in question.choices)
        self.why.set_text(question.why.nn)
        self.why_nb.set_text(question.why.nb)
        self.example.set_text(question.example.nn)
        self.example_nb.set_text(question.example.nb)

    def _on_kind_changed(self, kind: QuestionKind) -> None:
        self.choices_row.setVisible(kind in WITH_CHOICES)

    def draft_about(self) -> str:
        return self.text.text() or self.text_nb.text()

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
                text=Bilingual(nn=self.text.text(), nb=self.text_nb.text()),
                why=Bilingual(nn=self.why.text(), nb=self.why_nb.text()),
                example=Bilingual(nn=self.example.text(), nb=self.example_nb.text()),
                choices=self._choices(),
            ),
        )

    def _choices(self) -> tuple[tuple[str, Bilingual], ...]:
        """Each with the id it had: by its words, else by its place."""
        old = list(self._kept.items())
        typed = [Bilingual(nn=nn, nb=nb) for nn, nb in self.choices.rows()]
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


def _same(was: Bilingual, now: Bilingual) -> bool:
    return bool((was.nn and was.nn == now.nn) or (was.nb and was.nb == now.nb))
