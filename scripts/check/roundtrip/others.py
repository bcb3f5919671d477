"""Reads a network's files with the libraries that they are for, as far as these are installed, and compares what they
compute with stages.npz. Prints a line for each library; exits 1 where something differs."""
import importlib.util
import io
import json
import os
import sys
import zipfile

import numpy as np

MOST = 1e-5
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
BACKENDS = [name for name in ("tensorflow", "jax", "torch") if importlib.util.find_spec(name)]
if BACKENDS:
    os.environ.setdefault("KERAS_BACKEND", BACKENDS[0])
sys.path.insert(0, os.getcwd())
stages = np.load("stages.npz")
names = list(stages.keys())
image, meant = stages[names[0]][None], stages[names[-1]]
wrong = []


def report(library, difference):
    print(f"{library} {difference:.1e}")
    if not difference <= MOST:
        wrong.append(library)


def there(library):
    if importlib.util.find_spec(library) is None:
        print(f"no {library}")
        return False
    return True


if there("h5py"):
    import h5py

    with open("network.safetensors", "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    header.pop("__metadata__")
    stored = [np.frombuffer(data[slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"]) for entry in header.values()]
    archive = zipfile.ZipFile("network.keras")
    read = []
    with h5py.File(io.BytesIO(archive.read("model.weights.h5"))) as file:
        file.visititems(lambda _, node: read.append(node[()]) if isinstance(node, h5py.Dataset) and node.dtype == "f4" else None)
    both = [sorted((one.shape, one.tobytes()) for one in list_) for list_ in (stored, read)]
    report("h5py", 0.0 if both[0] == both[1] else np.inf)
if BACKENDS and there("keras"):
    import keras

    report("keras", np.abs(np.asarray(keras.models.load_model("network.keras")(image))[0] - meant).max())
    from network_keras import load

    report("network_keras.py", np.abs(np.asarray(load()(image))[0] - meant).max())
if there("onnxruntime"):
    import onnxruntime

    session = onnxruntime.InferenceSession("network.onnx", providers=["CPUExecutionProvider"])
    report("onnxruntime", np.abs(session.run(None, {"images": image})[0][0] - meant).max())
if there("torch"):
    import torch
    from network_pytorch import load as load_torch

    with torch.no_grad():
        computed = load_torch()(torch.from_numpy(image.transpose(0, 3, 1, 2).copy())).numpy()[0]
    report("network_pytorch.py", np.abs(computed - meant).max())
sys.exit(1 if wrong else 0)
