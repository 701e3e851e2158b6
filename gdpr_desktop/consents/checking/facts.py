"""What stands on a form, as the law's test of a consent asks for it."""

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.law.consent import Circumstances, Told


def circumstances(content: FormContent) -> Circumstances:
    """What can be read from the form itself; what only people know is as it should be."""
    return Circumstances(
        purposes=len(content.purposes),
        told=frozenset(one for one in Told if _is_told(content, one)),
        special=any(one.special for one in content.purposes),
        transfer=any(one.transfer for one in content.purposes),
        automated=bool(content.automated),
        explicit=bool(content.explicit),
        withdrawable=bool(content.withdraw_how),
    )


def _is_told(content: FormContent, told: Told) -> bool:
    return {
        Told.CONTROLLER: bool(content.unit.strip() and content.contact.strip()),
        Told.PURPOSE: bool(content.purposes),
        # of a picture, the picture itself
        Told.DATA: bool(content.data) or content.kind is FormKind.PICTURE,
        Told.WITHDRAWAL: bool(content.withdraw_how),
        Told.AUTOMATED: bool(content.automated),
        Told.TRANSFER_RISKS: bool(content.risk),
    }[told]
