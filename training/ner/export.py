"""The trained tagger as the small ONNX file that `extraction.ner` runs: 8-bit weights, no pickle."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from extraction.ner.tags import LABELS
from training.ner.network import Tagger

INPUTS = ("pieces", "shapes", "before", "after", "firsts")


class SmallEmbedding(nn.Module):
    """An embedding kept as 8-bit whole numbers with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("whole", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Rows of the table: (..., width)."""
        return self.whole[ids].float() * self.scale[ids]


def export(model: Tagger, target: Path, about: Mapping[str, Any]) -> None:
    """Write the model to `target`; its metadata hold the labels, what follows what, and `about`."""
    model.eval()
    model.pieces = SmallEmbedding(model.pieces.weight.data)
    with TemporaryDirectory() as folder:
        whole, prepared, small = (Path(folder, name) for name in ("whole.onnx", "prepared.onnx", "small.onnx"))
        _trace(model, whole)
        quant_pre_process(whole, prepared, skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            small,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
        graph = onnx.load(small)
        follows = model.crf.follows.detach().tolist()
        onnx.helper.set_model_props(graph, {"labels": json.dumps(LABELS), "follows": json.dumps(follows), **about})
        onnx.save(graph, Path(folder, "named.onnx"))
        shutil.copyfile(Path(folder, "named.onnx"), target)


def _trace(model: Tagger, target: Path) -> None:
    example = (*(torch.ones(2, 12, dtype=torch.long) for _ in INPUTS[:4]), torch.ones(2, 5, dtype=torch.long))
    windows, pieces, words = (torch.export.Dim(name, min=1, max=4096) for name in ("windows", "pieces", "words"))
    shapes = tuple({0: windows, 1: words if name == "firsts" else pieces} for name in INPUTS)
    torch.onnx.export(
        model,
        example,
        target,
        dynamo=True,
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_shapes=shapes,
        external_data=False,
        verbose=False,
    )
