"""What dialogs about answers share: a doubt is told, and what it is about can be kept anyway."""

from typing import Any

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.given.checks import Found
from gdpr_desktop.consents.given.service.registering import DoubtfulError
from gdpr_desktop.consents.given.words import anyway_words
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.labels import button


class AnswerDialog(CaseDialog):
    """``register(anyway)`` is the deed; a doubt shows a second button beside the first."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._anyway = False
        self.anyway_button = button(_("Register all the same"))
        self.anyway_button.hide()
        self.anyway_button.clicked.connect(self._on_anyway_clicked)
        self.button_row.insertWidget(1, self.anyway_button)

    def register(self, *, anyway: bool) -> Change:
        """The deed. Raises ``DoubtfulError`` unless ``anyway``."""
        raise NotImplementedError

    def do(self) -> Change:
        try:
            return self.register(anyway=self._anyway)
        except DoubtfulError as error:
            self._offer(error.found)
            raise

    def forget_doubts(self) -> None:
        """Something was changed: what was asked about may be another matter now."""
        self.anyway_button.hide()

    def _offer(self, found: tuple[Found, ...]) -> None:
        self.anyway_button.setText(anyway_words(found))
        self.anyway_button.show()
        self.setTabOrder(self.cancel_button, self.anyway_button)
        self.setTabOrder(self.anyway_button, self.save_button)

    def _on_anyway_clicked(self) -> None:
        self._anyway = True
        self.save()
        self._anyway = False
