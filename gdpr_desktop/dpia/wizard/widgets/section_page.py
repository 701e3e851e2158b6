"""A section of the wizard: its questions under each other, and those that do not apply."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.casework.widgets.case_deeds import dialog_class
from gdpr_desktop.core.text import current_language, ngettext
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.folding import folded_because
from gdpr_desktop.dpia.catalogue.model import RISKS, Catalogue, Question, Section
from gdpr_desktop.dpia.catalogue.words import folded_words
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.progress import answers_of
from gdpr_desktop.dpia.wizard.widgets.question_block import Beside, QuestionBlock, comments_strip
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll

_AROUND = 16  # pixels above and below what is brought forward


class SectionPage(QWidget):
    """``edited`` carries the block whose answer was changed; ``changed`` a ``Change``, ``told`` one
    that all have been told of already (None when one was taken back).

    The question of what is folded is settled by the answers as they stand on the page. It is
    filled where it stands: each piece that is moved has the style sheet look at all of it anew.
    """

    edited = Signal(object)
    focused = Signal(object)
    changed = Signal(object)
    told = Signal(object)
    scrolled = Signal()

    def __init__(
        self, catalogue: Catalogue, section: Section, beside: Beside, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.section, self._catalogue, self._beside = section, catalogue, beside
        self._others: dict[str, Answer] = {}
        self.panel: Any = None
        self.comments: Any = None
        inner = QWidget()
        self.area = PageScroll(inner, self)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.blocks = {one.id: self._block(one, inner) for one in section.questions}
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(24, 16, 24, 24)
        self._column.setSpacing(8)
        language = current_language()
        self._column.addWidget(label(section.title.in_(language), "part"))
        intro = section.intro.in_(language)
        if intro:
            self._column.addWidget(label(intro, "muted"))
        self._column.addSpacing(8)
        for block in self.blocks.values():
            self._column.addWidget(block)
        self._make_folded()
        self._column.addStretch(1)

    def _block(self, question: Question, parent: QWidget) -> QuestionBlock:
        made = QuestionBlock(question, self._beside, parent)
        made.edited.connect(self._on_edited)
        made.focused.connect(self.focused)
        made.changed.connect(self.changed)
        made.told.connect(self.told)
        made.turned.connect(self._on_turned)
        return made

    def _make_folded(self) -> None:
        self.folded_button = button("", "link")
        self.folded_button.setCheckable(True)
        self.folded_button.toggled.connect(self._on_folded_toggled)
        self._folded = label("", "muted")
        self._folded.hide()
        self._column.addWidget(self.folded_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._folded)

    def show_found(self, found: Dpia) -> None:
        """Show an assessment; what a person is typing here is not asked about."""
        content, writable = found.content, found.writable
        for block in self.blocks.values():
            block.show_answer(content, writable=writable)
        if self.section.id == RISKS:
            self._show_panel(found)
        said = any(one.about == f"section:{self.section.id}" for one in content.comments)
        if found.submissions or said or self.comments is not None:
            self._show_comments(found)
        self.fold(answers_of(content))

    def fold(self, answers: Mapping[str, Answer]) -> None:
        """Hide the questions that do not apply; ``answers`` are those of the other sections too."""
        self._others = dict(answers)
        now = self._others | {one.question.id: one.answer() for one in self.blocks.values()}
        folded = []
        for block in self.blocks.values():
            because = folded_because(block.question, now)
            block.setVisible(not because)
            if because:
                text = block.question.text.in_(current_language())
                reason = folded_words(self._catalogue, block.question, now)
                folded.append(f"{text}\n{reason}")
        words = ngettext(
            "{count} question is folded away", "{count} questions are folded away", len(folded)
        )
        self.folded_button.setText(words.format(count=len(folded)))
        self.folded_button.setVisible(bool(folded))
        if len(folded) == len(self.blocks):  # there is nothing else to see
            self.folded_button.setChecked(True)
        self._folded.setText("\n\n".join(folded))
        self._folded.setVisible(bool(folded) and self.folded_button.isChecked())

    def asked(self) -> Iterator[QuestionBlock]:
        """The blocks that are shown, in order."""
        return (one for one in self.blocks.values() if not one.isHidden())

    def go_to(self, question: str) -> None:
        """Bring a question forward, and go to its answer."""
        block = self.blocks.get(question)
        if block is not None:
            self.area.ensureWidgetVisible(block)
            block.focus()

    def _show_panel(self, found: Dpia) -> None:
        if self.panel is None:
            self.panel = dialog_class("dpia.risks.widgets", "panel", "RisksPanel")(
                self._beside.vault
            )
            self.panel.changed.connect(self.changed)
            self.panel.told.connect(self.told)
            self._column.insertWidget(3, self.panel)
        self.panel.show_found(found)

    def _show_comments(self, found: Dpia) -> None:
        if self.comments is None:
            self.comments = comments_strip(self._beside.vault)
            self.comments.changed.connect(self.told)
            self._column.insertWidget(self._column.count() - 1, self.comments)
        self.comments.show_found(found, f"section:{self.section.id}")

    def _on_edited(self, block: QuestionBlock) -> None:
        self.fold(self._others)
        self.edited.emit(block)

    def _on_turned(self, block: QuestionBlock) -> None:
        """It applies, or it does not: what has the focus may stand somewhere else now."""
        QTimer.singleShot(0, self, partial(self._bring_forward, block))  # once it has its height

    def _bring_forward(self, block: QuestionBlock) -> None:
        focused = block.focusWidget()
        fits = block.height() <= self.area.viewport().height()
        shown = block if fits or focused is None else focused
        self.area.ensureWidgetVisible(shown, 0, _AROUND)

    def _on_scrolled(self) -> None:
        self.scrolled.emit()

    def _on_folded_toggled(self, shown: bool) -> None:
        self._folded.setVisible(shown)
