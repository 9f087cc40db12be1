import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadAddressMail } from './dead-address-mail.service.js';
import { Organisation, ProfessionalFunction } from './organisation.entity.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationService } from './organisation.service.js';
import { PeopleApi } from './people.api.js';
import { PeopleQueries } from './people.queries.js';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { ProfessionalsController } from './professionals.controller.js';
import { Municipality, Region } from './region.entity.js';
import { RegionQueries } from './region.queries.js';
import { RegionService } from './region.service.js';
import { RegionsApi } from './regions.api.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Municipality, Organisation, Professional, ProfessionalFunction, Region]),
  ],
  controllers: [OrganisationsController, ProfessionalsController, PeopleApi, RegionsApi],
  providers: [
    DeadAddressMail,
    OrganisationService,
    PeopleQueries,
    ProfessionalService,
    RegionQueries,
    RegionService,
  ],
  exports: [OrganisationService, ProfessionalService, RegionService],
})
export class PeopleModule {}
