import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { supplierName } from './invoice-fields.pages.js';
import { OrderService } from './order.service.js';
import { orderDescription } from './orders.pages.js';

const order = z
  .object({
    grantLineId: z.uuid(),
    municipalityId: z.uuid().describe('De gemeente die betaalt.'),
    supplier: supplierName,
    description: orderDescription.describe('Wat er wordt besteld.'),
    costDate: isoDate.describe('Wanneer het geleverd is, in het jaar van de subsidie.'),
    amountCents: z.int().min(1).max(999_999_999_999).describe('Bedrag inclusief btw, in hele eurocenten.'),
  })
  .meta({
    example: {
      grantLineId: '0192f3a0-0000-7000-8000-000000000001',
      municipalityId: '0192f3a0-0000-7000-8000-000000000002',
      ...{ supplier: 'Voorbeeldregie', description: 'Netwerkregisseur, eerste halfjaar' },
      ...{ costDate: '2027-06-30', amountCents: 1250000 },
    },
  });
const placed = z.object({ id: z.uuid() });

@Controller('api/v1/commitments/orders')
@Allow('finance')
export class OrdersApi {
  constructor(@Inject(OrderService) private readonly orders: OrderService) {}

  @Post()
  @Operation({
    summary: 'Legt een bestelling vast op het budget van een gemeente',
    answer: placed,
    status: 201,
  })
  async place(@CurrentActor() actor: Actor, @Body({ schema: order }) sent: z.infer<typeof order>) {
    const { grantLineId, municipalityId, ...ordered } = sent;
    const amountCents = BigInt(sent.amountCents);
    return {
      id: await this.orders.place(actor, { grantLineId, municipalityId }, { ...ordered, amountCents }),
    };
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Operation({
    summary: 'Annuleert een bestelling: wat nog niet is gefactureerd komt vrij',
    answer: placed,
  })
  async cancel(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string) {
    await this.orders.cancel(actor, id);
    return { id };
  }
}
