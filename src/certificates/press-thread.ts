import { parentPort } from 'node:worker_threads';
import { writeCertificatePdf } from './certificate-pdf.js';
import type { PressOrder } from './certificate-press.js';

// A thread of the certificate press: it is sent what certificates say and sends back their files.
parentPort!.on('message', ({ order, document }: PressOrder) => {
  void writeCertificatePdf(document).then((pdf) => parentPort!.postMessage({ order, pdf }));
});
