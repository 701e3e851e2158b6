"""The entry that is chosen: how it stands, what is missing, its sections, its history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.roles import Deed, Scope, allows, scope
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.law.articles import cited
from gdpr_desktop.register.documents import documents_of, stale_documents
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryState, Severity, Version, foremost
from gdpr_desktop.register.entries.shelf import Group, Shelf, load
from gdpr_desktop.register.entries.unreadable import is_readable, what_to_do
from gdpr_desktop.register.entries.words import (
    approved_words,
    kind_words,
    state_words,
    used_words,
    version_words,
)
from gdpr_desktop.register.rooms import added_deeds
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.sections import Section, Status
from gdpr_desktop.ui.timeline import Timeline, TimelineEntry

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

EDIT, APPROVE, REVISE, RETIRE, REVIVE, DELETE, REPLACE = (
    "edit",
    "approve",
    "revise",
    "retire",
    "revive",
    "delete",
    "replace",
)
_VERSIONS = 100  # of the history that are shown
_OF_ONE = 5  # findings of a kind; the rest is counted
_TONES = {Severity.ERROR: "problem", Severity.WARNING: "warning", Severity.HINT: "muted"}


def offered(vault: "Vault", shelf: Shelf, entry: Entry) -> tuple[tuple[str, str], ...]:
    """What may be done with the entry now, by this role: key and words, the next step first."""
    if not is_readable(entry):
        return ()
    role, own = vault.actor.role, entry.created_by == vault.actor.user_id
    keeps = allows(role, Deed.KEEP_RECORD, assigned=own and entry.approved_at is None)
    approves = scope(role, Deed.APPROVE_RECORD) is not None
    over = entry.state is EntryState.RETIRED
    ready = shelf.approves and entry.complete and entry.state is not EntryState.APPROVED
    found: list[tuple[str, str]] = []
    if approves and ready and not over:
        found.append((APPROVE, _("Approve")))
    if keeps and not over:
        found.append((EDIT, _("Fill in more") if not entry.complete else _("Change")))
        place = len(found) - 1 if shelf.deeds_first else len(found)
        found[place:place] = shelf.deeds(vault, entry)
        found += [(one.key, _(one.words)) for one in added_deeds(shelf.kind)]
    if approves and shelf.approves and entry.state is EntryState.APPROVED:
        found.append((REVISE, _("Must be revised")))
    if approves and over:
        found.append((REVIVE, _("Take into use again")))
    elif approves:
        found.append((RETIRE, _("Mark as over")))
    replaces = approves and scope(role, Deed.KEEP_RECORD) is Scope.ANY
    if store.users_of(vault.db, entry.id):  # what is used is never deleted
        if replaces:
            found.append((REPLACE, _("Replace with another")))
    elif keeps and entry.approved_at is None:
        found.append((DELETE, _("Delete")))
    return tuple(found)


class EntryView(PageScroll):
    """Shows one entry at a time. Sends wishes: what to do, and with which part."""

    deed_wanted = Signal(str, str)  # key, part

    def __init__(self, vault: "Vault", shelf: Shelf, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent)
        self._vault, self._shelf = vault, shelf
        self.entry: Entry | None = None
        self._unfolded: set[str] = set()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 0, 16, 24)
        self._column.setSpacing(0)
        self._contents = QWidget()
        self._column.addWidget(self._contents)
        self._column.addStretch(1)

    def show_entry(self, entry: Entry) -> None:
        """Show this one; what is unfolded stays so while it is the same."""
        if self.entry is None or self.entry.id != entry.id:
            self._unfolded.clear()
            self.verticalScrollBar().setValue(0)
        self.entry = entry
        old, self._contents = self._contents, QWidget()
        column = QVBoxLayout(self._contents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._add_head(column, entry)
        if is_readable(entry):
            self._add_findings(column, entry)
            for group in self._shelf.groups(self._vault, entry):
                self._add_group(column, group)
        else:
            column.addWidget(label(what_to_do(), "problem"))
            column.addSpacing(12)
        self._add_use(column, entry)
        self._add_documents(column, entry)
        self._add_history(column, entry)
        swap(self._column, old, self._contents)

    def clear(self) -> None:
        """Show nothing."""
        self.entry = None

    def _add_head(self, column: QVBoxLayout, entry: Entry) -> None:
        column.addWidget(label(entry.name, "title"))
        approved = approved_words(entry)
        told = bool(approved) and entry.state is EntryState.APPROVED  # no need to say it twice
        state = "" if told else _state(self._shelf, entry)
        if not is_readable(entry):
            state, approved = _("Cannot be read"), ""
        about = " · ".join(text for text in (kind_words(entry.kind), state, approved) if text)
        column.addSpacing(4)
        column.addWidget(label(about, "muted"))
        column.addSpacing(12)
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for number, (key, words) in enumerate(offered(self._vault, self._shelf, entry)):
            made = button(words, "primary" if number == 0 else "")
            made.setProperty("deed", key)
            made.clicked.connect(self._on_deed_clicked)
            row.addWidget(made)
        column.addWidget(holder)
        column.addSpacing(12)

    def _add_findings(self, column: QVBoxLayout, entry: Entry) -> None:
        found = entry.content.findings()
        if not found or entry.state is EntryState.RETIRED:
            return
        section = Section(_("What is missing or should be looked at"), expanded=True)
        section.set_status(Status.NEXT if entry.errors else Status.OPEN)
        shown = foremost(found, _OF_ONE)
        for one in shown:
            words = self._shelf.finding_words(one)
            if one.article:
                words += " " + _("(article {article})").format(article=cited(one.article))
            section.body.addWidget(label(words, _TONES[one.severity]))
        if left := len(found) - len(shown):
            more = ngettext("… and {count} more", "… and {count} more", left).format(count=left)
            section.body.addWidget(label(more, "muted"))
        column.addWidget(section)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        expanded = group.title in self._unfolded
        section = Section(group.title, why=group.why, expanded=expanded)
        section.setProperty("group", group.title)
        section.toggled.connect(self._on_section_toggled)
        facts = tuple((name, text) for name, text in group.facts if text)
        section.set_summary(group.summary or (facts[0][1].partition("\n")[0] if facts else ""))
        panel = FactsPanel()
        actions = group.actions
        if group.part and EDIT in dict(offered(self._vault, self._shelf, self._shown())):
            actions = ((f"{EDIT}:{group.part}", _("Change")), *actions)
        panel.show_facts(Facts(facts=facts, actions=actions))
        if group.widget:
            section.body.addWidget(load(group.widget)(self._vault, self._shown()))
        elif not facts:
            panel.set_hint(_("Nothing is filled in here yet."))
        panel.action_chosen.connect(self._on_action_chosen)
        section.body.addWidget(panel)
        column.addWidget(section)

    def _add_use(self, column: QVBoxLayout, entry: Entry) -> None:
        users = store.users_of(self._vault.db, entry.id)
        if not users:
            return
        section = Section(_("Where it is used"))
        section.set_summary(str(len(users)))
        for user in users[:50]:
            section.body.addWidget(label(f"{kind_words(user.kind)}: {user.name}"))
        column.addWidget(section)

    def _add_documents(self, column: QVBoxLayout, entry: Entry) -> None:
        documents = documents_of(self._vault.db, entry.id)
        if not documents:
            return
        stale = {one.document.id for one in stale_documents(self._vault.db, entry.id)}
        section = Section(_("Documents made from it"), expanded=bool(stale))
        section.set_status(Status.NEXT if stale else Status.DONE)
        for one in documents:
            name = f"{one.title} ({one.file_name})" if one.file_name else one.title
            section.body.addWidget(label(f"{name}, {long_date(one.at.date())}"))
            if one.id in stale:
                words = _("Out of date: the record has been changed since.")
                section.body.addWidget(label(words, "warning"))
        column.addWidget(section)

    def _add_history(self, column: QVBoxLayout, entry: Entry) -> None:
        section = Section(_("What has happened"))
        timeline = Timeline()
        timeline.set_entries(
            _line(version) for version in store.versions(self._vault.db, entry.id, limit=_VERSIONS)
        )
        section.body.addWidget(timeline)
        column.addWidget(section)

    def _shown(self) -> Entry:
        assert self.entry is not None
        return self.entry

    def _on_deed_clicked(self) -> None:
        self.deed_wanted.emit(self.sender().property("deed"), "")

    def _on_action_chosen(self, key: str) -> None:
        deed, _colon, part = key.partition(":")
        self.deed_wanted.emit(deed, part)

    def _on_section_toggled(self, expanded: bool) -> None:
        title = self.sender().property("group")
        if expanded:
            self._unfolded.add(title)
        else:
            self._unfolded.discard(title)


def _state(shelf: Shelf, entry: Entry) -> str:
    return state_words(entry.state) if shelf.approves else used_words(entry.state)


def _line(version: Version) -> TimelineEntry:
    return TimelineEntry(
        id=version.id,
        instant=version.at,
        who=version.actor,
        text=version_words(version),
        detail=version.note,
    )
