"""The decision helper on a form: each question with yes and no, its source, and its reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.requests.model import Considered
from gdpr_desktop.requests.questions import (
    NO,
    YES,
    Question,
    answer_of,
    asked,
    question_words,
    questions,
    reason_of,
)
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label


class QuestionRow(QWidget):
    """One question. The reason is shown once the answer asks for one."""

    changed = Signal()

    def __init__(self, name: str, question: Question) -> None:
        super().__init__()
        self.question = question
        words = question_words(name, question.id)
        self.answer = RadioChoice([(YES, _("Yes")), (NO, _("No"))], horizontal=True)
        self.answer.setObjectName(f"answer_{question.id}")
        self.reason = TextArea(lines=2)
        self.reason.setObjectName(f"reason_{question.id}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(label(words.text, "label"))
        if words.help:
            layout.addWidget(label(words.help, "help"))
        layout.addWidget(label(source(question), "muted"))
        layout.addWidget(self.answer)
        layout.addWidget(self.reason)
        self.answer.set_accessible(words.text, words.help)
        self.reason.set_accessible(_("Reason: {question}").format(question=words.text), "")
        self.reason.hide()
        self.answer.value_changed.connect(self._on_answered)

    def considered(self) -> Considered:
        """As it is answered; "" where it is not."""
        answer = self.answer.value() or ""
        reason = self.reason.text() if self.question.needs_reason(answer) else ""
        return Considered(question=self.question.id, answer=answer, reason=reason)

    def show_considered(self, considered: tuple[Considered, ...]) -> None:
        """Show an answer given before."""
        answer = answer_of(considered, self.question.id)
        if answer:
            self.reason.set_text(reason_of(considered, self.question.id))
            self.answer.set_value(answer)

    def _on_answered(self, _value: object) -> None:
        self.reason.setVisible(self.question.needs_reason(self.answer.value() or ""))
        self.changed.emit()


class QuestionsPart(QWidget):
    """The questions of one decision; those that the answers do not lead to are hidden."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("considered")
        self._name = name
        self._without: frozenset[str] = frozenset()
        self._rows = [QuestionRow(name, question) for question in questions(name)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for row in self._rows:
            row.changed.connect(self._on_changed)
            layout.addWidget(row)
        self._show_asked()

    def considered(self) -> tuple[Considered, ...]:
        """The answers to what is asked, in order."""
        said = self.said()
        ids = {question.id for question in asked(self._name, said, self._without)}
        return tuple(one for one in said if one.question in ids)

    def said(self) -> tuple[Considered, ...]:
        """The answers given, also to what is no longer asked."""
        return tuple(row.considered() for row in self._rows if row.answer.value())

    def show_considered(self, considered: tuple[Considered, ...]) -> None:
        """Show answers given before."""
        for row in self._rows:
            row.show_considered(considered)
        self._show_asked()

    def leave_out(self, without: frozenset[str]) -> None:
        """Do not ask these: nothing that is said leads to them yet."""
        if without != self._without:
            self._without = without
            self._show_asked()

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence names the question."""
        return ()

    def set_accessible(self, _name: str, _description: str) -> None:
        """Each question has a name of its own."""

    def _show_asked(self) -> None:
        ids = {question.id for question in asked(self._name, self.said(), self._without)}
        for row in self._rows:
            row.setVisible(row.question.id in ids)

    def _on_changed(self) -> None:
        self._show_asked()
        self.changed.emit()


def source(question: Question) -> str:
    """Where the rule stands: «Article 17 nr. 1 bokstav a. Handbook chapter 6.1»."""
    texts = []
    if question.articles:
        articles = ", ".join(cited(one) for one in question.articles)
        texts.append(_("Article {articles}").format(articles=articles))
    if question.handbook:
        chapters = ", ".join(question.handbook)
        texts.append(_("Handbook chapter {chapters}").format(chapters=chapters))
    return ". ".join(texts)
