"""The chapters of a website: cookies, and what is logged."""

from gdpr_desktop.information.statements.parts import CookieNeed
from gdpr_desktop.information.statements.scope import Scope
from gdpr_desktop.information.statements.writing import facts, heading, own, paragraph, table
from gdpr_desktop.letters.blocks import Blocks

_CAPTIONS = (
    (CookieNeed.NECESSARY, "cookies_necessary"),
    (CookieNeed.CONSENT, "cookies_consent"),
    (CookieNeed.UNKNOWN, "cookies_unknown"),
)


def cookies(scope: Scope) -> Blocks:
    """A table for those that are necessary, and one for those that need consent."""
    statement, words = scope.statement, scope.words
    found = own(scope.text(statement.cookie_note), 3)
    if not statement.cookies:
        return found
    found = (*paragraph(words("cookies_about")), *found)
    header = tuple(words.label(name) for name in ("name", "provider", "purpose", "duration"))
    for need, caption in _CAPTIONS:
        rows = tuple(
            (one.name, one.provider, scope.text(one.purpose), scope.text(one.duration))
            for one in statement.cookies
            if one.need is need
        )
        found += table(words(caption), header, rows)
    if all(one.need is CookieNeed.NECESSARY for one in statement.cookies):
        found += paragraph(words("cookies_none_consent"))
    return (*found, *own(scope.text(statement.cookie_choice), 3))


def logs(scope: Scope) -> Blocks:
    """What is logged, for how long, where it lies."""
    statement, words = scope.statement, scope.words
    found = own(scope.text(statement.log_note), 3)
    label = words.label
    for log in statement.logs:
        found += heading(3, scope.text(log.what))
        found += facts(
            [
                (label("contents"), scope.text(log.contents)),
                (label("purpose"), scope.text(log.purpose)),
                (label("basis"), words.basis(log.basis, log.laws) if log.basis else ""),
                (label("retention"), scope.text(log.retention)),
                (label("where"), log.where),
                (label("access"), scope.text(log.access)),
            ]
        )
    return found
