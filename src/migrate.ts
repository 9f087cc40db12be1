import { migrate } from './platform/database/migrate.js';
import { readMigrationConfig } from './platform/config/migration-config.js';

const { ownerUrl, appUrl } = readMigrationConfig();
const { applied } = await migrate(ownerUrl, appUrl);
console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
