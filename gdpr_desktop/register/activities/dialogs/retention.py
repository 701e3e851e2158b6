"""How long data are kept: fields, and a form for several categories at once."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.dialogs.item_dialog import ItemDialog
from gdpr_desktop.register.activities.dialogs.laws import LawField
from gdpr_desktop.register.activities.durations import read_months
from gdpr_desktop.register.activities.parts import After, Retention
from gdpr_desktop.register.activities.words import after_choice_words, duration_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.bilingual import BilingualField
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.typed import TypedField

_UNSAID, _TIME, _CRITERIA, _PERMANENT = "", "time", "criteria", "permanent"


class DurationField(TypedField):
    """«10 år», «18 månader»; whole months."""

    draft_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(read_months, duration_words, parent)

    def months(self) -> int | None:
        """None when nothing is typed, or it cannot be read."""
        found: int | None = self._current()
        return found

    def set_months(self, months: int | None) -> None:
        """Show them."""
        self._set(months)


class RetentionFields(QWidget):
    """The fields of one ``Retention``; None when nothing is said."""

    def __init__(self, dialog: ItemDialog) -> None:
        super().__init__(dialog)
        form = forms.form_layout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        self.how = Choice(
            [
                (_UNSAID, _("Not said")),
                (_TIME, _("For a set time")),
                (_CRITERIA, _("As long as something lasts")),
                (_PERMANENT, _("For good, because a law says so")),
            ]
        )
        self.months, self.law = DurationField(), LawField()
        self.start: BilingualField = dialog.bilingual()
        self.criteria: BilingualField = dialog.bilingual(lines=2)
        self.then = Choice([(one, after_choice_words(one)) for one in After])
        forms.add_row(form, _("&Kept"), self.how, name="how")
        help_ = _("Like «10 år» or «6 månader».")
        self._months = forms.add_row(form, _("How &long"), self.months, help_, name="months")
        help_ = _("What happens on the day one counts from, like «barnet sluttar».")
        self._start = forms.add_row(form, _("Counted &from"), self.start, help_, name="start")
        help_ = _("What decides how long, where no time can be given.")
        self._criteria = forms.add_row(
            form, _("As long &as"), self.criteria, help_, name="criteria"
        )
        self._then = forms.add_row(form, _("What &then"), self.then, name="then")
        help_ = _("Needed for what is kept for good, and for what goes to the archive.")
        self._law = forms.add_row(form, _("La&w"), self.law, help_, name="law")
        self.how.value_changed.connect(self._on_how_changed)
        self._on_how_changed(_UNSAID)

    def value(self) -> Retention | None:
        """What is filled in."""
        how = self.how.value()
        if not how:
            return None
        timed = how == _TIME
        return Retention(
            months=self.months.months() if timed else None,
            permanent=how == _PERMANENT,
            counted_from=self.start.value() if timed else Retention().counted_from,
            criteria=self.criteria.value() if how == _CRITERIA else Retention().criteria,
            then=After.ARCHIVE if how == _PERMANENT else self.then.value(),
            law=self.law.value(),
        )

    def set_value(self, retention: Retention | None) -> None:
        """Show it."""
        kept = retention or Retention()
        how = _TIME if kept.months is not None or kept.counted_from else _CRITERIA
        if retention is None:
            how = _UNSAID
        elif kept.permanent:
            how = _PERMANENT
        self.how.set_value(how)
        self.months.set_months(kept.months)
        self.start.set_value(kept.counted_from)
        self.criteria.set_value(kept.criteria)
        self.then.set_value(kept.then)
        self.law.set_value(kept.law)

    def _on_how_changed(self, how: Any) -> None:
        self._months.setVisible(how == _TIME)
        self._start.setVisible(how == _TIME)
        self._criteria.setVisible(how == _CRITERIA)
        self._then.setVisible(how in (_TIME, _CRITERIA))
        self._law.setVisible(bool(how))


class RetentionDialog(ItemDialog):
    """How long one or several categories are kept."""

    def __init__(
        self, retention: Retention | None, names: tuple[str, ...], parent: QWidget | None
    ) -> None:
        super().__init__(parent, _("How long it is kept"))
        from gdpr_desktop.ui.labels import label

        shown = ", ".join(names[:6])
        if len(names) > 6:
            shown = _("{names} and {count} more").format(names=shown, count=len(names) - 6)
        self.form.addRow(label(shown, "muted"))
        self.add_language_switch()
        self.fields = RetentionFields(self)
        self.form.addRow(self.fields)
        self.fields.set_value(retention)

    def item(self) -> Retention | None:
        return self.fields.value()
