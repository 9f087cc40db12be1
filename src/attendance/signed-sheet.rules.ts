/** What a scan of a sheet may be, and how its file is called. */
const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type SheetType = keyof typeof endings;

const beginnings: readonly (readonly [SheetType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a file is, by how it begins: a name can say anything. Null for what is no scan. */
export function sheetTypeOf(content: Uint8Array): SheetType | null {
  const found = beginnings.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte));
  return found?.[0] ?? null;
}

/** A name for the download of the scan that was added as the `number`th. */
export function sheetFileName(type: SheetType, date: string, number: number): string {
  return `presentielijst-${date}-${number}.${endings[type]}`;
}
