import encodeQR from 'qr';

/** A QR code as `partials/qr-code` draws it: a path on a square of so many modules, with its quiet zone. */
export interface QrCode {
  readonly side: number;
  readonly path: string;
}

const QUIET_ZONE = 4;

/** Draws a text as a QR code of medium correction, which survives a folded print and a scratched screen. */
export function qrCode(text: string): QrCode {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { side: modules.length, path: squares.join('') };
}
