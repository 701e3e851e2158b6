"""The channels an answer may travel by; those that may not carry it say why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests.channels import objections
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.words import objection_words, words
from gdpr_desktop.ui.labels import label


class ChannelChoice(QWidget):
    """Radio buttons in the order of ``DispatchChannel``; refused ones are disabled."""

    value_changed = Signal(object)

    def __init__(self, request: Request, part: Part) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[DispatchChannel, QRadioButton] = {}
        self._reasons: dict[DispatchChannel, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, channel in enumerate(DispatchChannel):
            radio = QRadioButton(words(channel))
            self._group.addButton(radio, index)
            self._buttons[channel] = radio
            layout.addWidget(radio)
            reason = " ".join(objection_words(code) for code in objections(request, part, channel))
            self._reasons[channel] = reason
            if reason:
                radio.setEnabled(False)
                said = label(reason, "help")
                said.setContentsMargins(28, 0, 0, 6)
                layout.addWidget(said)
        self._group.idToggled.connect(self._on_radio_toggled)
        open_buttons = [button for button in self._buttons.values() if button.isEnabled()]
        if open_buttons:
            self.setFocusProxy(open_buttons[0])

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards; a refused channel tells why."""
        for channel, radio in self._buttons.items():
            radio.setAccessibleName(f"{name}: {words(channel)}")
            radio.setAccessibleDescription(self._reasons[channel] or description)

    def button(self, channel: DispatchChannel) -> QRadioButton:
        """The button of ``channel``."""
        return self._buttons[channel]

    def value(self) -> DispatchChannel | None:
        """The channel chosen; None when none is."""
        return next((code for code, radio in self._buttons.items() if radio.isChecked()), None)

    def set_value(self, channel: DispatchChannel) -> None:
        """Choose ``channel`` unless it is refused."""
        if self.button(channel).isEnabled():
            self.button(channel).setChecked(True)

    def draft_state(self) -> str:
        """The channel chosen; empty when none is."""
        return self.value() or ""

    def restore_draft(self, state: str) -> None:
        """Choose again what was chosen, unless it is refused by now."""
        if state:
            self.set_value(DispatchChannel(state))
            return
        self._group.setExclusive(False)
        for radio in self._buttons.values():
            radio.setChecked(False)
        self._group.setExclusive(True)

    def _on_radio_toggled(self, _index: int, checked: bool) -> None:
        if checked:
            self.value_changed.emit(self.value())
