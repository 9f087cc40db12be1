import { newId } from '../../src/shared/ids.js';
import type { TestApp } from './app.js';
import { createTaughtSession, createTrainer, seat, type SeatedProfessional } from './attendance.js';
import { apiClient, signIn, type ApiClient, type Client } from './client.js';
import { createGrant, type TestGrant } from './grants.js';
import { createAccount, createRegion, createSession, type TestRegion } from './region.js';
import { ubl } from './ubl.js';
import { uploadFile } from './upload.js';

/** A title that would leave its folder, run as a formula, or break a page, an archive or Windows. */
export const HOSTILE = `../../../etc/passwd\\..\\CON: <script>"Щука & Δ"</script> =1+1 | ? * ${'ž'.repeat(200)}`;
export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
export const PDF = Buffer.from('%PDF-1.4\nGetekend\n');
export const LETTER = Buffer.from('%PDF-1.4\nBeschikking\n');
export const REMARK = 'Deed alleen het ochtenddeel mee.';
export const E_INVOICE = ubl({ number: 'ROR/2026:0117', item: 'Ünïcødé € training' });
export const TYPED = 'TYPED-1';

/**
 * A region with a year of everything: a training that was given, closed and invoiced by an e-invoice, with two signed
 * sheets; one with a hostile title that is only invoiced; an order; a cost for which nothing was reserved; decisions;
 * and another grant beside it.
 */
export class EvidenceWorld {
  region!: TestRegion;
  grant!: TestGrant;
  other!: TestGrant;
  coordinator!: Client;
  finance!: Client;
  planner!: ApiClient;
  books!: ApiClient;
  given!: string;
  hostile!: string;
  noor!: SeatedProfessional;

  private constructor(private readonly app: TestApp) {}

  static async make(app: TestApp): Promise<EvidenceWorld> {
    const world = new EvidenceWorld(app);
    app.clock.set('2026-10-01T08:00:00Z');
    world.region = await createRegion(app.database);
    const budgets = { basic: { Almere: 5_000_000, Dronten: 5_000_000 }, network: { Almere: 2_000_000 } };
    world.grant = await createGrant(app.database, world.region, { decision: 'B/2026 é', ...budgets });
    world.other = await createGrant(app.database, world.region, { decision: 'C-2026', ...budgets });
    await world.signIn();
    await world.decide();
    await world.planTrainings();
    app.clock.set('2026-11-20T15:00:00Z');
    await world.signIn();
    await world.giveTraining();
    await world.receiveInvoices();
    return world;
  }

  /** The same people again: a sign-in does not last as long as the story. */
  async signIn(): Promise<void> {
    const { app, region } = this;
    const coordinator = await createAccount(app.database, region, 'coordinator');
    const finance = await createAccount(app.database, region, 'finance', { name: 'Fin Voorbeeld' });
    this.coordinator = await signIn(app, coordinator.email);
    this.finance = await signIn(app, finance.email);
    this.planner = await apiClient(app, region.id, coordinator.id);
    this.books = await apiClient(app, region.id, finance.id);
  }

  page(more = '', grant = this.grant, year = 2026): string {
    return `/accountability/${year}/grants/${grant.id}/evidence${more}`;
  }

  private async decide(): Promise<void> {
    const decided = { decidedOn: '2026-09-10', reason: 'Zo besloten.' };
    const amended = await this.books.post(`/grants/${this.grant.id}/amendments`, {
      ...{ ...decided, reference: 'W/1', amountCents: 13_000_000 },
    });
    const at = (town: 'Almere' | 'Dronten') => ({
      grantLineId: this.grant.lines.basic,
      municipalityId: this.region.municipalities[town],
    });
    await this.books.post(`/grants/${this.grant.id}/shifts`, {
      ...{ ...decided, reference: 'Overleg', from: at('Dronten'), to: at('Almere'), amountCents: 5_000 },
    });
    await uploadFile(
      this.finance,
      `/grant-decisions/${String(amended.json()['id'])}/documents`,
      '../brief.pdf',
      LETTER,
    );
  }

