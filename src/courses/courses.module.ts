import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CourseEditingController } from './course-editing.controller.js';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import { CourseQueries } from './course.queries.js';
import { CourseRecord } from './course-record.js';
import { CourseService } from './course.service.js';
import { CoursesApi } from './courses.api.js';
import { CoursesController } from './courses.controller.js';
import { Provider } from './provider.entity.js';
import { ProviderQueries } from './provider.queries.js';
import { ProviderService } from './provider.service.js';
import { ProvidersApi } from './providers.api.js';
import { ProvidersController } from './providers.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, CourseFunction, CoursePrice, Provider])],
  controllers: [CoursesController, CourseEditingController, ProvidersController, CoursesApi, ProvidersApi],
  providers: [CourseQueries, CourseRecord, CourseService, ProviderQueries, ProviderService],
  exports: [CourseService, ProviderService],
})
export class CoursesModule {}
