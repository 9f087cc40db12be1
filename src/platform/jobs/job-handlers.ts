import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

const JOB_NAME = 'job-name';
type Handler = (payload: never) => Promise<void>;

/** Marks the method that carries out a job; its argument is the payload of the fact that the job follows. */
export function HandlesJob(name: string): MethodDecorator {
  return (_target, _key, descriptor) => {
    Reflect.defineMetadata(JOB_NAME, name, descriptor.value as object);
  };
}

/** Every job's one handler, found among the providers at start-up. */
@Injectable()
export class JobHandlers {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  /** Finds the handlers of exactly these jobs; throws when a job has none or two, or a handler no job. */
  find(jobs: ReadonlySet<string>): ReadonlyMap<string, Handler> {
    const handlers = new Map<string, Handler>();
    for (const { name, handler } of this.declared()) {
      if (handlers.has(name)) throw new Error(`Two handlers for the job ${name}`);
      if (!jobs.has(name)) throw new Error(`Nothing ever starts the job ${name}`);
      handlers.set(name, handler);
    }
    for (const job of jobs) if (!handlers.has(job)) throw new Error(`No handler for the job ${job}`);
    return handlers;
  }

  private *declared(): Iterable<{ name: string; handler: Handler }> {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Record<string, Handler>;
      for (const key of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[key];
        const name = method && this.reflector.get<string | undefined>(JOB_NAME, method);
        if (method && name) yield { name, handler: method.bind(instance) };
      }
    }
  }
}
