import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import { CourseService } from './course.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, CourseFunction, CoursePrice])],
  providers: [CourseService],
  exports: [CourseService],
})
export class CoursesModule {}
