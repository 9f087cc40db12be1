import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { Clock } from '../platform/clock.js';
import { ForecastQueries } from '../grants/forecast.queries.js';
import { Pages, type Page } from '../platform/web/pages.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import type { Actor, Role } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { administratorHome } from './administrator-home.pages.js';
import { AdministratorHomeQueries } from './administrator-home.queries.js';
import { contactHome } from './contact-home.pages.js';
import { ContactHomeQueries } from './contact-home.queries.js';
import { coordinatorHome } from './coordinator-home.pages.js';
import { CoordinatorHomeQueries } from './coordinator-home.queries.js';
import { financeHome } from './finance-home.pages.js';
import { FinanceHomeQueries } from './finance-home.queries.js';
import { leftOverLines, type LeftOver } from './left-over.pages.js';
import type { Overview, Reader } from './overview.pages.js';
import { professionalHome } from './professional-home.pages.js';
import { ProfessionalHomeQueries } from './professional-home.queries.js';
import { trainerHome } from './trainer-home.pages.js';
import { TrainerHomeQueries } from './trainer-home.queries.js';

const READS_FIGURES: readonly Role[] = ['coordinator', 'contact', 'finance'];

/** The first page: for each role an answer to its first question, for visitors what Leerlijn is. */
@Controller()
@AllowEveryone()
export class HomeController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CoordinatorHomeQueries) private readonly coordinator: CoordinatorHomeQueries,
    @Inject(ContactHomeQueries) private readonly contact: ContactHomeQueries,
    @Inject(TrainerHomeQueries) private readonly trainer: TrainerHomeQueries,
    @Inject(ProfessionalHomeQueries) private readonly professional: ProfessionalHomeQueries,
    @Inject(FinanceHomeQueries) private readonly finance: FinanceHomeQueries,
    @Inject(ForecastQueries) private readonly forecasts: ForecastQueries,
    @Inject(AdministratorHomeQueries) private readonly administrator: AdministratorHomeQueries,
  ) {}

  @Get()
  async show(@Req() request: WebRequest, @Res() reply: WebReply) {
    const t = this.pages.translate(request);
    const { actor, locale } = request;
    const page: Page =
      actor === null || actor.role === 'system'
        ? { view: 'home/welcome', title: t('home.welcome.title'), model: {} }
        : {
            view: actor.role === 'finance' ? 'home/finance' : 'home/overview',
            title: t('home.title', { name: actor.name }),
            model: {
              ...(await this.overviews[actor.role](actor, { t, locale })),
              figuresHref: READS_FIGURES.includes(actor.role) ? '/council-reports/now' : null,
            },
          };
    return this.pages.send(request, reply, page);
  }

  /** The lines of this year of which much is likely to be left over while there is time to use it. */
  private async leftOver(actor: Actor): Promise<LeftOver[]> {
    const today = localDateOf(this.clock.now());
    return leftOverLines(await this.forecasts.ofYear(actor, Number(today.slice(0, 4))), today);
  }

  private readonly overviews: Readonly<Record<Role, (actor: Actor, reader: Reader) => Promise<Overview>>> = {
    coordinator: async (actor, reader) =>
      coordinatorHome(
        {
          sessions: await this.coordinator.going(actor),
          failed: await this.coordinator.failedMessages(actor),
          hasCourses: await this.coordinator.hasCourses(actor),
          leftOver: await this.leftOver(actor),
        },
        this.clock.now(),
        reader,
      ),
    contact: async (actor, reader) =>
      contactHome(
        await this.contact.figures(actor),
        await this.contact.comingPlaces(actor),
        await this.contact.untrained(actor),
        await this.contact.allotments(actor),
        reader,
      ),
    trainer: async (actor, reader) => trainerHome(await this.trainer.parts(actor), this.clock.now(), reader),
    professional: async (actor, reader) =>
      professionalHome(
        await this.professional.comingParts(actor),
        {
          certificates: await this.professional.certificates(actor),
          waits: await this.professional.waits(actor),
        },
        reader,
      ),
    finance: async (actor, reader) =>
      financeHome(
        {
          lines: await this.finance.lines(actor),
          toInvoice: await this.finance.toInvoice(actor),
          toAccount: await this.finance.toAccount(actor),
          overspent: await this.finance.overspent(actor),
          received: await this.finance.received(actor),
          leftOver: await this.leftOver(actor),
        },
        reader,
      ),
    administrator: async (actor, reader) =>
      administratorHome(
        await this.administrator.running(actor),
        await this.administrator.lastSignIns(actor),
        this.clock.now(),
        reader,
      ),
  };
}
