import { Global, Module } from '@nestjs/common';
import { SCHEDULE } from './platform/jobs/schedule.js';
import { NAVIGATION } from './platform/web/pages.js';
import { navigation } from './navigation.js';
import { schedule } from './subscriptions.js';

/** What only the root knows and the platform needs: who follows which fact, and who finds what in the navigation. */
@Global()
@Module({
  providers: [
    { provide: SCHEDULE, useValue: schedule },
    { provide: NAVIGATION, useValue: navigation },
  ],
  exports: [SCHEDULE, NAVIGATION],
})
export class CompositionModule {}
