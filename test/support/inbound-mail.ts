import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'inbound-mail');

/** A mail as it comes in: a sample of the folder, sent to `returnAddress` about a mail to `to` or the appointment `uid`. */
export async function inboundMail(
  sample: string,
  {
    returnAddress,
    to,
    uid = 'niets',
  }: { readonly returnAddress: string; readonly to: string; readonly uid?: string },
): Promise<Buffer> {
  const text = await readFile(join(FOLDER, `${sample}.eml`), 'utf8');
  const filled = text
    .replaceAll('{{return}}', returnAddress)
    .replaceAll('{{to}}', to)
    .replaceAll('{{uid}}', uid);
  return Buffer.from(filled.replaceAll('\n', '\r\n'));
}
