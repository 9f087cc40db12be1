import { Module } from '@nestjs/common';
import { WordingQueries } from './wording.queries.js';
import { WordingService } from './wording.service.js';

@Module({ providers: [WordingQueries, WordingService], exports: [WordingQueries, WordingService] })
export class WordingModule {}
