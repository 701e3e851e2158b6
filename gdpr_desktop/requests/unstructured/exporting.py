"""The forms as files in a folder, one for each department. The name says nothing of the person."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from gdpr_desktop.letters.fields.check import FieldsCheck
from gdpr_desktop.letters.file_names import document_name
from gdpr_desktop.letters.saving import save_file
from gdpr_desktop.requests.unstructured.form import FormOrder, title, write_form
from gdpr_desktop.requests.unstructured.form_fields import made_fields


def form_name(order: FormOrder, day: date) -> str:
    """«2026-00012 Skulen Sjekkliste … 2026-02-03.docx»."""
    subject = f"{order.case_number} {order.department[:40]}"
    return document_name(subject, title(order.language), day)


def export_forms(orders: Iterable[FormOrder], folder: Path, day: date) -> int:
    """Write the forms, and replace those of the same names; how many were written.

    For the worker. Raises ``AppError`` for a folder that cannot be written to.
    """
    count = 0
    for order in orders:
        check = FieldsCheck(made_fields(order.address, order.language))
        save_file(write_form(order), folder / form_name(order, day), check=check)
        count += 1
    return count
