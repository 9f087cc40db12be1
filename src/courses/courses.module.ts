import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CancellationTermsApi } from './cancellation-terms.api.js';
import { CancellationTermsController } from './cancellation-terms.controller.js';
import { CancellationTermsQueries } from './cancellation-terms.queries.js';
import { CancellationTermsService } from './cancellation-terms.service.js';
import { CourseEditingController } from './course-editing.controller.js';
import { Course, CourseFunction } from './course.entity.js';
import { CoursePrice } from './course-price.entity.js';
import { CourseQueries } from './course.queries.js';
import { CourseRecord } from './course-record.js';
import { CourseService } from './course.service.js';
import { CoursesApi } from './courses.api.js';
import { CoursesController } from './courses.controller.js';
import { PriceListApi } from './price-list.api.js';
import { PriceListController } from './price-list.controller.js';
import { PriceListQueries } from './price-list.queries.js';
import { PriceListService } from './price-list.service.js';
import { Provider } from './provider.entity.js';
import { ProviderQueries } from './provider.queries.js';
import { ProviderService } from './provider.service.js';
import { ProvidersApi } from './providers.api.js';
import { ProvidersController } from './providers.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, CourseFunction, CoursePrice, Provider])],
  controllers: [
    CancellationTermsApi,
    CancellationTermsController,
    CoursesController,
    CourseEditingController,
    PriceListApi,
    PriceListController,
    ProvidersController,
    CoursesApi,
    ProvidersApi,
  ],
  providers: [
    CancellationTermsQueries,
    CancellationTermsService,
    CourseQueries,
    CourseRecord,
    CourseService,
    PriceListQueries,
    PriceListService,
    ProviderQueries,
    ProviderService,
  ],
  exports: [CancellationTermsQueries, CourseService, ProviderService],
})
export class CoursesModule {}
