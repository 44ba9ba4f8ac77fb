// The later file of the program: fetched and compiled once, linked to whichever instance runs. The build puts this at the
// end of wasm-bindgen's glue, in the place of wasm-split's own script: that one remembers the first instance, and ours are
// replaced after a crash and after each visit. (No module of its own: after a failed start the glue is loaded once more,
// from another address, and the two would miss each other.)
const LATER_WAIT = 9_500;
const laterFetch = globalThis.fetch;
let laterCompiled;

async function compileLater() {
  const address = new URL("./stapwijzer-later.wasm", import.meta.url);
  const response = await laterFetch(address, { signal: AbortSignal.timeout(LATER_WAIT) });
  if (!response.ok) throw new Error("status " + response.status);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function __wasm_split_load_later(callback, data) {
  const program = wasm;
  let linked = false;
  try {
    laterCompiled ??= compileLater();
    await WebAssembly.instantiate(await laterCompiled, { __wasm_split: program });
    linked = true;
  } catch {
    laterCompiled = undefined;
  }
  // Nobody waits in an instance that was replaced meanwhile.
  if (wasm === program) program.__indirect_function_table.get(callback)(data, linked);
}
