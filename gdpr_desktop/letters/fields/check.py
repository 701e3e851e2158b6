"""A form whose fields cannot be read back is of no use: looked at before it is kept."""

from dataclasses import dataclass

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.fields.naming import MadeField
from gdpr_desktop.letters.fields.reading import read_fields


@dataclass(frozen=True, slots=True)
class FieldsCheck:
    """Called with the bytes of a .docx; raises ``AppError`` without ``expected``, in order."""

    expected: tuple[MadeField, ...]

    def __call__(self, data: bytes) -> None:
        found = [(field.tag, field.name, field.shape) for field in read_fields(data)]
        if found != [(made.tag, made.name, made.shape) for made in self.expected]:
            raise AppError(
                _("The form cannot be read back, so it was not kept."),
                hint=_("Report this as an error in the program."),
            )
