"""What is a text at all."""


def is_unicode(text: str) -> bool:
    """Whether a text has no lone surrogate, which is half a character or a byte that was no text."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
