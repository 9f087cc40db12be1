import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';

/** How the application reaches PostgreSQL: as a role that owns nothing, over a small pool that gives up waiting after 15 s. */
export function dataSourceOptions(config: Config): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    autoLoadEntities: true,
    retryAttempts: 0,
    synchronize: false,
    poolSize: 20,
    // A file that is read keeps this process from hearing the answer for some seconds.
    connectTimeoutMS: 15_000,
    applicationName: 'leerlijn',
    poolErrorHandler: () => undefined,
    // Sends at once what it is given; see ADR 0018.
    extra: { pipeline: true },
  };
}
