"""The municipality's own wordings: save one, go back to the original, use them in letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.letters import store
from gdpr_desktop.letters.store import TemplateCopy, digest
from gdpr_desktop.letters.template import Template, template
from gdpr_desktop.letters.template_limits import tidy
from gdpr_desktop.vault import Vault


class CopyState(StrEnum):
    """How a wording stands to the one shipped."""

    ORIGINAL = "original"
    OWN = "own"
    OWN_OUTDATED = "own_outdated"  # the original has changed since the copy was made


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The ``TemplateSource`` of an open vault."""

    vault: Vault

    def body(self, template_id: str, language: Language) -> str | None:
        """The municipality's wording; None where the shipped one is used."""
        found = store.copy(self.vault.db, template_id, language)
        return found.text if found else None


@dataclass(frozen=True, slots=True)
class Wordings:
    """The same, read before a worker begins: a ``TemplateSource`` without the vault."""

    texts: Mapping[tuple[str, Language], str]

    def body(self, template_id: str, language: Language) -> str | None:
        """The municipality's wording; None where the shipped one is used."""
        return self.texts.get((template_id, language))

    def digests(self) -> dict[tuple[str, Language], str]:
        """The SHA-256 of each, in hex."""
        return {key: digest(text) for key, text in self.texts.items()}


def frozen_copies(vault: Vault | None) -> Wordings:
    """Every own wording; none without a vault."""
    found = store.copies(vault.db) if vault is not None else ()
    return Wordings({(one.template, one.language): one.text for one in found})


def copies(vault: Vault) -> tuple[TemplateCopy, ...]:
    """Every own wording."""
    return store.copies(vault.db)


def copy_of(vault: Vault, template_id: str, language: Language) -> TemplateCopy | None:
    """The own wording of one template in one language."""
    return store.copy(vault.db, template_id, language)


def state(found: Template, language: Language, copied: TemplateCopy | None) -> CopyState:
    """Is the wording own, and is it made from the original of now?"""
    if copied is None:
        return CopyState.ORIGINAL
    current = digest(found.body(language))
    return CopyState.OWN if copied.based_on == current else CopyState.OWN_OUTDATED


def save_copy(
    vault: Vault, template_id: str, language: Language, text: str, *, compared: bool = False
) -> Change:
    """Use ``text`` for this letter from now on.

    ``compared``: the person has seen how it differs from the original of now, which is so of
    every new copy. Raises ``InvalidInputError`` (field ``text``) naming the lines that may not
    stand there, ``TemplateError`` for an unknown template.
    """
    from gdpr_desktop.letters.trial import problems_of

    found, text = template(template_id), tidy(text)
    if problems := problems_of(found, language, text):
        raise InvalidInputError(
            FieldProblem(
                field="text",
                text=_("Line {line}: {problem}").format(line=one.line, problem=one.text),
            )
            for one in problems
        )
    original = found.body(language)
    if text == original:
        return return_to_original(vault, template_id, language)
    with vault.begin(Deed.EDIT_TEMPLATES) as work:
        before = store.copy(work.db, template_id, language)
        copied = TemplateCopy(
            template=template_id,
            language=language,
            text=text,
            based_on=digest(original) if compared or before is None else before.based_on,
            changed_at=work.clock.now(),
            changed_by=work.actor.name,
        )
        if before and (before.text, before.based_on) == (copied.text, copied.based_on):
            return work.change
        store.put(work, copied)
        work.touch(Kind.TEMPLATE, 0)
        work.log(
            None,
            "template_saved",
            template=template_id,
            language=language.value,
            sha256=copied.sha256,
        )
    return work.change


def return_to_original(vault: Vault, template_id: str, language: Language) -> Change:
    """Use the shipped wording again; the own one is gone. Without an own one nothing is done."""
    with vault.begin(Deed.EDIT_TEMPLATES) as work:
        before = store.copy(work.db, template_id, language)
        if before is None:
            return work.change
        store.remove(work, template_id, language)
        work.touch(Kind.TEMPLATE, 0)
        work.log(
            None,
            "template_returned",
            template=template_id,
            language=language.value,
            sha256=before.sha256,  # of the text that is gone
        )
    return work.change
