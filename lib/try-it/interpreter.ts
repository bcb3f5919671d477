import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';

const PAGE = 65_536;
const INITIAL = 256 * PAGE;
/** The interpreter's memory can't grow beyond this: 20 MiB. Its own limit counts wrongly in WebAssembly. */
const MOST = 320 * PAGE;
/** From here on what runs is stopped where it can be told at its line. */
const TOO_MUCH = 288 * PAGE;

/** QuickJS, and the memory in which all of it lies. */
export interface Interpreter {
  readonly quickjs: QuickJSWASMModule;
  /** Whether what runs has taken more than it should. The memory does not shrink again. */
  isFull(): boolean;
  /** Whether it has taken more than it began with: time for a new one. */
  isWorn(): boolean;
}

/**
 * Sets up an interpreter: its compiled code, and a memory of its own. `wasmLocation` is the address of the compiled code
 * where it does not lie beside the variant's script. (A variant of a variant would lose what the first one was given.)
 */
export async function newInterpreter(
  variant: QuickJSSyncVariant,
  wasmLocation?: string,
): Promise<Interpreter> {
  const memory = new WebAssembly.Memory({ initial: INITIAL / PAGE, maximum: MOST / PAGE });
  return {
    quickjs: await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory: memory, wasmLocation })),
    isFull: () => memory.buffer.byteLength >= TOO_MUCH,
    isWorn: () => memory.buffer.byteLength > INITIAL,
  };
}
