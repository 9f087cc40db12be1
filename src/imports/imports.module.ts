import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CertificatesModule } from '../certificates/certificates.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { CurriculumModule } from '../curriculum/curriculum.module.js';
import { GrantsModule } from '../grants/grants.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { Importer } from './importer.js';
import { ImportFile } from './import-file.entity.js';
import { ImportKinds } from './import-kinds.js';
import { ImportService } from './import.service.js';
import { ImportsApi } from './imports.api.js';
import { ImportsController } from './imports.controller.js';
import { ImportsQueries } from './imports.queries.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ImportFile]),
    CertificatesModule,
    CoursesModule,
    CurriculumModule,
    GrantsModule,
    PeopleModule,
    ReportsModule,
    SessionsModule,
  ],
  controllers: [ImportsController, ImportsApi],
  providers: [Importer, ImportKinds, ImportService, ImportsQueries],
  exports: [ImportService],
})
export class ImportsModule {}
