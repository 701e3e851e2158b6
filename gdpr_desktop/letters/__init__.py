"""Template and facts to blocks; the same blocks to preview and Word.

``forms/letters/ID.toml`` declares a template's fields, ``ID.nn.md`` and ``ID.nb.md`` hold its
words: Markdown (see ``markdown.py``) with ``{{ field }}``, ``{% if … %}`` and ``{% for … %}`` (see
``template_check.py``). Jinja, markdown-it and python-docx are loaded when first used.
"""

from typing import TYPE_CHECKING, Any

from gdpr_desktop.letters.facts import MissingFieldsError
from gdpr_desktop.letters.file_names import file_name
from gdpr_desktop.letters.frame import Frame, Sender, Signer
from gdpr_desktop.letters.letter import Letter, Wording
from gdpr_desktop.letters.rendering import forget, render, render_many
from gdpr_desktop.letters.template import (
    Choice,
    Field,
    FieldKind,
    OwnTemplateError,
    Template,
    TemplateError,
    TemplateKind,
    TemplateSource,
    all_fields,
    templates,
)
from gdpr_desktop.letters.template import template as load_template

if TYPE_CHECKING:
    from gdpr_desktop.letters.letterhead import check_letterhead
    from gdpr_desktop.letters.template_check import check_template

__all__ = [
    "Choice",
    "Field",
    "FieldKind",
    "Frame",
    "Letter",
    "MissingFieldsError",
    "OwnTemplateError",
    "Sender",
    "Signer",
    "Template",
    "TemplateError",
    "TemplateKind",
    "TemplateSource",
    "Wording",
    "all_fields",
    "check_letterhead",
    "check_template",
    "file_name",
    "forget",
    "render",
    "render_many",
    "load_template",
    "templates",
]


def __getattr__(name: str) -> Any:
    """The two checks load what they check with."""
    if name == "check_template":
        from gdpr_desktop.letters.template_check import check_template

        return check_template
    if name == "check_letterhead":
        from gdpr_desktop.letters.letterhead import check_letterhead

        return check_letterhead
    raise AttributeError(name)
