"""The table of cookies, to type in or to paste from a web page."""

from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.durations import duration
from gdpr_desktop.information.statements.labels import need_words
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed
from gdpr_desktop.information.statements.pasting import pasted_cookies
from gdpr_desktop.ui.fields.rows import RowsColumn, RowsField


class CookiesField(RowsField):
    """Pasted purposes go to the column of ``language``. A duration that is understood («30
    dager») is written in both languages."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._durations: dict[str, Bilingual] = {}
        needs = tuple((one.value, need_words(one)) for one in CookieNeed if one)
        super().__init__(
            (
                RowsColumn(header=_("Name"), width=14),
                RowsColumn(header=_("Provider"), width=10),
                RowsColumn(header=_("Purpose in nynorsk"), width=16, stretch=2),
                RowsColumn(header=_("Purpose in bokmål"), width=16, stretch=2),
                RowsColumn(header=_("How long"), width=11),
                RowsColumn(header=_("Kind"), width=12, choices=needs),
            )
        )
        self.paste_button.setText(_("&Paste from a web page or a spreadsheet"))

    def value(self) -> tuple[Cookie, ...]:
        """The rows as cookies; what lacks a name counts all the same, and is found missing."""
        return tuple(
            Cookie(
                name=name,
                provider=provider,
                purpose=Bilingual(nn=nn, nb=nb),
                duration=self._durations.get(lasts) or duration(lasts),
                need=CookieNeed(need),
            )
            for name, provider, nn, nb, lasts, need in self.rows()
        )

    def set_value(self, cookies: Iterable[Cookie]) -> None:
        """Show these."""
        found = tuple(cookies)
        self._remember(found)
        self.set_rows(map(self._row_of, found))

    def paste(self) -> None:
        """Add the cookies on the clipboard that are not there yet."""
        mime = QGuiApplication.clipboard().mimeData()
        found = pasted_cookies(mime.text(), mime.html(), self._language)
        known = {row[0] for row in self.rows()}
        new = [one for one in found if one.name not in known]
        self._remember(new)
        self.set_rows((*self.rows(), *map(self._row_of, new)))
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)

    def _remember(self, cookies: Iterable[Cookie]) -> None:
        for one in cookies:
            self._durations[one.duration.in_(self._language)] = one.duration

    def _row_of(self, one: Cookie) -> tuple[str, ...]:
        lasts = one.duration.in_(self._language)
        return (one.name, one.provider, one.purpose.nn, one.purpose.nb, lasts, one.need.value)
