/** What Python says of the files: whether they compile, whether the check holds, and what other libraries read. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** PYTHON names another interpreter, such as one of an environment with more libraries. */
const PYTHON = process.env.PYTHON ?? 'python3';

export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

function python(folder: string, ...args: readonly string[]): Answer {
  const { status, stdout, stderr, error } = spawnSync(PYTHON, args, { cwd: folder, encoding: 'utf8' });
  const text = error ? String(error) : `${stdout}${stderr}`.trim();
  return { ok: status === 0, text };
}

/** Which of these there are: Python itself, and libraries in it. */
export function available(): { readonly python: boolean; readonly numpy: boolean } {
  return { python: python('.', '--version').ok, numpy: python('.', '-c', 'import numpy').ok };
}

/** Compiles a file. */
export const compiles = (folder: string, file: string): Answer => python(folder, '-m', 'py_compile', file);

/** Compiles the cells of a notebook, but for those that begin with a command of Jupyter's. */
export const cellsCompile = (folder: string, file: string): Answer =>
  python(
    folder,
    '-c',
    `import json
for cell in json.load(open(${JSON.stringify(file)}))["cells"]:
    text = "".join(cell["source"])
    if text.startswith("%%writefile"):
        text = text.split("\\n", 1)[1]
    if cell["cell_type"] == "code" and not text.startswith("!"):
        compile(text, cell["id"], "exec")`,
  );

/** Runs the script that computes all stages again. */
export const check = (folder: string, ...args: readonly string[]): Answer =>
  python(folder, 'check.py', ...args);

/** What h5py, Keras, PyTorch and ONNX Runtime read, as far as they are there. */
export const others = (folder: string): Answer =>
  python(folder, fileURLToPath(new URL('./others.py', import.meta.url)));
