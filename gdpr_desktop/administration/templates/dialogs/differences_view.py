"""The differences to the original: a sign before each line, and a colour."""

from html import escape

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from gdpr_desktop.administration.templates.differences import DiffLine, LineKind, differences
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.theme import tokens

_SIGNS = {LineKind.SAME: "&nbsp;", LineKind.GONE: "−", LineKind.ADDED: "+"}


class DifferencesView(QWidget):
    """Original and own wording together."""

    def __init__(self) -> None:
        super().__init__()
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setTabChangesFocus(True)
        self.browser.setAccessibleName(_("Differences from the original"))
        self.legend = label(_("− stands in the original only. + stands in your text only."), "help")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.legend)
        layout.addWidget(self.browser, 1)

    def show_texts(self, original: str, own: str) -> None:
        """Compare the two; the place that was read stays."""
        bar = self.browser.verticalScrollBar()
        place = bar.value()
        lines = differences(original, own)
        if lines:
            self.browser.setHtml("".join(map(_row, lines)))
        else:
            self.browser.setPlainText(_("Your text is the same as the original."))
        bar.setValue(min(place, bar.maximum()))


def _row(line: DiffLine) -> str:
    look = tokens()
    if line.kind is LineKind.SKIPPED:
        text = ngettext("{count} line is the same", "{count} lines are the same", line.count)
        return f'<p style="color:{look.muted}">… {escape(text.format(count=line.count))}</p>'
    colours = {
        LineKind.SAME: f"color:{look.muted}",
        LineKind.GONE: f"color:{look.danger};background:{look.danger_soft}",
        LineKind.ADDED: f"color:{look.ok};background:{look.ok_soft}",
    }
    text = escape(line.text) or "&nbsp;"
    return (
        f'<p style="margin:0;white-space:pre-wrap;{colours[line.kind]}">'
        f"<b>{_SIGNS[line.kind]}</b>&nbsp;{text}</p>"
    )
