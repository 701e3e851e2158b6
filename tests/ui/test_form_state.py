"""What stands in a form, by name: taken and put back."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.ui import form_state, forms
from gdpr_desktop.ui.fields.address import AddressField
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.fields.date import DateField
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.fields.time import TimeField
from gdpr_desktop.ui.theme import Theme


class Form(QWidget):
    """One of each."""

    def __init__(self, clock: FixedClock) -> None:
        super().__init__()
        self.fields = {
            "name": LineField(),
            "text": TextArea(),
            "day": DateField(clock),
            "at": TimeField(),
            "channel": Choice([("a", "A"), ("b", "B")], empty="-"),
            "wants_all": RadioChoice([(False, "no"), (True, "yes")]),
            "address": AddressField(country=True),
            "seen": QCheckBox("seen"),
            "password": PasswordField(),
        }
        form = forms.form_layout()
        QVBoxLayout(self).addLayout(form)
        for name, field in self.fields.items():
            forms.add_row(form, name, field, name=name)


@pytest.fixture
def make(
    theme: Theme, clock: FixedClock, shown: Callable[[QWidget], QWidget]
) -> Callable[[], Form]:
    return lambda: shown(Form(clock))


def _fill(form: Form) -> None:
    fields = form.fields
    fields["name"].set_text(" Kari ")
    fields["text"].set_text("ein\nto")
    fields["day"].set_date(date(2026, 2, 3))
    fields["at"].set_time(time(14, 5))
    fields["channel"].set_value("b")
    fields["wants_all"].set_value(False)
    fields["address"].set_address(PostalAddress(street="Gata 1", postal_code="6999", city="Vik"))
    fields["seen"].setChecked(True)
    fields["password"].set_text("hemmeleg frase")


def test_everything_but_passwords_is_taken_and_put_back(make: Callable[[], Form]) -> None:
    first, second = make(), make()
    _fill(first)
    state = form_state.capture(first)
    assert set(state) == set(first.fields) - {"password"}
    form_state.restore(second, state)
    assert form_state.capture(second) == state
    assert second.fields["address"].address().city == "Vik"
    assert second.fields["day"].date() == date(2026, 2, 3)
    assert second.fields["wants_all"].value() is False
    assert second.fields["password"].text() == ""


def test_no_state_holds_a_password(make: Callable[[], Form]) -> None:
    form = make()
    _fill(form)
    assert "hemmeleg" not in repr(form_state.capture(form))


def test_only_what_differs_is_a_change(make: Callable[[], Form]) -> None:
    form = make()
    before = form_state.capture(form)
    assert form_state.changes(before, form_state.capture(form)) == {}
    form.fields["address"].city.setText("Vik")
    found = form_state.changes(before, form_state.capture(form))
    assert found == {"address": {"city": "Vik"}}
    other = make()
    other.fields["address"].street.setText("Gata 1")
    form_state.restore(other, found)
    assert other.fields["address"].address().street == "Gata 1"


def test_an_empty_form_is_put_back_empty(make: Callable[[], Form]) -> None:
    form = make()
    empty = form_state.capture(form)
    _fill(form)
    form_state.restore(form, empty)
    assert form_state.capture(form) == empty
    assert form.fields["wants_all"].value() is None


@pytest.mark.parametrize("name", ["name", "text", "day", "at", "channel", "wants_all", "seen"])
def test_every_kind_of_field_is_heard(make: Callable[[], Form], name: str) -> None:
    form, empty = make(), make()
    heard: list[object] = []
    form_state.watch(form, lambda *_value: heard.append(name))
    _fill(empty)
    form_state.restore(form, {name: form_state.capture(empty)[name]})
    assert heard


def test_a_date_typed_as_a_word_keeps_its_day(make: Callable[[], Form], clock: FixedClock) -> None:
    from datetime import timedelta

    first = make()
    first.fields["day"].line.setText("i går")
    state = form_state.capture(first)
    clock.instant += timedelta(days=3)
    second = make()
    form_state.restore(second, state)
    assert second.fields["day"].date() == date(2026, 11, 21)


def test_nameless_fields_are_told_apart(theme: Theme, shown: Callable[[QWidget], QWidget]) -> None:
    def build() -> QWidget:
        holder = shown(QWidget())
        layout = QVBoxLayout(holder)
        for made in (QLineEdit("a"), QLineEdit("b"), QPlainTextEdit("c")):
            layout.addWidget(made)
        return holder

    first = build()
    first.findChildren(QLineEdit)[1].setText("x")
    state = form_state.capture(first)
    assert len(state) == 3
    second = build()
    form_state.restore(second, state)
    assert [line.text() for line in second.findChildren(QLineEdit)] == ["a", "x"]
