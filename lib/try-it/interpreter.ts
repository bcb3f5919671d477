import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';

const PAGE = 65_536;
const INITIAL = 256 * PAGE;
/**
 * The interpreter's memory can't grow beyond this: 20 MiB. The interpreter's own limit is inaccurate in
 * WebAssembly.
 */
const MOST = 320 * PAGE;
/** Above this, code is stopped where its line is still known. */
const TOO_MUCH = 288 * PAGE;

/** QuickJS, and its memory. */
export interface Interpreter {
  readonly quickjs: QuickJSWASMModule;
  /** Whether the code has used more memory than allowed. The memory does not shrink again. */
  isFull(): boolean;
  /** Whether it uses more memory than at the start: time for a new one. */
  isWorn(): boolean;
}

/**
 * Creates an interpreter from its compiled code, with its own memory. `wasmLocation` is the address of the
 * compiled code where it does not lie beside the variant's script. (A variant of a variant would lose the
 * options of the first one.)
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
