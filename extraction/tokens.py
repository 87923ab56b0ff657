"""A tokenizer that takes linear time on any text: words, numbers and single marks."""

import re

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(r"[^\W_]{1,64}|[^\w\s]|_|\s+")


class LegalTokenizer:
    """Splits at every change between word, mark and space; a single space belongs to the token before it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for token in _TOKEN.findall(text):
            if token == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(token)
                spaces.append(False)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.source = text
        return doc
