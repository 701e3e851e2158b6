"""Writing to many: a picture of each step, with lines that need a look."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.breaches.dialogs.many import ManyDialog, Step
from gdpr_desktop.breaches.many.lines import read_lines
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.tables.lists import read_list
from gdpr_desktop.ui.main_window import MainWindow

LIST = """Namn;Fødselsnummer;Adresse;Postnr;Poststad;Fødd;Målform;Gradering
Kari Berg;;Strandgata 1;6100;Fjellvik;3.2.1980;nynorsk;
Ola Dal;;Vegen 2;61000;Fjellvik;31.2.2015;polsk;
;;Vegen 3;6100;Fjellvik;;;
Kari Berg;;Strandgata 1;6100;Fjellvik;3.2.1980;;
Per Li;;Vegen 5;6100;Fjellvik;3.2.2011;bokmål;Fortruleg
"""


def pictures(
    window: MainWindow,
    case_id: CaseId,
    take: Callable[[str, QWidget], None],
    close: Callable[[QDialog], None],
) -> None:
    """Every step of one dialog."""
    vault = window.vault
    assert vault is not None
    dialog = ManyDialog(vault, case_id, window)
    dialog.open()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "liste.csv"
        path.write_text(LIST, encoding="utf-8")
        file = read_list(path)
    dialog.columns_step.show_file(file)
    layout = dialog.columns_step.chosen_layout()
    dialog.people_step.show_list(read_lines(file.sheets[0], layout, vault.clock.today()))
    dialog.letter_step.show_people(dialog.people_step.people())
    for step in Step:
        dialog.go_to(step)
        QCoreApplication.processEvents()
        take(f"breach-many-{step.name.lower()}", dialog)
    close(dialog)
