// The later file of the program: fetched and compiled once, linked to whichever instance runs. The build puts this at the
// end of wasm-bindgen's glue, in the place of wasm-split's own script: that one remembers the first instance, and ours are
// replaced after a crash and after each visit. (No module of its own: after a failed start the glue is loaded once more,
// from another address, and the two would miss each other.)
const LATER_WAIT = 9_500;
const laterFetch = globalThis.fetch;
let laterCompiled, laterCode, laterTries = 0;

/** Why it did not come the last time, as the loader names it. */
function laterFault() {
  return laterCode;
}

async function compileLater() {
  const signal = AbortSignal.timeout(LATER_WAIT);
  const address = new URL("./stapwijzer-later.wasm", import.meta.url);
  let code = "offline";
  try {
    // What the browser kept of it may be what was wrong.
    const response = await laterFetch(address, { signal, cache: laterTries++ ? "reload" : "default" });
    if (!response.ok) throw (code = response.status < 500 ? "missing" : "server");
    const bytes = await response.arrayBuffer();
    code = "start";
    return await WebAssembly.compile(bytes);
  } catch {
    throw signal.aborted ? "timeout" : code;
  }
}

async function __wasm_split_load_later(callback, data) {
  const program = wasm;
  laterCode = undefined;
  try {
    laterCompiled ??= compileLater();
    await WebAssembly.instantiate(await laterCompiled, { __wasm_split: program });
  } catch (error) {
    laterCode = typeof error === "string" ? error : "start";
    laterCompiled = undefined;
  }
  // Nobody waits in an instance that was replaced meanwhile.
  if (wasm !== program) return;
  try {
    program.__indirect_function_table.get(callback)(data, !laterCode);
  } catch (error) {
    trapped(error);
  }
}
