"""What lists call those who answer for somebody."""

from collections.abc import Mapping

from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.core.names import fold_short

_WORDS: Mapping[str, Relation] = {
    **dict.fromkeys("mor far mamma pappa medmor forelder foreldre parent".split(), Relation.PARENT),
    **dict.fromkeys("mother father foresatt foresett foreldreansvar".split(), Relation.PARENT),
    **dict.fromkeys("verje verge guardian oppnemntverge oppnemndverje".split(), Relation.GUARDIAN),
    **dict.fromkeys("barnevern barnevernet barneverntjenesten".split(), Relation.CHILD_WELFARE),
    **dict.fromkeys("barnevernstenesta barneverntenesta".split(), Relation.CHILD_WELFARE),
    **dict.fromkeys("sjolv selv eleven barnet personen self pupil".split(), Relation.SELF),
}


def relation_of(text: str) -> Relation | None:
    """The relation that the word says. None for others, who may not answer by that alone."""
    return _WORDS.get("".join(one for one in fold_short(text) if one.isalpha()))
