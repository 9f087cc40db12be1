/**
 * One value of a download, told apart by kind so that CSV and XLSX write it the way Dutch Excel reads it.
 * `cents` holds integer eurocents; `date` holds a local date as YYYY-MM-DD; null is an empty cell.
 */
export type CellValue =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'cents'; readonly value: bigint }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'date'; readonly value: string };

export type Cell = CellValue | null;

export const textCell = (value: string | null): Cell => (value === null ? null : { kind: 'text', value });
export const centsCell = (value: bigint | null): Cell => (value === null ? null : { kind: 'cents', value });
export const integerCell = (value: number | null): Cell =>
  value === null ? null : { kind: 'integer', value };
export const dateCell = (value: string | null): Cell => (value === null ? null : { kind: 'date', value });
