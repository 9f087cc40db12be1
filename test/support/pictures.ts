import { PNG, type PackerOptions } from 'pngjs';

/** A PNG of so many pixels in one colour, each value 0 to 255. */
export function pngOf(
  width: number,
  height: number,
  [red, green, blue, alpha = 255]: readonly number[],
  options: PackerOptions = {},
): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(Buffer.from([red!, green!, blue!, alpha]));
  return PNG.sync.write(png, options);
}

/** A logo as another system sends it. */
export const smallLogo = pngOf(6, 2, [11, 92, 75]).toString('base64');
