"""Make the files of the search by meaning: `python -m training.meaning OUT_DIR TEXTS_DIR...` (a quarter of an hour)."""

import sys
import tomllib
from pathlib import Path

from tokenizers import Tokenizer

from kg.search.encoder import Encoder
from training.encoder import encoder_folder
from training.meaning.encoder import Pooled, export
from training.meaning.table import Table
from training.meaning.texts import gather

CONFIG = Path(__file__).parent / "meaning.toml"


def main(out: Path, folders: list[Path]) -> None:
    """Export the encoder, teach the table, say how near the table came on texts held out."""
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    export(Pooled(encoder_folder()), out / "meaning.onnx", ["vectors"], {"model": "all-MiniLM-L6-v2"})
    encoder = Encoder(out / "meaning.onnx")
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings["longest"])
    texts = [text.ids for text in tokenizer.encode_batch(gather(folders, settings))]
    begin, end = texts[0][0], texts[0][-1]
    alone = [[begin, piece, end] for piece in range(tokenizer.get_vocab_size())]
    print(f"{len(texts):,} texts")
    table = Table(encoder.encode(alone), [text[1:-1] for text in texts], encoder.encode(texts), settings)
    table.learn(lambda epoch: print(epoch, table.fidelity(), flush=True))
    table.save(out / "meaning.npz")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
