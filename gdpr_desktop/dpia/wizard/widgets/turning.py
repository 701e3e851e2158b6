"""Turning the pages of the wizard: a long section is shown a screen at a time."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from gdpr_desktop.dpia.wizard.widgets.frame import Foot
from gdpr_desktop.dpia.wizard.widgets.section_page import SectionPage

_AIR = 8  # pixels above the question that comes first
_LONG = 0.75  # of the screen, where one question is higher than that


class Turning(QObject):
    """What «next» and «previous» do: nobody passes by a question that stands below the screen.

    ``wizard`` is a ``WizardPage``, which saves and goes from section to section.
    """

    def __init__(self, wizard: Any, stack: QStackedWidget, foot: Foot) -> None:
        super().__init__(wizard)
        self._wizard, self._stack, self._foot = wizard, stack, foot

    def on(self) -> None:
        """The questions below those that are seen, then the next section."""
        self._turn(1)

    def back(self) -> None:
        """The questions above, then the section before."""
        self._turn(-1)

    def tell(self) -> None:
        """Say whether there is more below."""
        page = self._stack.currentWidget()
        self._foot.show_more(page is not None and has_more(page))

    def _turn(self, step: int) -> None:
        self._wizard.autosave.save_now()
        page = self._stack.currentWidget()
        if page is not None and not turn(page, step):
            (self._wizard.go_on if step > 0 else self._wizard.go_back)()
            shown = self._stack.currentWidget()
            if shown is not None and shown is not page:
                start_at(shown, end=step < 0)
        self.tell()


def turn(page: QWidget, step: int) -> bool:
    """Show the questions below those that are seen, or above; False at the end of the section."""
    if not isinstance(page, SectionPage):
        return False
    bar, seen = page.area.verticalScrollBar(), page.area.viewport().height()
    top = bar.value()
    if top >= bar.maximum() if step > 0 else top <= bar.minimum():
        return False
    tops = [block.y() - _AIR for block in page.asked()]
    if step > 0:
        cut = [block.y() - _AIR for block in page.asked() if block.geometry().bottom() > top + seen]
        to = next((one for one in cut if one > top), top + int(seen * _LONG))
        to = min(to, top + seen)
    else:
        above = [one for one in tops if top - seen <= one < top]
        to = above[0] if above else top - int(seen * _LONG)
        to = 0 if tops and to <= tops[0] else to
    bar.setValue(to)
    return True


def start_at(page: QWidget, *, end: bool = False) -> None:
    """Show a page that one comes to from its beginning, or from its end."""
    if isinstance(page, SectionPage):
        bar = page.area.verticalScrollBar()
        bar.setValue(bar.maximum() if end else bar.minimum())


def has_more(page: QWidget) -> bool:
    """Are there questions below those that are seen?"""
    if not isinstance(page, SectionPage):
        return False
    bar = page.area.verticalScrollBar()
    return bar.value() < bar.maximum()
