"""The button «Insert a field»: the fields of a letter by their labels."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from gdpr_desktop.administration.templates.snippets import condition, item_snippet, snippet
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.letters import Field, FieldKind, Template


class FieldMenu(QPushButton):
    """``chosen`` carries the text to write."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("&Insert a field"))
        self.setAutoDefault(False)
        self.menu_of_fields = QMenu(self)
        self.menu_of_fields.setToolTipsVisible(True)
        self.setMenu(self.menu_of_fields)

    def show_fields(self, template: Template) -> None:
        """Offer the fields of ``template``."""
        self.menu_of_fields.clear()
        for field in template.fields:
            self._add_field(field)

    def _add_field(self, field: Field) -> None:
        if field.kind is FieldKind.CHOICE:
            inner = self._submenu(field)
            self._add(inner, field, _("The words of the choice"), snippet(field))
            for choice in field.choices:
                words = choice.words[current_language()]
                text = _("Only when it is «{words}»").format(words=words)
                self._add(inner, field, text, condition(field, choice.code))
        elif field.kind is FieldKind.LIST:
            inner = self._submenu(field)
            self._add(inner, field, _("The whole list"), snippet(field))
            for item in field.items:
                self._add(inner, item, _label(item), item_snippet(item))
        else:
            self._add(self.menu_of_fields, field, _label(field), snippet(field))

    def _submenu(self, field: Field) -> QMenu:
        menu = self.menu_of_fields.addMenu(_escaped(_label(field)))
        menu.setToolTipsVisible(True)
        menu.menuAction().setToolTip(field.help(current_language()))
        return menu

    def _add(self, menu: QMenu, field: Field, label: str, text: str) -> None:
        action = QAction(_escaped(label), menu)
        action.setToolTip(field.help(current_language()) or field.name)
        action.triggered.connect(partial(self._choose, text))
        menu.addAction(action)

    def _choose(self, text: str, _checked: bool = False) -> None:
        self.chosen.emit(text)


def _label(field: Field) -> str:
    label = field.label(current_language())
    return f"{label} *" if field.required else label


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
