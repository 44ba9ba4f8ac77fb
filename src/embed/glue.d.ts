// What `later.js` finds in wasm-bindgen's glue, at the end of which the build puts it.
declare const wasm: any;
declare function trapped(error: unknown): void;
