// The later file of the program: fetched and compiled once, linked to whichever instance runs. wasm-split calls this by
// its name for it. (Its own script remembers the first instance; ours are replaced after a crash and after each visit.)
import { initSync } from "./stapwijzer-app.js";

const WAIT = 9_500;
const { fetch } = globalThis;
let compiled;

async function compile() {
  const response = await fetch(new URL("./stapwijzer-later.wasm", import.meta.url), { signal: AbortSignal.timeout(WAIT) });
  if (!response.ok) throw new Error("status " + response.status);
  return WebAssembly.compile(await response.arrayBuffer());
}

export async function __wasm_split_load_later(callback, data) {
  const program = initSync();
  let linked = false;
  try {
    compiled ??= compile();
    await WebAssembly.instantiate(await compiled, { __wasm_split: program });
    linked = true;
  } catch {
    compiled = undefined;
  }
  // Nobody waits in an instance that was replaced meanwhile.
  if (initSync() === program) program.__indirect_function_table.get(callback)(data, linked);
}
