import { Module } from '@nestjs/common';
import { InboundMailService } from './inbound-mail.service.js';

@Module({ providers: [InboundMailService] })
export class InboundMailModule {}
