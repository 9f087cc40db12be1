import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Professional } from './professional.entity.js';
import { ProfessionalService } from './professional.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Professional])],
  providers: [ProfessionalService],
  exports: [ProfessionalService],
})
export class PeopleModule {}
