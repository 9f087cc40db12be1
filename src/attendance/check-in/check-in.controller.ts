import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, AllowEveryone, CurrentActor } from '../../access/allow.decorator.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { publicFolder, readAssets } from '../../platform/web/assets.js';
import { Pages } from '../../platform/web/pages.js';
import type { WebReply, WebRequest } from '../../platform/web/request.js';
import type { Actor } from '../../shared/actor.js';
import { localDateOf } from '../../shared/local-date.js';
import { deviceInput, devicePage, sentSighting } from './check-in.pages.js';
import { CheckInService, type SightingAnswer } from './check-in.service.js';
import { EntryService } from './entry.service.js';

/** The address below which the page works without network. */
const SCOPE = '/check-in';

/** Checking people in with a phone or laptop at the door, also without network. */
@Controller('check-in')
export class CheckInController {
  private readonly assets = readAssets(publicFolder);

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EntryService) private readonly entries: EntryService,
    @Inject(CheckInService) private readonly door: CheckInService,
  ) {}

  /** The same for everyone and without anyone's data, because the device keeps it as it is. */
  @Get()
  @AllowEveryone()
  show(@Req() request: WebRequest, @Res() reply: WebReply) {
    return this.pages.sendAlone(request, reply, this.page(request));
  }

  @Get('service-worker.js')
  @AllowEveryone()
  serviceWorker(@Req() request: WebRequest, @Res() reply: WebReply) {
    const { css, icon, deviceScripts } = this.assets;
    const scripts = deviceScripts.names.map((name) => `${deviceScripts.folder}/${name}`);
    const files = [SCOPE, `${SCOPE}/manifest.webmanifest`, css, icon, ...scripts];
    const page = this.pages.renderAlone(request, this.page(request));
    const version = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 12);
    const file = join(publicFolder, basename(deviceScripts.folder), 'service-worker.js');
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', SCOPE)
      .send(
        `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n${readFileSync(file, 'utf8')}`,
      );
  }

  @Get('manifest.webmanifest')
  @AllowEveryone()
  manifest(@Req() request: WebRequest, @Res() reply: WebReply) {
    const t = this.pages.translate(request);
    return reply.type('application/manifest+json; charset=utf-8').send(
      JSON.stringify({
        name: t('check-in.device.name'),
        short_name: t('check-in.device.shortName'),
        lang: request.locale,
        start_url: SCOPE,
        scope: SCOPE,
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#174a6e',
        icons: [{ src: this.assets.icon, sizes: 'any', type: 'image/svg+xml' }],
      }),
    );
  }

  /** Today's lists, for this device and nobody else on the way. */
  @Get('lists')
  @Allow('coordinator', 'trainer')
  @Header('cache-control', 'no-store')
  async lists(@CurrentActor() actor: Actor) {
    const now = this.clock.now();
    const date = localDateOf(now);
    return { now: now.toISOString(), date, sessions: await this.entries.doorLists(actor, date) };
  }

  @Post('sightings')
  @HttpCode(200)
  @Allow('coordinator', 'trainer')
  async take(
    @CurrentActor() actor: Actor,
    @Body({ schema: deviceInput }) { sightings }: z.infer<typeof deviceInput>,
  ) {
    const answers: SightingAnswer[] = [];
    for (const sessionId of new Set(sightings.map((sighting) => sighting.sessionId))) {
      const own = sightings.filter((sighting) => sighting.sessionId === sessionId).map(sentSighting);
      answers.push(...(await this.answersOf(actor, sessionId, own)));
    }
    return { answers };
  }

  /** No answers for a session that this actor may not mark: the device keeps them for who may. */
  private async answersOf(
    actor: Actor,
    sessionId: string,
    sent: readonly ReturnType<typeof sentSighting>[],
  ): Promise<SightingAnswer[]> {
    try {
      return await this.door.checkIn(actor, sessionId, sent);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error;
      return [];
    }
  }

  private page(request: WebRequest) {
    const { css, icon, deviceScripts } = this.assets;
    const t = this.pages.translate(request);
    const files = { css, icon, script: `${deviceScripts.folder}/device.js` };
    return { view: 'check-in/device', title: t('check-in.device.name'), model: devicePage(files, t) };
  }
}
