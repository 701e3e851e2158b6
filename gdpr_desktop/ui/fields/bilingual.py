"""Words in both written forms: one field, and a switch for the whole form."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.labels import label

LANGUAGE_WORDS = {Language.NYNORSK: "Nynorsk", Language.BOKMAL: "Bokmål"}


class BilingualField(QWidget):
    """One line, or ``lines`` of text, of which the language shown can be changed.

    Where the language shown has no words the other's are shown as a hint.
    """

    draft_changed = Signal()

    def __init__(
        self, language: Language, *, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._value = Bilingual()
        self._setting = False
        self._text: Any = LineField() if lines == 1 else TextArea(lines=lines)
        self._text.text_changed.connect(self._on_text_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        editors: tuple[QWidget, ...] = self._text.editors()
        return editors

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self._text.set_accessible(name, description)

    def text(self) -> str:
        """The words in the language shown, or in the other."""
        return self.value().in_(self._language)

    def value(self) -> Bilingual:
        """Both, ends cut."""
        return Bilingual(nn=self._value.nn.strip(), nb=self._value.nb.strip())

    def set_value(self, value: Bilingual) -> None:
        """Show ``value``."""
        self._value = value
        self._show()

    def set_language(self, language: Language) -> None:
        """Show, and let be typed, the words in ``language``."""
        self._language = language
        self._show()

    def draft_state(self) -> Any:
        """Both, for a draft."""
        return {"nn": self._value.nn, "nb": self._value.nb}

    def restore_draft(self, state: Any) -> None:
        """Put back what ``draft_state`` gave."""
        self.set_value(Bilingual(nn=str(state.get("nn", "")), nb=str(state.get("nb", ""))))

    def _show(self) -> None:
        own = self._value.nn if self._language is Language.NYNORSK else self._value.nb
        other = self._value.nb if self._language is Language.NYNORSK else self._value.nn
        self._setting = True
        self._text.set_text(own)
        self._setting = False
        for editor in self._text.editors():
            editor.setPlaceholderText("" if own else other)

    def _on_text_changed(self, *_value: object) -> None:
        if self._setting:
            return
        typed = self._text.line.text() if isinstance(self._text, LineField) else self._text.text()
        self._value = self._value.with_(self._language, typed)
        self.draft_changed.emit()


class LanguageSwitch(QWidget):
    """Nynorsk or bokmål: which words the fields of a form show."""

    language_changed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(_("Words in"), "muted"))
        self._group = QButtonGroup(self)
        for index, (each, words) in enumerate(LANGUAGE_WORDS.items()):
            radio = QRadioButton(words)
            radio.setAccessibleName(_("Words in {language}").format(language=words))
            radio.setChecked(each is language)
            self._group.addButton(radio, index)
            row.addWidget(radio)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)

    def draft_state(self) -> Any:
        """It is no answer."""
        return None

    def restore_draft(self, state: Any) -> None:
        """It is no answer."""

    def language(self) -> Language:
        """The language shown."""
        return list(LANGUAGE_WORDS)[self._group.checkedId()]

    def attach(self, form: QWidget) -> None:
        """Have all bilingual fields in ``form``, now and later, follow the switch."""
        self._form = form
        self.language_changed.connect(self._on_language_changed)

    def _on_toggled(self, _index: int, checked: bool) -> None:
        if checked:
            self.language_changed.emit(self.language())

    def _on_language_changed(self, language: Language) -> None:
        for field in self._form.findChildren(BilingualField):
            field.set_language(language)
