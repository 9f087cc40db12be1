import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'inbound-mail');

/** A mail as it comes in: a sample of the folder, sent to `returnAddress` about a mail to `to`. */
export async function inboundMail(
  sample: string,
  { returnAddress, to }: { readonly returnAddress: string; readonly to: string },
): Promise<Buffer> {
  const text = await readFile(join(FOLDER, `${sample}.eml`), 'utf8');
  const filled = text.replaceAll('{{return}}', returnAddress).replaceAll('{{to}}', to);
  return Buffer.from(filled.replaceAll('\n', '\r\n'));
}
