// Which flow a national product is about (`upl="…"` on the widget), by its URI or by its name. The loader fetches this for a widget
// that names a product, and for no other.

const PRODUCT = /^https?:\/\/standaarden\.overheid\.nl\/owms\/terms\/([^\s/]{1,100})$/;
const ID = /^[a-z0-9-]{1,64}$/;

/** `tidy` makes two ways to write a name the same; `table` loads one of the two tables; `puzzled` says that there is no such product. */
export async function find(given, tidy, table, puzzled) {
  const upl = PRODUCT.exec(given)?.[1];
  // Some other address is no name to search with.
  if (!upl && given.includes(":")) return void puzzled();
  const name = upl ?? given;
  const is = (text) => tidy(text) === tidy(name);
  const flows = await table("upl", "flows");
  const about = (id) => (ID.test(flows[id] ?? "") ? { flow: flows[id] } : undefined);
  const known = about(Object.keys(flows).find(is));
  if (known) return known;
  const names = Object.entries(await table("upl-names", "names"));
  const [id, label] = names.find(([id, label]) => is(id) || is(label)) ?? [];
  if (names.length && !id && !upl) puzzled();
  const words = name.replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return about(id) ?? { find: label ?? words };
}
