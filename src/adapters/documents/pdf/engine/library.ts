/**
 * What a module of pdfmake exports. Its files are CommonJS made from modules: Node hands over the whole module object,
 * bundlers and the test runner its default export.
 */
export function exported<T>(module: T): T {
  return (module as { readonly default?: T }).default ?? module;
}
