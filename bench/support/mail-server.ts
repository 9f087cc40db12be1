import { once } from 'node:events';
import { writeSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything and keeps nothing. */
const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, callback) {
    stream.resume();
    stream.on('end', () => callback());
  },
});
smtp.listen(0, '127.0.0.1');
await once(smtp.server, 'listening');
writeSync(3, `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}\n`);
