import { Module } from '@nestjs/common';
import { GrantsModule } from '../grants/grants.module.js';
import { AdministratorHomeQueries } from './administrator-home.queries.js';
import { ContactHomeQueries } from './contact-home.queries.js';
import { CoordinatorHomeQueries } from './coordinator-home.queries.js';
import { FinanceHomeQueries } from './finance-home.queries.js';
import { HomeController } from './home.controller.js';
import { ProfessionalHomeQueries } from './professional-home.queries.js';
import { StatementsController } from './statements.controller.js';
import { TrainerHomeQueries } from './trainer-home.queries.js';

/** The first page of each role, and the statements that stand under every page. */
@Module({
  imports: [GrantsModule],
  controllers: [HomeController, StatementsController],
  providers: [
    AdministratorHomeQueries,
    ContactHomeQueries,
    CoordinatorHomeQueries,
    FinanceHomeQueries,
    ProfessionalHomeQueries,
    TrainerHomeQueries,
  ],
})
export class HomeModule {}
