/** What the files of a network that is taken home are called: they name one another. */
export const FILES = {
  weights: 'network.safetensors',
  keras: 'network.keras',
  onnx: 'network.onnx',
  layersModel: 'tfjs/model.json',
  kerasCode: 'network_keras.py',
  pytorchCode: 'network_pytorch.py',
  scriptCode: 'network_tfjs.js',
  notebook: 'network.ipynb',
  stages: 'stages.npz',
  check: 'check.py',
  csv: 'run.csv',
  events: 'tensorboard',
  readme: 'README.txt',
} as const;
