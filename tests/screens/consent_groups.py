"""Pictures of the groups, their dialogs, and the lists that come in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QDialog

from gdpr_desktop.consents.exchange.dialogs.importing import ImportConsentsDialog
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.dialogs.group import EndDialog, GroupDialog
from gdpr_desktop.consents.groups.dialogs.importing import ImportDialog
from gdpr_desktop.consents.groups.dialogs.member import MemberDialog
from gdpr_desktop.consents.groups.dialogs.moving import LeftDialog, MoveDialog, MoveUpDialog
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.consents.groups.service import groups, members
from gdpr_desktop.consents.page import GROUPS
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.tables.widgets.dialog import ListImportDialog
from gdpr_desktop.ui import tasks
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

LIST = """Elev;Fødselsdato;Foresatt 1;E-post foresatt 1;Foresatt 2;Relasjon foresatt 2
Ada Testhaug;1.1.2019;Mor Testhaug;mor@testvik.no;Far Testhaug;far
Bo Testhaug;31.2.2019;Mor Testhaug;mor(at)testvik.no;;
Dina Testhaug;3.3.2019;Mor Testhaug;;Eva Test;stemor
Dina Testhaug;3.3.2019;Mor og Far Testhaug;;;
"""


def a_class(vault: Vault) -> GroupId:
    """2A, with three made-up children."""
    made = groups.add_group(vault, Group(name="2A", unit="Testvik skule", year="2026/2027"))
    group_id = GroupId(made.id)
    for number, name in enumerate(("Ada", "Bo", "Frida"), 1):
        guardians = (Guardian(name="Mor Testhaug"), Guardian(name="Far Testhaug"))
        member = Member(
            name=f"{name} Testhaug",
            group_id=group_id,
            birth_date=date(2019, number, number),
            guardians=guardians,
            protected=name == "Bo",
        )
        members.add_member(vault, member)
    return group_id


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """The shelf, each dialog, and a list step by step."""
    vault = window.vault
    group_id = a_class(vault)
    page = window.workspace.page_of("consents").show_shelf(GROUPS)
    page.refresh()
    page.show_group(group_id)
    take("consent-groups")
    ids = tuple(one.id for one in store.members(vault.db, group_id) if one.id is not None)
    for name, dialog in (
        ("group", GroupDialog(vault, page, group_id)),
        ("group-end", EndDialog(vault, page, group_id)),
        ("group-member", MemberDialog(vault, page, group_id, ids[1])),
        ("group-up", MoveUpDialog(vault, page, group_id)),
        ("group-move", MoveDialog(vault, page, group_id, ids)),
        ("group-left", LeftDialog(vault, page, group_id, ids)),
    ):
        dialog.open()
        take(f"dialog-{name}", dialog)
        close(dialog)
    _steps("group-list", ImportDialog(vault, page, group_id), take, close)
    _steps("consent-list", ImportConsentsDialog(vault, page), take, close)
    groups.end_group(vault, group_id, vault.clock.today())  # the next look makes it anew


def _steps(
    name: str,
    dialog: ListImportDialog,
    take: Callable[..., None],
    close: Callable[[QDialog], None],
) -> None:
    dialog.open()
    take(f"dialog-{name}", dialog)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "liste.csv"
        path.write_text(LIST, encoding="utf-8")
        dialog.open_file(path)
        tasks.runner().wait()
        take(f"dialog-{name}-columns", dialog)
        dialog.save()
        tasks.runner().wait()
        take(f"dialog-{name}-rows", dialog)
    close(dialog)
