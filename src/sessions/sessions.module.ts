import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionPrice } from './session-price.entity.js';
import { SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import { SessionService } from './session.service.js';
import { Trainer } from './trainer.entity.js';
import { TrainerService } from './trainer.service.js';
import { Venue } from './venue.entity.js';
import { VenueService } from './venue.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SeatQuota,
      Session,
      SessionPart,
      SessionPartTrainer,
      SessionPrice,
      Trainer,
      Venue,
    ]),
  ],
  providers: [SessionService, TrainerService, VenueService],
  exports: [SessionService, TrainerService, VenueService],
})
export class SessionsModule {}
