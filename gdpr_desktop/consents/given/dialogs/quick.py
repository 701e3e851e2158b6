"""Forms have come back in a heap: one line a child, by the keyboard alone, each kept at once."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.codes import How
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.given.heap import Heap, Line
from gdpr_desktop.consents.given.heap_words import after_words, known_words, signers, state_of
from gdpr_desktop.consents.given.service.registering import DoubtfulError
from gdpr_desktop.consents.given.widgets.answer_pad import AnswerPad
from gdpr_desktop.consents.given.widgets.heap_list import HeapList
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError, FieldProblem, RefusedError
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault


class QuickDialog(CaseDialog):
    """Group, date and way once; then name, answers, who signed, Enter."""

    def __init__(
        self,
        vault: Vault,
        form_id: CaseId,
        parent: QWidget | None = None,
        group_id: GroupId | None = None,
    ) -> None:
        title = _("Register answers in a heap")
        super().__init__(vault, form_id, parent, title, _("Done"), width=940)
        self._consent_form = read_form(vault, form_id)
        latest = self._consent_form.latest
        if latest is None:
            raise RefusedError(
                _("The form is not approved."), hint=_("Only an approved form can be answered.")
            )
        self.heap = Heap(vault, self._consent_form, latest.number)
        self.member: Member | None = None
        self._asked = False  # about what is doubtful in the line as it stands
        self._ids: dict[int, None] = {}
        self._states: dict[object, tuple[str, str]] = {}
        self.form.addRow(WhyNote("\n".join(_help()), _("The keys")))
        self.cancel_button.hide()  # each line is kept already
        self._build_top()
        self._build_lines()
        self._build_foot()
        self._choose_first(group_id)

    def _build_top(self) -> None:
        found = groups.groups(self.vault.db, self.vault.actor)
        pairs = [(one.id, f"{one.name} {one.year}".strip()) for one in found]
        self.group = Choice(pairs, empty=_("Choose the group"))
        self.group.setObjectName("group")
        self.given_on = self.day_field(None, required=False)
        self.given_on.setObjectName("given_on")
        ways = [(one, words(one)) for one in (How.PAPER, How.DIGITAL)]
        self.how = RadioChoice(ways, horizontal=True)
        self.how.set_value(How.PAPER)
        numbers = [one.number for one in reversed(self._consent_form.versions)]
        self.version = Choice([(one, str(one)) for one in numbers])
        rows = [
            forms.FieldRow(_("&Group"), self.group, required=True),
            forms.FieldRow(_("Gi&ven on"), self.given_on, required=True),
            forms.FieldRow(_("&How"), self.how),
        ]
        if len(numbers) > 1:
            rows.append(forms.FieldRow(_("Vers&ion"), self.version))
        forms.add_pair(self.form, *rows)
        self.given_on.line.returnPressed.connect(self._on_date_entered)
        self.group.value_changed.connect(self._on_group)
        self.version.value_changed.connect(self._on_group)

    def _build_lines(self) -> None:
        self.names, self.pad = HeapList(), AnswerPad()
        self.names.chosen.connect(self.begin)
        self.names.typed.connect(self._on_typed)
        self.pad.kept.connect(self.keep)
        self.pad.left.connect(self.back)
        self.pad.changed.connect(self._on_pad_changed)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.names)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left, 2)
        row.addWidget(right, 3)
        self.form.addRow(row)
        self.pad.clear(_empty())

    def _build_foot(self) -> None:
        self.progress = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How many have answered"))
        self.undo_button = button(_("Undo the last line (Ctrl+Z)"), "link")
        self.undo_button.clicked.connect(self.undo)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo)
        self.say_box = NoteBox(role="notice")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # of every form
        layout.insertWidget(1, self.say_box)  # always in sight, as what stands beside the buttons
        self.button_row.insertWidget(0, self.progress, 1)
        self.button_row.insertWidget(1, self.undo_button)
        self.form.addRow(self.bar)

    def _choose_first(self, group_id: GroupId | None) -> None:
        self.group.set_value(group_id)
        self._on_group()
        if not groups.groups(self.vault.db, self.vault.actor):
            self._say(
                _("There is no group yet. Make one on the shelf «{shelf}» first.").format(
                    shelf=_("Groups")
                )
            )

    # A line

    def begin(self, member: Member) -> None:
        """The form of one child: its answers come next."""
        if self.given_on.date() is None:
            self.show_problems([_date_problem(self.given_on.problem())])
            return
        self.member, self._asked = member, False
        version = self._consent_form.version(self.heap.version)
        assert version is not None  # it is one of the form's
        known = known_words(self.heap.consent_of(member))
        self.pad.begin(
            member.name, version.content.purposes, signers(member, self._consent_form), known
        )
        self.say_box.say("")
        self.pad.setFocus()
        self.scroll_area.ensureWidgetVisible(self.pad)
        announce(self, f"{member.name}. {known}")

    def keep(self) -> None:
        """Keep the line at once, and go on to the next name."""
        if self.member is None:
            return
        yes, no = self.pad.answers()
        if self.pad.signed is None or not (yes or no):
            self._say(_missing(signed=self.pad.signed is not None))
            if self.pad.signed is None:
                QTimer.singleShot(0, self, partial(self._follow, signing=True))
            return
        line = Line(
            given_on=self.given_on.date(),
            how=self.how.value(),
            signed=self.pad.signed,
            yes=yes,
            no=no,
        )
        try:
            change = self.heap.register(self.member, line, anyway=self._asked)
        except DoubtfulError as error:
            self._asked = True
            again = _("Press Enter once more to register it all the same.")
            self._say(f"{error} {again}")
            return
        except AppError as error:
            self._say(str(error))
            return
        self._ids.update(dict.fromkeys(change.ids))
        kept = self.heap.consent_of(self.member)
        told = after_words(self.member, kept, self._consent_form, self.today)
        self._next(told)

    def back(self) -> None:
        """Leave the form without keeping it."""
        self._next("")

    def undo(self) -> None:
        """Take back the last line that was kept here."""
        try:
            member = self.heap.undo()
        except AppError as error:
            self._say(str(error))
            return
        if member is not None:
            self._next(_("Undone: {name}").format(name=member.name))

    def _next(self, told: str) -> None:
        self.member, self._asked = None, False
        self.pad.clear(_empty())
        self.names.clear()
        self._show()
        self._say(told)
        self.names.setFocus()

    def _say(self, text: str) -> None:
        self.say_box.say(text)
        if self.member is not None:
            self.updateGeometry()
            self.scroll_area.ensureWidgetVisible(self.pad)

    # What is shown

    def _show(self) -> None:
        typed = self.names.line.text()
        self.names.show_members((one, *self._line_of(one)) for one in self.heap.matches(typed))
        count, left = len(self.heap.members), len(self.heap.left())
        text = _("{count} of {all} have answered. {left} are left.")
        self.progress.setText(text.format(count=count - left, all=count, left=left))
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(count - left)
        self.undo_button.setEnabled(bool(self.heap.done))

    def _line_of(self, member: Member) -> tuple[str, str]:
        """The line of a child and its icon, worked out once for each state of its consent."""
        consent = self.heap.consent_of(member)
        key = (member.id, consent.id, consent.revision) if consent is not None else member.id
        if key not in self._states:
            self._states[key] = state_of(member, consent, self._consent_form, self.today)
        return self._states[key]

    def _on_typed(self, _text: str) -> None:
        self._show()
        if self.names.list.count() == 0 and self.heap.members:
            self._say(_("Nobody in the group has that name."))
        else:
            self._say("")

    def _on_pad_changed(self) -> None:
        self._asked = False
        if self.member is not None:
            QTimer.singleShot(0, self, self._follow)

    def _follow(self, *, signing: bool = False) -> None:
        """Keep what is answered next in sight, where not all of the form is."""
        shown = self.pad.signing if signing else self.pad.current()
        self.scroll_area.ensureWidgetVisible(shown, 0, 24)

    def _on_group(self, _value: object = None) -> None:
        self.heap.load(self.group.value(), self.version.value())
        self.member = None
        self.pad.clear(_empty())
        self.names.clear()
        self._show()

    def _on_date_entered(self) -> None:
        if self.given_on.date() is not None:
            self.names.setFocus()

    # The end

    def is_dirty(self) -> bool:
        """A line that is begun, and not kept."""
        return self.isVisible() and self.member is not None and any(self.pad.answers())

    def save(self) -> None:
        """All is kept already."""
        self.reject()

    def done(self, result: int) -> None:
        if self._ids:
            ids, self._ids = tuple(self._ids), {}
            self.accepted_value.emit(Change(kinds=frozenset({Kind.CONSENT}), ids=ids))
        super().done(result)


def _date_problem(unreadable: str) -> FieldProblem:
    return FieldProblem(field="given_on", text=unreadable or _("Give the date."))


def _missing(*, signed: bool) -> str:
    if signed:
        return _("Answer a purpose: J is yes, N is no.")
    return _("Who signed? F the first, D the other, B both, S the person.")


def _help() -> tuple[str, ...]:
    return (
        _("Type the first letters of the name, and press Enter."),
        _("J is yes and N is no to the purpose that is marked. 1 to 9 change one of them."),
        _("A is yes to all, I is no to all. Backspace goes one back."),
        _("F: the first parent signed. D: the other. B: both. S: the person."),
        _("Enter keeps the line and goes on to the next name. Escape leaves it."),
        _("Ctrl+Z takes the last line back."),
    )


def _empty() -> str:
    """What stands where the answers come: a key a paragraph."""
    return "\n\n".join(_help())
