"""The one interface to a language model, and how a model is named."""

from kg.addresses import check_endpoint
from qa.errors import ModelError
from qa.models.interface import LanguageModel


def load_model(spec: str, adapter: str | None = None, four_bit: bool = False) -> LanguageModel:
    """The model that `spec` names.

    `http://host:port/v1#name` is an OpenAI-compatible endpoint; anything else a local folder or a hub id
    that transformers loads, with the peft `adapter` (folder or hub id) on top, in `four_bit` weights on a CPU too.
    Raises `ModelError`, and AddressError for an endpoint's address with a password or a key in it.
    """
    check_endpoint(spec)
    if spec.startswith(("http://", "https://")):
        if adapter is not None:
            raise ModelError(f"an adapter cannot be loaded into the endpoint {spec}: serve it there, or give a folder")
        if four_bit:
            raise ModelError(f"the endpoint {spec} decides itself how its weights are kept: leave out --four-bit")
        from qa.models.endpoint import OpenAIModel

        return OpenAIModel(spec)
    from qa.models.local import TransformersModel

    return TransformersModel(spec, adapter, four_bit)
