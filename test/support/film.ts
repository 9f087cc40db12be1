import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;
const [BLACK, WHITE, NO_COLOUR] = [16, 235, 128];

/** A film of a QR code, as a browser takes it for what a camera sees (YUV4MPEG2); returns its path. */
export async function filmOf(text: string): Promise<string> {
  const modules = encodeQR(text, 'raw', { ecc: 'medium' });
  const scale = Math.floor(HEIGHT / modules.length);
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let line = y * scale; line < (y + 1) * scale; line += 1)
        light.fill(BLACK, line * WIDTH + x * scale, line * WIDTH + (x + 1) * scale);
    }),
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frames = Array.from({ length: FRAMES }, () => [Buffer.from('FRAME\n'), light, colour]).flat();
  const path = join(await mkdtemp(join(tmpdir(), 'leerlijn-film-')), 'code.y4m');
  await writeFile(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), ...frames]),
  );
  return path;
}
