import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { vatTreatments } from '../courses/vat.rules.js';
import { creditReasons } from '../grants/settlement.rules.js';
import { pageOf } from '../grants/slice.rules.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import { apiList, apiListQuery, listAnswer } from '../platform/web/api-list.js';
import { isoDate } from '../platform/web/fields.js';
import { Operation } from '../platform/web/operation.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { readUpload } from '../platform/web/upload.js';
import type { Actor } from '../shared/actor.js';
import { receivedStates, setAsideReasons } from './received-document.rules.js';
import { ReceivedInvoiceQueries, type ReceivedRow } from './received-invoice.queries.js';
import { ReceivedInvoiceService } from './received-invoice.service.js';
import { issuesOfList } from './received-invoices.pages.js';

const id = z.uuid();
const receivedInvoice = z.object({
  id,
  kind: z.enum(['invoice', 'credit-note']),
  state: z
    .enum(receivedStates)
    .describe('Wacht om geboekt te worden (waiting), is geboekt, of is opzijgezet.'),
  supplier: z.string(),
  invoiceNumber: z.string(),
  invoiceDate: z.iso.date(),
  amountCents: z.int().describe('Bedrag inclusief btw in hele eurocenten, ook van een creditnota boven 0.'),
  vatTreatment: z.enum(vatTreatments).nullable().describe('Null als het bestand dit niet eenduidig zegt.'),
  deliveredOn: z.iso.date().nullable(),
  about: z.string().describe('Waarvoor, in de woorden van de leverancier.'),
  credits: z.string().nullable().describe('Het nummer van de factuur die een creditnota terugneemt.'),
  setAsideReason: z.enum(setAsideReasons).nullable(),
  realisationId: id.nullable().describe('De boeking; null zolang er niet is geboekt.'),
  receivedAt: z.iso.datetime(),
});
const listQuery = apiListQuery
  .omit({ q: true })
  .extend({ state: z.enum(receivedStates).default('waiting').describe('Welke facturen.') });
const received = z.object({ ids: z.array(id).describe('In de volgorde van het bestand.') });
const vatTreatment = z.enum(vatTreatments);

const bookingInput = z
  .discriminatedUnion('on', [
    z.strictObject({
      on: z.literal('commitment'),
      commitmentId: id,
      vatTreatment,
      isFinal: z.boolean().describe('Waar als er geen factuur meer volgt; de rest valt dan vrij.'),
    }),
    z.strictObject({
      on: z.literal('grant-line'),
      grantLineId: id,
      municipalityId: id,
      costDate: isoDate.describe('Wanneer is geleverd; dit bepaalt het subsidiejaar.'),
      vatTreatment,
    }),
    z.strictObject({
      on: z.literal('invoice'),
      invoiceId: id.describe('De geboekte factuur die de creditnota terugneemt.'),
      reason: z.enum(creditReasons),
    }),
  ])
  .meta({
    example: {
      on: 'commitment',
      commitmentId: '0192f3a0-0000-7000-8000-000000000001',
      vatTreatment: 'exempt',
      isFinal: true,
    },
  });
const setAsideInput = z
  .object({ reason: z.enum(setAsideReasons) })
  .meta({ example: { reason: 'received-twice' } });

@Controller('api/v1/received-invoices')
@Allow('finance')
export class ReceivedInvoicesApi {
  constructor(
    @Inject(TRANSLATOR) private readonly translator: Translator,
    @Inject(ReceivedInvoiceQueries) private readonly queries: ReceivedInvoiceQueries,
    @Inject(ReceivedInvoiceService) private readonly service: ReceivedInvoiceService,
  ) {}

  @Get()
  @Allow('coordinator', 'finance')
  @Operation({
    summary: 'Toont facturen en creditnota’s zoals leveranciers ze stuurden',
    answer: listAnswer(receivedInvoice),
  })
  async list(
    @Req() request: WebRequest,
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) { state, page, pageSize }: z.infer<typeof listQuery>,
  ) {
    const { items, counts } = await this.queries.list(actor, state, pageOf(page, pageSize));
    return apiList(request, items.map(itemOf), { page, pageSize, total: counts[state] });
  }

  @Post()
  @HttpCode(201)
  @Operation({
    summary: 'Leest een e-factuur of een lijst van facturen in',
    upload: 'Een e-factuur (UBL, Peppol BIS 3.0) of een CSV-lijst van hoogstens 1.000 facturen; 10 MB.',
    answer: received,
    status: 201,
  })
  async receive(@Req() request: WebRequest, @CurrentActor() actor: Actor) {
    const file = await readUpload(request);
    if (!file) throw new DomainError('not-an-invoice-file');
    const receipt = await this.service.receive(actor, file);
    if (receipt.ok) return { ids: receipt.ids };
    const issues = issuesOfList(receipt.faults, this.translator(request.locale));
    throw new DomainError('not-an-invoice-file', {}, issues);
  }

  @Get(':id/file')
  @Allow('coordinator', 'finance')
  @Operation({
    summary: 'Geeft het bestand zoals het binnenkwam',
    answer: null,
    download: { type: 'application/octet-stream', description: 'De e-factuur of de CSV-lijst.' },
  })
  async file(
    @Res() reply: WebReply,
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) receivedId: string,
  ) {
    const { mediaType, content } = await this.queries.file(actor, receivedId);
    return reply.type(mediaType).header('cache-control', 'no-store').send(content);
  }

  @Post(':id/booking')
  @HttpCode(201)
  @Operation({
    summary: 'Boekt een ontvangen factuur op een verplichting of een post, of een creditnota op een factuur',
    answer: z.object({ id: id.describe('De boeking.') }),
    status: 201,
  })
  async book(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) receivedId: string,
    @Body({ schema: bookingInput }) sent: z.infer<typeof bookingInput>,
  ) {
    switch (sent.on) {
      case 'commitment': {
        const { on: _on, ...told } = sent;
        return { id: await this.service.bookOnCommitment(actor, receivedId, told) };
      }
      case 'grant-line': {
        const { on: _on, grantLineId, municipalityId, ...told } = sent;
        const budget = { grantLineId, municipalityId };
        return { id: await this.service.bookAsCost(actor, receivedId, budget, told) };
      }
      case 'invoice': {
        const { invoiceId, reason } = sent;
        return { id: await this.service.bookCreditNote(actor, receivedId, { invoiceId, reason }) };
      }
    }
  }

  @Post(':id/setting-aside')
  @HttpCode(204)
  @Operation({ summary: 'Zet een ontvangen factuur opzij, met de reden', answer: null, status: 204 })
  async setAside(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) receivedId: string,
    @Body({ schema: setAsideInput }) { reason }: z.infer<typeof setAsideInput>,
  ) {
    await this.service.setAside(actor, receivedId, reason);
  }

  @Post(':id/taking-up')
  @HttpCode(204)
  @Operation({ summary: 'Laat een opzijgezette factuur weer wachten', answer: null, status: 204 })
  async takeUp(@CurrentActor() actor: Actor, @Param('id', { schema: id }) receivedId: string) {
    await this.service.takeUp(actor, receivedId);
  }
}

const itemOf = (row: ReceivedRow) => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  supplier: row.supplier,
  invoiceNumber: row.invoiceNumber,
  invoiceDate: row.invoiceDate,
  amountCents: Number(row.amountCents),
  vatTreatment: row.vatTreatment,
  deliveredOn: row.deliveredOn,
  about: row.about,
  credits: row.credits,
  setAsideReason: row.setAsideReason,
  realisationId: row.realisationId,
  receivedAt: row.receivedAt.toISOString(),
});
