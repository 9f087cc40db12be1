import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { Account } from './account.entity.js';
import { AccountQueries } from './account.queries.js';
import { AccountService } from './account.service.js';
import { ActorQueries } from './actor.queries.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeyService } from './api-key.service.js';
import { PageEdgesController } from './page-edges.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignIn, SignInLink } from './sign-in.entity.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, ApiKey, SignIn, SignInLink])],
  controllers: [SignInController, PageEdgesController],
  providers: [AccessGuard, AccountQueries, AccountService, ActorQueries, ApiKeyService, SignInService],
  exports: [AccessGuard, AccountQueries, AccountService, ActorQueries, ApiKeyService, SignInService],
})
export class AccessModule {}
