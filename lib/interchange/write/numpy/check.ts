/**
 * `check.py`: computes every stage of the image again from the weights, in NumPy alone, and compares. Its functions come
 * from the kinds' folders.
 */

import { exportOf } from '@/lib/kinds/outside/exports';
import type { LayerKind } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import { FILES } from '../names';

const HEAD = `"""Computes every stage of one image again, in NumPy alone, and compares it with what Pipeline Tracer computed.

    python check.py

Everything is channels last: rows, columns, channels. Each stage is computed from the stored stage before it, and has to
agree within 1e-5 of its largest value. What PyTorch would compute after its own flatten, which unrolls channels first, is
checked too: the rows of the kernel have to be put into that order, and --without-permutation shows what happens else.
"""
import argparse
import json
import sys

import numpy as np

MOST = 1e-5


def read_safetensors(path):
    """The architecture and, for each stage, its weights by name."""
    with open(path, "rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(length))
        data = file.read()
    notes = header.pop("__metadata__")
    weights = {}
    for name, entry in header.items():
        stage, part = name.rsplit("/", 1)
        start, end = entry["data_offsets"]
        values = np.frombuffer(data[start:end], dtype="<f4").astype(np.float64)
        weights.setdefault(stage, {})[part] = values.reshape(entry["shape"])
    return json.loads(notes["architecture"]), weights


def around(length, size, stride, padding):
    """The cells of padding before and after an axis; where their number is odd, the extra one comes after."""
    if padding == "valid":
        return 0, 0
    total = max((-(-length // stride) - 1) * stride + size - length, 0)
    return total // 2, total - total // 2


def windows(x, size, stride, padding, filler):
    """All windows over maps: rows, columns, then height, width and channels of each."""
    height, width = (size, size) if isinstance(size, int) else size
    rows = around(x.shape[0], height, stride, padding)
    columns = around(x.shape[1], width, stride, padding)
    x = np.pad(x, (rows, columns, (0, 0)), constant_values=filler)
    seen = np.lib.stride_tricks.sliding_window_view(x, (height, width), axis=(0, 1))
    return seen[::stride, ::stride].transpose(0, 1, 3, 4, 2)


def bend(x, activation, slope=0.3):
    if activation == "relu":
        return np.maximum(x, 0)
    if activation == "leakyRelu":
        return np.where(x > 0, x, slope * x)
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-x))
    if activation == "tanh":
        return np.tanh(x)
    if activation == "softmax":
        exponentials = np.exp(x - x.max(axis=-1, keepdims=True))
        return exponentials / exponentials.sum(axis=-1, keepdims=True)
    return x
`;

const TAIL = `

def error(computed, stored):
    """How far apart two arrays are, as a share of the largest stored value."""
    if computed.shape != stored.shape:
        return np.inf
    return np.abs(computed - stored).max() / max(np.abs(stored).max(), 1e-12)


def flattened(architecture, stages):
    """Where maps are unrolled, and the dense layer that takes the vector: their places, or None."""
    layers = architecture["layers"]
    for at, layer in enumerate(layers[1:], 1):
        before = stages[layers[at - 1]["id"]]
        if before.ndim == 3 and stages[layer["id"]].shape == (before.size,) and "units" not in layer:
            dense = next((n for n in range(at, len(layers)) if "units" in layers[n]), None)
            return None if dense is None else (at, dense)
    return None


def check_permutation(architecture, weights, stages, permuted):
    """The dense layer behind the flatten, as PyTorch has it: channels first, so with its kernel's rows in that order."""
    places = flattened(architecture, stages)
    if places is None:
        print("No flatten: the kernels of this network need no permutation in PyTorch.")
        return True
    at, dense = places
    layers = architecture["layers"]
    rows, columns, channels = stages[layers[at - 1]["id"]].shape
    order = np.arange(rows * columns * channels).reshape(rows, columns, channels).transpose(2, 0, 1).reshape(-1)
    layer = layers[dense]
    own = weights[layer["id"]]
    # Between the two are only layers that take each value by itself.
    x = stages[layers[dense - 1]["id"]].astype(np.float64)[order]
    kernel = own["kernel"][order] if permuted else own["kernel"]
    off = error(STAGES[layer["kind"]](x, layer, {**own, "kernel": kernel}), stages[layer["id"]])
    how = "permuted" if permuted else "NOT permuted"
    print(f"{layer['id']} behind a flatten of channels first, rows of its kernel {how}: {off:.1e}")
    return off <= MOST


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", default="@weights@")
    parser.add_argument("--stages", default="@stages@")
    parser.add_argument("--without-permutation", action="store_true")
    wanted = parser.parse_args()
    architecture, weights = read_safetensors(wanted.weights)
    stages = np.load(wanted.stages)
    wrong = []
    x = stages[architecture["layers"][0]["id"]].astype(np.float64)
    for layer in architecture["layers"]:
        stored = stages[layer["id"]]
        off = error(STAGES[layer["kind"]](x, layer, weights.get(layer["id"], {})), stored)
        print(f"{layer['id']:24} {' x '.join(map(str, stored.shape)):16} {off:.1e}")
        if not off <= MOST:
            wrong.append(layer["id"])
        x = stored.astype(np.float64)
    if not check_permutation(architecture, weights, stages, not wanted.without_permutation):
        wrong.append("the permutation")
    if wrong:
        sys.exit(f"Off by more than {MOST}: {', '.join(wrong)}")
    print(f"All within {MOST} of each stage's largest value.")


if __name__ == "__main__":
    main()
`;

/** What a function in Python is called. */
const nameOf = (code: string): string => /def (\w+)/.exec(code)?.[1] ?? '';

/** The script for a network: with a function for each kind of layer that it has. */
export function checkScript({ stages }: Pipeline): string {
  const functions = new Map<LayerKind, string>(
    stages.map(({ layer }) => [layer.kind, exportOf(layer).numpy]),
  );
  const written = [...functions.values()].map((code) => `\n${code}\n`).join('');
  const named = Array.from(functions, ([kind, code]) => `    "${kind}": ${nameOf(code)},\n`).join('');
  const table = `\n\n# How each kind of layer computes its output.\nSTAGES = {\n${named}}\n`;
  const tail = TAIL.replace('@weights@', FILES.weights).replace('@stages@', FILES.stages);
  return `${HEAD}${written}${table}${tail}`;
}
