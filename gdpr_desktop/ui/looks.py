"""Language, colours and text size: chosen in the menu «View», remembered by the machine."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.machine_settings import TEXT_SIZES
from gdpr_desktop.ui.theme import Scheme, Theme

if TYPE_CHECKING:
    from gdpr_desktop.ui.main_window import MainWindow


class Looks:
    """How one window looks."""

    def __init__(self, window: "MainWindow", theme: Theme) -> None:
        self._window, self._theme = window, theme

    def choose_language(self, language: Language) -> None:
        """Another language: everything is made anew."""
        self._window.settings.language = language
        self._window.settings.save()
        self._window.language_chosen.emit(language)
        self._window.rebuild()

    def choose_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or as the system."""
        settings = self._window.settings
        settings.scheme = scheme
        settings.save()
        self._theme.choose(scheme, settings.text_size)

    def choose_text_size(self, percent: int) -> None:
        """Larger or smaller text."""
        settings = self._window.settings
        settings.text_size = percent
        settings.save()
        self._theme.choose(settings.scheme, percent)
        if not self._window.is_creating:
            self._window.rebuild()

    def larger_text(self) -> None:
        """One step up."""
        self._step(1)

    def smaller_text(self) -> None:
        """One step down."""
        self._step(-1)

    def _step(self, step: int) -> None:
        index = TEXT_SIZES.index(self._window.settings.text_size) + step
        if 0 <= index < len(TEXT_SIZES):
            self.choose_text_size(TEXT_SIZES[index])
