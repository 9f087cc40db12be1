/** The address of a list with its filters in the query; what is not filled in is left out. */
export function listAddress(
  path: string,
  filters: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const filled = Object.entries(filters).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled).toString()}`;
}
