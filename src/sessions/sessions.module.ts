import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionPrice } from './session-price.entity.js';
import { SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SeatQuota, Session, SessionPart, SessionPartTrainer, SessionPrice])],
  providers: [SessionService],
  exports: [SessionService],
})
export class SessionsModule {}
