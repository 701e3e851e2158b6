"""What ends by itself, in words."""

from collections.abc import Sequence

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.renewal.model import Bundle, Why
from gdpr_desktop.consents.renewal.recipients import Addressee, Reader
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext

MOST_NAMES = 40


def task_title(found: Bundle, kind: FormKind, language: Language | None = None) -> str:
    """«42 samtykke gjekk ut 31.7.2026: slutt å bruke, slett»."""
    release = kind is FormKind.CONFIDENTIALITY and found.why is not Why.OUTGROWN
    title = _release_title(found, language) if release else _title(found, language)
    return title.format(count=count_words(found), days=days_words(found))


def _release_title(found: Bundle, language: Language | None) -> str:
    """What was shared on a release while it held stays where it is."""
    if found.why is Why.EXPIRED:
        return ngettext(
            "{count} release ended {days}: stop sharing",
            "{count} releases ended {days}: stop sharing",
            found.count,
            language=language,
        )
    return ngettext(
        "{count} release ends {days}: ask again",
        "{count} releases end {days}: ask again",
        found.count,
        language=language,
    )


def _title(found: Bundle, language: Language | None) -> str:
    texts = {
        Why.EXPIRED: ngettext(
            "{count} consent ended {days}: stop the use, delete",
            "{count} consents ended {days}: stop the use, delete",
            found.count,
            language=language,
        ),
        Why.RENEWAL: ngettext(
            "{count} consent ends {days}: ask again",
            "{count} consents end {days}: ask again",
            found.count,
            language=language,
        ),
        Why.OUTGROWN: ngettext(
            "{count} child is old enough to answer since {days}: ask anew",
            "{count} children are old enough to answer since {days}: ask anew",
            found.count,
            language=language,
        ),
    }
    return texts[found.why]


def count_words(found: Bundle) -> str:
    """«42», or «2000+» where there are more than were counted."""
    return f"{found.count}+" if found.more else str(found.count)


def days_words(found: Bundle) -> str:
    """«31.7.2026», or «2.7.–31.7.2026»."""
    if found.first == found.last:
        return short_date(found.first)
    return f"{found.first.day}.{found.first.month}.–{short_date(found.last)}"


def stop_words(kind: FormKind) -> str:
    """What must be done when a consent has ended."""
    if kind is FormKind.CONFIDENTIALITY:
        return _(
            "Nothing more may be shared on the release. What was shared while it held was lawful,"
            " and what the law says shall be kept is kept."
        )
    return _(
        "Nothing more may be done on the consent. What was done while it held was lawful. Delete"
        " what has no other basis."
    )


def done_title(kind: FormKind) -> str:
    """What is noted when a consent has ended: the heading of the dialog."""
    release = kind is FormKind.CONFIDENTIALITY
    return _("Stopped sharing") if release else _("Stopped and deleted")


def letter_title(kind: FormKind, language: Language) -> str:
    """What the letter that asks again is called in the archive; empty: by its template."""
    if kind is FormKind.CONFIDENTIALITY:
        return _("Question about a new release from confidentiality", language=language)
    return ""


def names_words(found: Sequence[Consent]) -> str:
    """The people, by name; of many, the first and how many more."""
    names = [one.subject.name for one in found]
    shown = ", ".join(names[:MOST_NAMES])
    rest = len(names) - MOST_NAMES
    if rest <= 0:
        return shown
    more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    return f"{shown} {more}"


def place_words(place: Place, kind: FormKind) -> str:
    """A place, and what is to become of what lies there."""
    if place.other_basis:
        text = _("{place}: is kept by another basis ({basis}); tell the person")
        return text.format(place=place.name, basis=place.other_basis)
    if kind is FormKind.CONFIDENTIALITY:  # what was shared while it held stays where it is
        return _("{place}: share nothing more").format(place=place.name)
    if not place.erasable:
        return _("{place}: cannot be called back; use it no more").format(place=place.name)
    return _("{place}: stop and delete").format(place=place.name)


def letters_words(found: Sequence[Addressee]) -> str:
    """«12 brev til foreldre og andre, 3 til barn»."""
    counts = {reader: sum(one.reader is reader for one in found) for reader in Reader}
    texts = {
        Reader.SELF: ngettext(
            "{count} letter to a grown person",
            "{count} letters to grown people",
            counts[Reader.SELF],
        ),
        Reader.OTHER: ngettext(
            "{count} letter to a parent or another who answers",
            "{count} letters to parents and others who answer",
            counts[Reader.OTHER],
        ),
        Reader.CHILD: ngettext(
            "{count} letter to a child, in the child's version",
            "{count} letters to children, in the child's version",
            counts[Reader.CHILD],
        ),
    }
    told = [texts[one].format(count=number) for one, number in counts.items() if number]
    return "\n".join(told) or _("Choose who is asked.")
