import { migrate } from './platform/database/migrate.js';
import { readMigrationConfig } from './platform/config/migration-config.js';
import { openFileStore } from './platform/storage/file-store.js';

const { ownerUrl, appUrl, files } = readMigrationConfig();
const store = await openFileStore(files);
await store.check();
const { applied } = await migrate(ownerUrl, appUrl, store);
console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
