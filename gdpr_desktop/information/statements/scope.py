"""What every chapter is written from."""

from collections.abc import Iterable
from dataclasses import dataclass

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Contact
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.information.statements.uses import Use, uses
from gdpr_desktop.information.statements.words import Words, inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One statement being written in one language."""

    statement: PrivacyStatement
    around: Surroundings
    words: Words
    uses: tuple[Use, ...]

    @staticmethod
    def of(statement: PrivacyStatement, around: Surroundings, language: Language) -> "Scope":
        """With the words and the uses found."""
        return Scope(
            statement=statement,
            around=around,
            words=Words(language),
            uses=uses(statement, around.activities),
        )

    @property
    def controller(self) -> str:
        """Who the controller is."""
        return self.statement.controller.name or self.around.municipality.name

    @property
    def officer(self) -> Contact:
        """How to reach the officer: the statement's own, or the municipality's."""
        if self.statement.officer:
            return self.statement.officer
        ours = self.around.municipality.officer
        return Contact(
            name=ours.name,
            email=ours.email,
            phone=ours.phone,
            address=", ".join(ours.address.lines()),
        )

    def text(self, text: Bilingual) -> str:
        """In the language being written."""
        return text.in_(self.words.language)

    def texts(self, found: tuple[Bilingual, ...]) -> str:
        """«a, b og c»."""
        return self.words.listed(self.text(one) for one in found)

    def inside(self, found: Iterable[Bilingual]) -> str:
        """The same for what stands inside a sentence."""
        return self.words.listed(inside(self.text(one)) for one in found)
