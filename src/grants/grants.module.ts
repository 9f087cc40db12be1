import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Allotment, GrantAward, GrantLine, GrantLineBudget } from './grant.entity.js';
import { GrantRegisterService } from './grant-register.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Allotment, GrantAward, GrantLine, GrantLineBudget])],
  providers: [GrantRegisterService],
  exports: [GrantRegisterService],
})
export class GrantsModule {}