  private async planTrainings(): Promise<void> {
    const { app, region } = this;
    const { owner } = app.database;
    const trainerId = await createTrainer(app.database, region);
    const starts = ['2026-11-12 09:30', '2026-11-12 13:30'];
    ({ id: this.given } = await createTaughtSession(app.database, region, { starts, trainerId }));
    await owner.query("update session set status = 'open' where id = $1", [this.given]);
    this.noor = await seat(app.database, region, this.given, 'Almere', '=Noor Voorbeeld-Yıldız');
    await seat(app.database, region, this.given, 'Dronten', 'Sem Voorbeeld');
    await this.planner.post(`/sessions/${this.given}/sharing`, { key: 'enrolled' });
    const courseId = newId();
    await owner.query(
      `insert into course (id, region_id, code, title, level, day_parts, min_participants, max_participants, validity_months, provider_id, source)
       values ($1, $2, 'vreemd', $3, 'basic', 2, 1, 20, 24, $4, 'test')`,
      [courseId, region.id, HOSTILE, region.providerId],
    );
    this.hostile = await createSession(app.database, region, { courseId, date: '2026-10-14' });
    for (const session of [this.given, this.hostile])
      await this.planner.post(`/sessions/${session}/confirmation`);
  }

  private async giveTraining(): Promise<void> {
    const { coordinator, given } = this;
    await coordinator.post(`/sessions/${given}/attendance?part=1`, { rest: 'present' });
    await coordinator.post(`/sessions/${given}/attendance?part=2`, {
      rest: 'present',
      [this.noor.enrolmentId]: 'late',
    });
    await coordinator.post(`/enrolments/${this.noor.enrolmentId}/remark`, { text: REMARK });
    await uploadFile(coordinator, `/sessions/${given}/signed-sheets`, '../../één.png', PNG);
    await uploadFile(coordinator, `/sessions/${given}/signed-sheets`, 'CON.pdf', PDF);
    await coordinator.post(`/sessions/${given}/closure`);
    await this.app.work();
  }

  private async receiveInvoices(): Promise<void> {
    const { books, region, grant } = this;
    const budget = { grantLineId: grant.lines.network, municipalityId: region.municipalities.Almere };
    const received = await uploadFile(this.finance, '/received-invoices', 'factuur.xml', E_INVOICE);
    await this.finance.post(`${received.headers.get('location')}/commitment`, {
      ...{ proposed: await this.commitmentOf(this.given), vatTreatment: 'exempt', isFinal: 'on' },
    });
    await books.post('/realisations', {
      ...{ commitmentId: await this.commitmentOf(this.hostile), supplier: 'ROR', invoiceNumber: TYPED },
      ...{ invoiceDate: '2026-11-01', amountCents: 100_000, vatTreatment: 'exempt', isFinal: false },
    });
    const ordered = await books.post('/commitments/orders', {
      ...{ ...budget, supplier: 'Regie/..', description: '..\\Netwerk/regisseur', costDate: '2026-09-30' },
      amountCents: 300_000,
    });
    await books.post('/realisations', {
      ...{ commitmentId: ordered.json()['id'], supplier: 'Regie/..', invoiceNumber: 'R-1' },
      ...{ invoiceDate: '2026-10-01', amountCents: 300_000, vatTreatment: 'standard-21', isFinal: true },
    });
    const sent = ubl({ number: 'Z-9', supplier: 'Zaal BV', withoutVat: '80.00', withVat: '80.00' });
    const file = await uploadFile(this.finance, '/received-invoices', 'zaal.xml', sent);
    await this.finance.post(`${file.headers.get('location')}/cost`, {
      ...{ ...budget, costDate: '12-10-2026', vatTreatment: 'exempt' },
    });
    await books.post('/commitments/orders', {
      ...{ ...budget, grantLineId: this.other.lines.network, supplier: 'Elders', description: 'Anders' },
      ...{ costDate: '2026-09-30', amountCents: 1_234 },
    });
  }

  /** The commitment of a session. */
  private async commitmentOf(session: string): Promise<string> {
    const { rows } = await this.app.database.owner.query<{ id: string }>(
      'select id from commitment where session_id = $1',
      [session],
    );
    return rows[0]!.id;
  }
}
