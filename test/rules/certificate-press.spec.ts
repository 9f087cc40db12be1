import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CertificatePress } from '../../src/certificates/certificate-press.js';
import { type CertificateDocument, writeCertificatePdf } from '../../src/certificates/certificate-pdf.js';
import { exampleCertificate } from '../support/certificates.js';

const built = pathToFileURL(join(process.env['TEST_BUILD']!, 'certificates/press-thread.js'));
const presses: CertificatePress[] = [];

function press(program = built): CertificatePress {
  const made = new CertificatePress(program);
  presses.push(made);
  return made;
}

const certificates = (count: number): CertificateDocument[] =>
  Array.from({ length: count }, (_, index) => ({
    ...exampleCertificate,
    professionalName: `Şeyma Voorbeeld-${index}`,
  }));

async function all(files: AsyncGenerator<Buffer>): Promise<Buffer[]> {
  const read: Buffer[] = [];
  for await (const file of files) read.push(file);
  return read;
}

afterAll(() => Promise.all(presses.map((made) => made.onModuleDestroy())));

describe('the press', () => {
  it.each([3, 120])(
    'writes %i certificates in order, the same to the byte as one at a time',
    async (count) => {
      const documents = certificates(count);
      const alone = await Promise.all(documents.map((document) => writeCertificatePdf(document)));
      const files = await all(press().write(documents));
      expect(files.map((file, index) => file.equals(alone[index]!))).toEqual(alone.map(() => true));
    },
  );

  it('serves two bulks at once and can be left half-way', async () => {
    const shared = press();
    const documents = certificates(60);
    for await (const file of shared.write(documents)) {
      expect(file.length).toBeGreaterThan(0);
      break;
    }
    const [one, other] = await Promise.all([all(shared.write(documents)), all(shared.write(documents))]);
    expect([one.length, other.length]).toEqual([60, 60]);
    expect(one[59]!.equals(other[59]!)).toBe(true);
  });

  it.each([
    ['falls over', 'throw new Error("no paper")', 'no paper'],
    ['ends', 'process.exit(0)', 'A thread of the press has ended'],
  ])('says so when a thread %s, instead of waiting for it', async (_what, program, message) => {
    const failing = press(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
    await expect(all(failing.write(certificates(60)))).rejects.toThrow(message);
  });
});
