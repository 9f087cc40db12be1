import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { GrantsModule } from '../grants/grants.module.js';
import { ReceivedCostController } from './received-cost.controller.js';
import { ReceivedInvoiceController } from './received-invoice.controller.js';
import { ReceivedFile, ReceivedInvoice } from './received-invoice.entity.js';
import { ReceivedInvoiceQueries } from './received-invoice.queries.js';
import { ReceivedInvoiceService } from './received-invoice.service.js';
import { ReceivedInvoicesApi } from './received-invoices.api.js';
import { ReceivedInvoicesController } from './received-invoices.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReceivedFile, ReceivedInvoice]), GrantsModule],
  controllers: [
    ReceivedInvoicesApi,
    ReceivedInvoicesController,
    ReceivedCostController,
    ReceivedInvoiceController,
  ],
  providers: [ReceivedInvoiceQueries, ReceivedInvoiceService],
})
export class ReceivedInvoicesModule {}
