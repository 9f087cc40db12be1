import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, CurrentActor } from '../access/allow.decorator.js';
import { Operation } from '../platform/web/operation.js';
import type { Actor } from '../shared/actor.js';
import { Archive } from './archive.service.js';

const id = z.uuid();

@Controller('api/v1')
@Allow('coordinator')
export class ArchiveApi {
  constructor(@Inject(Archive) private readonly archive: Archive) {}

  @Post('trainers/:id/archive')
  @HttpCode(204)
  @Operation({
    summary: 'Archiveert een trainer; wordt geweigerd zolang er nog iets gepland is',
    answer: null,
    status: 204,
  })
  async archiveTrainer(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.archive(actor, 'trainer', of);
  }

  @Post('trainers/:id/restoration')
  @HttpCode(204)
  @Operation({ summary: 'Neemt een trainer weer in gebruik', answer: null, status: 204 })
  async restoreTrainer(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.restore(actor, 'trainer', of);
  }

  @Post('venues/:id/archive')
  @HttpCode(204)
  @Operation({
    summary: 'Archiveert een locatie, met haar zalen; wordt geweigerd zolang er nog iets gepland is',
    answer: null,
    status: 204,
  })
  async archiveVenue(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.archive(actor, 'venue', of);
  }

  @Post('venues/:id/restoration')
  @HttpCode(204)
  @Operation({ summary: 'Neemt een locatie, met haar zalen weer in gebruik', answer: null, status: 204 })
  async restoreVenue(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.restore(actor, 'venue', of);
  }

  @Post('rooms/:id/archive')
  @HttpCode(204)
  @Operation({
    summary: 'Archiveert een zaal; wordt geweigerd zolang er nog iets gepland is',
    answer: null,
    status: 204,
  })
  async archiveRoom(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.archive(actor, 'room', of);
  }

  @Post('rooms/:id/restoration')
  @HttpCode(204)
  @Operation({ summary: 'Neemt een zaal weer in gebruik', answer: null, status: 204 })
  async restoreRoom(@CurrentActor() actor: Actor, @Param('id', { schema: id }) of: string) {
    await this.archive.restore(actor, 'room', of);
  }
}
