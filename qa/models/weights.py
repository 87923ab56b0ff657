"""What transformers and peft load of a folder or hub id: never with code of the model's own, and errors in one line."""

from typing import Any

from extraction.errors import first_line
from qa.errors import ModelError
from qa.models.small_llama import adapter_folder, local_folder

_FAULTS = (OSError, ValueError, RuntimeError, ImportError, KeyError)


def pretrained(auto: Any, spec: str, **options: Any) -> Any:
    """What the class `auto` of transformers makes of `spec`. Raises `ModelError`."""
    try:
        return auto.from_pretrained(local_folder(spec), trust_remote_code=False, **options)
    except _FAULTS as error:
        raise ModelError(f"{spec} cannot be loaded as a language model: {first_line(error)}") from error


def base_of(adapter: str) -> str:
    """The model that an adapter was made for. Raises `ModelError`."""
    from peft import PeftConfig

    try:
        return str(PeftConfig.from_pretrained(adapter_folder(adapter)).base_model_name_or_path)
    except (*_FAULTS, TypeError) as error:
        raise ModelError(f"{adapter} cannot be loaded as an adapter: {first_line(error)}") from error


def adapted(model: Any, spec: str, adapter: str) -> Any:
    """The model of `spec` with the adapter over it. Raises `ModelError` where the adapter is another model's."""
    from peft import PeftModel

    made_for = base_of(adapter)
    try:
        return PeftModel.from_pretrained(model, adapter_folder(adapter))
    except (RuntimeError, ValueError, KeyError) as error:
        raise ModelError(f"the adapter {adapter} does not fit {spec}: it was made for {made_for}") from error


def nf4(computed: Any) -> Any:
    """The configuration of 4-bit NF4 weights, quantised twice, that are computed in the type `computed`."""
    from transformers import BitsAndBytesConfig

    configure: Any = BitsAndBytesConfig
    return configure(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=computed,
    )
