"""Articles as they are cited: «30(1)(b)» in the code, «30 nr. 1 bokstav b» in Norwegian words."""

import re

_ARTICLE = re.compile(r"(\d+)((?:\([0-9a-z]+\))*)")


def cited(article: str) -> str:
    """``6(1)(e)`` as «6 nr. 1 bokstav e»; a text that is no article is given back as it is.

    The same in nynorsk and bokmål. Several, parted by commas, are cited one by one.
    """
    return ", ".join(_cited(one.strip()) for one in article.split(","))


def _cited(article: str) -> str:
    found = _ARTICLE.fullmatch(article)
    if found is None:
        return article
    number, rest = found.groups()
    words = [number]
    for part in re.findall(r"\(([0-9a-z]+)\)", rest):
        words += ["nr.", part] if part.isdigit() else ["bokstav", part]
    return " ".join(words)
