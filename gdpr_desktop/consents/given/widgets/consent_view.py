"""One consent: may it be used, for what, why not, and what to do; what was answered and when."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import summary
from gdpr_desktop.consents.given.actions import DEEDS, Action, action_words, actions_of
from gdpr_desktop.consents.given.known import newer_consent
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.service.base import may_work, readable
from gdpr_desktop.consents.given.widgets.deeds import ConsentDeeds
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class ConsentView(PageScroll):
    """Shows one consent at a time with ``show_consent``; ``refresh`` reads it anew.

    ``deeds`` takes the last deed back: ``undo_words(id)``, ``undo(id)``.
    """

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault, self._shown = vault, page
        self.found: Consent | None = None
        self.deeds = ConsentDeeds(vault, self)
        self._title, self._about = label("", "title"), label("", "muted")
        self._sign, self._verdict = QLabel(), label("", "part")
        self._remedy = NoteBox(role="notice")
        self._purposes, self._buttons = QWidget(), QWidget()
        self._facts = FactsPanel()
        self._answers = Section(_("What was answered"), expanded=True)
        self._withdrawn = Section(_("What was taken back"), expanded=True)
        self._history = Section(_("What has happened"), expanded=False)
        self._statements = QWidget()
        self._withdrawals, self._happened = FactsPanel(), FactsPanel()
        self._withdrawals.action_chosen.connect(self.start)
        self._page = QVBoxLayout(page)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page.setContentsMargins(16, 0, 16, 24)
        self._page.setSpacing(12)
        verdict = QHBoxLayout()
        verdict.setSpacing(12)
        verdict.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self._verdict, 1)
        self._page.addWidget(self._title)
        self._page.addWidget(self._about)
        self._page.addLayout(verdict)
        self._page.addWidget(self._purposes)
        self._page.addWidget(self._remedy)
        self._page.addWidget(self._buttons)
        self._page.addWidget(self._facts)
        self._answers.body.addWidget(self._statements)
        self._withdrawn.body.addWidget(self._withdrawals)
        self._history.body.addWidget(self._happened)
        for section in (self._withdrawn, self._answers, self._history):
            self._page.addWidget(section)
        self._page.addStretch(1)

    def show_consent(self, consent_id: ConsentId) -> None:
        """Show a consent. Raises ``AppError`` when it is gone, or not the person's to see."""
        self._show(readable(self._vault, consent_id))
        self._shown.show()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the consent anew; nothing is shown of one that was taken back."""
        if self.found is None:
            return
        try:
            self._show(readable(self._vault, self.found.id))
        except AppError:
            self.clear()

    def clear(self) -> None:
        """Show nobody."""
        self.found = None
        self._shown.hide()

    def start(self, action: Action, _checked: bool = False) -> None:
        """Do what a button says."""
        if self.found is not None:
            self.deeds.start(action, self.found)

    def _show(self, found: Consent) -> None:
        self.found = found
        form, today = forms.form(self._vault.db, found.form_id), self._vault.clock.today()
        self._title.setText(found.subject.name)
        self._about.setText(summary.about_line(found, form))
        self._show_verdict(found, form, today)
        self._buttons = self._swapped(self._buttons, self._offered(found))
        self._facts.show_facts(Facts(facts=summary.fact_rows(found)))
        self._show_sections(found, form)

    def _show_verdict(self, found: Consent, form: Form, today: date) -> None:
        newer = newer_consent(self._vault.db, found)
        lines: tuple[summary.PurposeLine, ...] = ()
        remedies: tuple[str, ...] = ()
        if newer is not None:
            self._verdict.setText(summary.newer_line(newer))
        else:
            lines = summary.purpose_lines(found, form, today)
            remedies = summary.remedies(found, form, today)
            self._verdict.setText(summary.verdict_line(found, form, today))
        usable = any(one.allowed for one in lines)
        icons.set_icon(self._sign, *(("check", "ok") if usable else ("close", "danger")), 24)
        self._purposes = self._swapped(self._purposes, _purposes(lines))
        self._remedy.say("\n".join(remedies), _("What to do") if remedies else "")

    def _show_sections(self, found: Consent, form: Form) -> None:
        old, self._statements = self._statements, _answers(found, form)
        swap(self._answers.body, old, self._statements)
        rows = summary.withdrawal_rows(found, form)
        known = any(one.case_id is not None for one in found.withdrawals)
        shown = ((Action.WITHDRAWAL, action_words(Action.WITHDRAWAL)),) if known else ()
        self._withdrawals.show_facts(Facts(facts=rows, actions=shown))
        self._withdrawn.setVisible(bool(rows))
        self._happened.show_facts(Facts(facts=summary.history_rows(found)))

    def _swapped(self, old: QWidget, new: QWidget) -> QWidget:
        swap(self._page, old, new)
        return new

    def _offered(self, found: Consent) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for action in actions_of(found):
            if may_work(self._vault, found.form_id, DEEDS[action]):
                made = button(action_words(action))
                made.clicked.connect(partial(self.start, action))
                row.addWidget(made)
        return holder


def _purposes(lines: tuple[summary.PurposeLine, ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for one in lines:
        sign = QLabel()
        icons.set_icon(sign, *(("check", "ok") if one.allowed else ("close", "danger")), 20)
        said = _("Yes") if one.allowed else _("No")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(label(_("{said}: {purpose}").format(said=said, purpose=one.text)))
        if one.wrong:
            text.addWidget(label(one.wrong, "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        column.addLayout(row)
    return holder


def _answers(found: Consent, form: Form) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    rows = summary.statement_rows(found, form)
    if not rows:
        column.addWidget(label(_("Nothing is registered."), "muted"))
    for title, facts in rows:
        column.addWidget(label(title, "label"))
        panel = FactsPanel()
        panel.show_facts(Facts(facts=facts))
        column.addWidget(panel)
    return holder
