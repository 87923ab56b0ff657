"""A trained network as a small ONNX file for a CPU: 8-bit weights, no pickle."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn


def in_eight_bits(weight: Tensor) -> tuple[Tensor, Tensor]:
    """A table (rows, width) as whole numbers of 8 bits, and the scale of each row (rows, 1)."""
    scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
    return (weight / scale).round().to(torch.int8), scale


class SmallEmbedding(nn.Module):
    """An embedding kept as 8-bit whole numbers with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        whole, scale = in_eight_bits(weight)
        self.register_buffer("whole", whole)
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Rows of the table: (..., width)."""
        return self.whole[ids].float() * self.scale[ids]


def write_small(
    model: nn.Module,
    target: Path,
    example: Mapping[str, Tensor],
    shapes: Mapping[str, Any],
    outputs: Sequence[str],
    about: Mapping[str, str],
    whole: Collection[str] = (),
) -> None:
    """Write `model` to `target`: `example` inputs and their dynamic `shapes` by name; `about` goes into its metadata.

    The linear layers named in `whole` keep their 32 bits. Weights take 7 of their 8 bits, for CPUs whose products of
    bytes saturate at 16 bits (AVX2 without VNNI).
    """
    with TemporaryDirectory() as folder:
        traced, prepared, small = (Path(folder, name) for name in ("traced.onnx", "prepared.onnx", "small.onnx"))
        torch.onnx.export(
            model,
            tuple(example.values()),
            traced,
            dynamo=True,
            input_names=list(example),
            output_names=list(outputs),
            dynamic_shapes=tuple(shapes.values()),
            external_data=False,
            verbose=False,
        )
        quant_pre_process(traced, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            small,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_nodes_of(prepared, whole),
        )
        graph = onnx.load(small)
        for node in graph.graph.node:
            del node.metadata_props[:]  # stack traces, with this machine's paths
        onnx.helper.set_model_props(graph, dict(about))
        onnx.save(graph, Path(folder, "named.onnx"))
        shutil.copyfile(Path(folder, "named.onnx"), target)


def _nodes_of(path: Path, layers: Collection[str]) -> list[str]:
    scopes = {
        node.name: prop.value
        for node in onnx.load(path).graph.node
        for prop in node.metadata_props
        if prop.key.endswith("name_scopes")
    }
    return [name for name, scope in scopes.items() if any(f"{layer}'" in scope for layer in layers)]
