declare module '*/build/wasm/fleks.js' {
  const create: (given: { wasmBinary: Uint8Array }) => Promise<never>;
  export default create;
}
