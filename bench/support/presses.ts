import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One request as a client sends it, and when it was answered, in milliseconds of this process. */
export interface Press {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Pressed {
  readonly status: number;
  readonly body: string;
  readonly sentAt: number;
  readonly answeredAt: number;
}

/**
 * Connections that stay open, each with one request under way at a time. It speaks HTTP by itself: on a machine of two
 * cores, a client that costs as much as the server measures mostly itself.
 */
export class Visitors {
  private constructor(
    private readonly host: string,
    private readonly sockets: readonly Socket[],
  ) {}

  static async open(url: string, connections: number): Promise<Visitors> {
    const { hostname, port, host } = new URL(url);
    const sockets = Array.from({ length: connections }, () =>
      connect({ host: hostname, port: Number(port), noDelay: true }),
    );
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    return new Visitors(host, sockets);
  }

  /** Sends everything as fast as the connections are answered; the answers are in the order of the presses. */
  async press(presses: readonly Press[]): Promise<Pressed[]> {
    const answers: Pressed[] = Array<Pressed>(presses.length);
    let next = 0;
    const take = async (socket: Socket) => {
      while (next < presses.length) {
        const index = next++;
        answers[index] = await this.send(socket, presses[index]!);
      }
    };
    await Promise.all(this.sockets.map(take));
    return answers;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private send(socket: Socket, { path, headers, body }: Press): Promise<Pressed> {
    const lines = Object.entries({ host: this.host, 'content-type': 'application/json', ...headers });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return new Promise((resolve, reject) => {
      const sentAt = performance.now();
      let text = '';
      const done = () => {
        socket.off('data', hear).off('error', reject).off('close', closed);
      };
      const closed = () => reject(new Error(`The server closed the connection of ${path}`));
      const hear = (chunk: Buffer) => {
        text += chunk.toString('latin1');
        const read = readAnswer(text);
        if (!read) return;
        done();
        resolve({ ...read, sentAt, answeredAt: performance.now() });
      };
      socket.on('data', hear).once('error', reject).once('close', closed);
      socket.write(
        `POST ${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }
}

/** The status and body once all of it is there; every answer of these routes tells its length. */
function readAnswer(text: string): { status: number; body: string } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
  if (text.length < end + 4 + length) return null;
  return { status: Number(text.slice(9, 12)), body: text.slice(end + 4, end + 4 + length) };
}
