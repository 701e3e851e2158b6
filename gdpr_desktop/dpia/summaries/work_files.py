"""Which files are out on other machines."""

from collections.abc import Callable

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.work_file.words import sent_words, state_words

Rows = tuple[tuple[str, str], ...]


def rows(found: Dpia) -> Rows:
    """Those that are waited for, and the last that was taken in."""
    out = [one for one in found.sent_files if one.is_out]
    back = [one for one in found.sent_files if one.taken_in_at is not None][-1:]
    texts = [f"{sent_words(one)}. {state_words(one)}." for one in (*out, *back)]
    return ((_("On other computers"), "\n".join(texts)),) if texts else ()


def is_out(found: Dpia) -> bool:
    """Is a file waited for?"""
    return any(one.is_out for one in found.sent_files)


def hint(found: Dpia) -> str:
    """What to do with a file that comes back while nothing can be written here."""
    if found.writable or not is_out(found) or not found.case.open:
        return ""
    if found.state is State.SENT:
        return _(
            "A work file is out. Take the assessment back to take the file in, or wait until the"
            " assessment is sent back."
        )
    if found.state is State.IN_FORCE:
        return _(
            "A work file is out. It can be taken in when the assessment is looked at again, and"
            " opened anew."
        )
    return _("A work file is out. It can be taken in when the assessment is sent back.")


def after(others: Callable[[Dpia], Rows]) -> Callable[[Dpia], Rows]:
    """The rows of a step, with those of the files last."""

    def both(found: Dpia) -> Rows:
        return (*others(found), *rows(found))

    return both
