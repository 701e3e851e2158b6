"""What the person should know of a file before its columns are chosen."""

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.tables.lists import ListFile, ListSheet


def sheet_notes(file: ListFile, sheet: ListSheet) -> tuple[str, ...]:
    """Doubts, numbers that were taken out, merged cells, a hidden sheet."""
    notes = []
    if file.doubt:
        notes += [file.doubt, _("Look through the letters æ, ø and å below.")]
    if sheet.dated:
        notes.append(_("Identity numbers are not kept. Birth dates were taken from them."))
    if dropped := len(sheet.dropped):
        text = ngettext(
            "A column with identity or account numbers was not read.",
            "{count} columns with identity or account numbers were not read.",
            dropped,
        )
        notes.append(text.format(count=dropped))
    if sheet.cut:
        text = ngettext(
            "An identity or account number was taken out of a cell.",
            "Identity or account numbers were taken out of {count} cells.",
            sheet.cut,
        )
        notes.append(text.format(count=sheet.cut))
    if sheet.merged:
        notes.append(_("Some cells are merged. Only the first row of each has the text."))
    if sheet.hidden:
        notes.append(_("This sheet is hidden in the workbook."))
    return tuple(notes)
