// The later file of the program: fetched and compiled once, linked to whichever instance runs. The build puts this at the
// end of wasm-bindgen's glue, in the place of wasm-split's own script: that one remembers the first instance, and ours are
// replaced after a crash and after each visit. (No module of its own: after a failed start the glue is loaded once more,
// from another address, and the two would miss each other.)
// The loader's own way of fetching, with its patience and its limits; and how it takes in the style that the file holds.
let laterBytes, laterDress, laterCompiled, laterCode, laterTries = 0;
export const loadLaterBy = (bytes, dress) => { laterBytes = bytes; laterDress = dress; };

/** Why it did not come the last time, as the loader names it. */
function laterFault() {
  return laterCode;
}

// What the browser kept of it may be what was wrong: another try asks anew.
async function compileLater() {
  const later = await WebAssembly.compile(await laterBytes(
    new URL("./stapwijzer-later.wasm", import.meta.url).href, 1 << 20, laterTries++ ? "reload" : "default"));
  laterDress(new Uint8Array(WebAssembly.Module.customSections(later, "style")[0]));
  return later;
}

async function __wasm_split_load_later(callback, data) {
  const program = wasm;
  laterCode = undefined;
  try {
    laterCompiled ??= compileLater();
    await WebAssembly.instantiate(await laterCompiled, { __wasm_split: program });
  } catch (error) {
    laterCode = typeof error?.code === "string" ? error.code : "start";
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
