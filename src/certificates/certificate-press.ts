import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { OnModuleDestroy } from '@nestjs/common';
import { type CertificateDocument, writeCertificatePdf } from './certificate-pdf.js';

/** To a thread; the number of the order comes back with the file. */
export interface PressOrder {
  readonly order: number;
  readonly document: CertificateDocument;
}

/** From so many certificates on, threads earn back the half second in which they start. */
const WORTH_THREADS = 50;
/** Each thread takes some 60 MB. */
const MOST_THREADS = 4;
/**
 * For what a thread keeps, in MB: fonts and the shapes of words take a third of it. With a limit this low the thread
 * clears up as it goes; without one it lets its memory grow for as long as the machine has any.
 */
const THREAD_HEAP = 96;
/** Certificates that each thread has in hand or waiting: more would only fill the memory. */
const IN_HAND = 4;

/** Writes many certificates at once on all processors. Its threads stay: the second bulk is twice as fast as the first. */
export class CertificatePress implements OnModuleDestroy {
  private threads: readonly PressThread[] = [];

  constructor(private readonly program = new URL('./press-thread.js', import.meta.url)) {}

  /** The files in the order of what they say. Holds a few at a time, so the reader decides how fast it goes. */
  async *write(documents: readonly CertificateDocument[]): AsyncGenerator<Buffer> {
    if (documents.length < WORTH_THREADS) {
      for (const document of documents) yield await writeCertificatePdf(document);
      return;
    }
    const threads = this.working();
    const coming: Promise<Buffer>[] = [];
    for (const [index, document] of documents.entries()) {
      coming.push(threads[index % threads.length]!.write(document));
      if (coming.length >= threads.length * IN_HAND) yield await coming.shift()!;
    }
    for (const pdf of coming) yield await pdf;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }

  private working(): readonly PressThread[] {
    const length = Math.min(availableParallelism(), MOST_THREADS);
    const usable = this.threads.filter(({ failure }) => failure === null);
    this.threads = Array.from({ length }, (_, index) => usable[index] ?? new PressThread(this.program));
    return this.threads;
  }
}

class PressThread {
  failure: Error | null = null;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { give: (pdf: Buffer) => void; fail: (error: Error) => void }>();
  private ordered = 0;

  constructor(program: URL) {
    this.worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP } });
    this.worker.on('message', ({ order, pdf }: { order: number; pdf: Uint8Array }) => {
      this.waiting.get(order)?.give(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length));
      this.waiting.delete(order);
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread of the press has ended')));
  }

  write(document: CertificateDocument): Promise<Buffer> {
    const order = this.ordered++;
    const written = new Promise<Buffer>((give, fail) => this.waiting.set(order, { give, fail }));
    // Its turn to be read may come later than its failure.
    written.catch(() => undefined);
    if (this.failure) this.fail(this.failure);
    else this.worker.postMessage({ order, document } satisfies PressOrder);
    return written;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { fail } of this.waiting.values()) fail(this.failure);
    this.waiting.clear();
  }
}
