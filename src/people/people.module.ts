import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Organisation, ProfessionalFunction } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';
import { Municipality, Region } from './region.entity.js';
import { RegionService } from './region.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Municipality, Organisation, Professional, ProfessionalFunction, Region]),
  ],
  providers: [OrganisationService, ProfessionalService, RegionService],
  exports: [OrganisationService, ProfessionalService, RegionService],
})
export class PeopleModule {}
