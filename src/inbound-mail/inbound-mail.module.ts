import { Module } from '@nestjs/common';
import { InboundMailsApi } from './inbound-mails.api.js';
import { InboundMailService } from './inbound-mail.service.js';

@Module({ controllers: [InboundMailsApi], providers: [InboundMailService] })
export class InboundMailModule {}
