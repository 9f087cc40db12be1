/** The files that are kept as proof, and how their names end. They hold nothing that runs. */
const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type DocumentType = keyof typeof endings;

const beginnings: readonly (readonly [DocumentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What a file is, by how it begins: a name can say anything. Null for what is not kept. */
export function documentTypeOf(content: Uint8Array): DocumentType | null {
  const found = beginnings.find(([, bytes]) => bytes.every((byte, index) => content[index] === byte));
  return found?.[0] ?? null;
}

/** A name for the download of a file of this type. */
export function documentFileName(name: string, type: DocumentType): string {
  return `${name}.${endings[type]}`;
}
