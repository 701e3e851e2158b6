"""Which assessment: what each is for, when it was made last, and why it may be closed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.register.assessments import rules
from gdpr_desktop.register.assessments.model import Kind
from gdpr_desktop.register.assessments.questions import words
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.vault import Vault


class ChooseDialog(InformationDialog):
    """One button to an assessment; it opens in the place of this dialog."""

    def __init__(
        self,
        vault: Vault,
        entry: Entry,
        done: Callable[[Change], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Which assessment?"), 720, 640)
        self._vault, self._entry, self._done = vault, entry, done
        for number, kind in enumerate(rules.OFFERED.get(entry.kind, ())):
            if number:
                self.body.addWidget(line())
            self._add(kind)
        self.body.addStretch(1)

    def _add(self, kind: Kind) -> None:
        texts = words(kind)
        self.body.addWidget(label(texts.title, "label"))
        self.body.addWidget(label(texts.intro))
        made = [one for one in self._entry.content.assessments if one.kind == kind.value]
        if made:
            last = max(one.made_on for one in made)
            text = _("Made last {day}").format(day=long_date(last))
            self.body.addWidget(label(text, "ok"))
        closed = rules.closed(kind, self._entry.content)
        if closed:
            self.body.addWidget(label(texts.codes[closed], "muted"))
            return
        begin = button(_("Begin"))
        begin.setAccessibleName(_("Begin: {title}").format(title=texts.title))
        begin.setProperty("kind_of_assessment", kind.value)
        begin.clicked.connect(partial(self._on_begin_clicked, kind))
        self.body.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_begin_clicked(self, kind: Kind) -> None:
        from gdpr_desktop.register.assessments.dialogs.assessment import AssessmentDialog

        above = self.parentWidget()
        dialog = AssessmentDialog(self._vault, self._entry, kind, above)
        dialog.accepted_value.connect(self._done)
        self.close()
        dialog.open()
