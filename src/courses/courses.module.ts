import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import { CourseQueries } from './course.queries.js';
import { CourseService } from './course.service.js';
import { CoursesApi } from './courses.api.js';
import { CoursesController } from './courses.controller.js';
import { Provider } from './provider.entity.js';
import { ProviderService } from './provider.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, CourseFunction, CoursePrice, Provider])],
  controllers: [CoursesController, CoursesApi],
  providers: [CourseQueries, CourseService, ProviderService],
  exports: [CourseService, ProviderService],
})
export class CoursesModule {}
