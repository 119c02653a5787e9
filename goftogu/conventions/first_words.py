"""The first words of a text, where there is no room for all of it."""


def opening(text: str, limit: int) -> str:
    """Return the first words of a text, cut between two words, with … when something is left out.

    A first word that is too long is cut within.
    """
    if len(text) <= limit:
        return text
    return (text[: limit + 1].rpartition(" ")[0] or text[:limit]).rstrip(" ،,؛;:.–—-") + "…"
