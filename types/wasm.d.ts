/** The address of a WASM file, relative to the script that imports it (esbuild's loader "file"). */
declare module '*/wasm' {
  const path: string;
  export default path;
}
