import { Inject, Injectable } from '@nestjs/common';
import { AccountService } from '../access/account.service.js';
import { EarlierCertificates } from '../certificates/earlier-certificates.service.js';
import { CourseService } from '../courses/course.service.js';
import { ProviderService } from '../courses/provider.service.js';
import { CurriculumService } from '../curriculum/curriculum.service.js';
import { ActivityRegisterService } from '../grants/activity-register.service.js';
import { GrantRegisterService } from '../grants/grant-register.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { ProfessionalService } from '../people/professional.service.js';
import { RegionService } from '../people/region.service.js';
import { TrainingHistoryService } from '../reports/training-history.service.js';
import { SchoolHolidayService } from '../sessions/school-holiday.service.js';
import { TrainerService } from '../sessions/trainers/trainer.service.js';
import { VenueService } from '../sessions/venues/venue.service.js';
import { importKindNames } from './import-kind-names.rules.js';
import type { ImportKind } from './import-kind.js';
import { accountKind } from './kinds/accounts.kinds.js';
import { certificateKind } from './kinds/certificates.kinds.js';
import { courseKinds } from './kinds/courses.kinds.js';
import { curriculumKind } from './kinds/curricula.kinds.js';
import { grantKinds } from './kinds/grants.kinds.js';
import { peopleKinds } from './kinds/people.kinds.js';
import { schoolHolidayKind } from './kinds/school-holidays.kinds.js';

/** Every kind of file that can be imported, in the order in which they depend on each other. */
@Injectable()
export class ImportKinds {
  readonly all: readonly ImportKind[];

  constructor(
    @Inject(AccountService) accounts: AccountService,
    @Inject(RegionService) regions: RegionService,
    @Inject(OrganisationService) organisations: OrganisationService,
    @Inject(ProfessionalService) professionals: ProfessionalService,
    @Inject(ProviderService) providers: ProviderService,
    @Inject(CourseService) courses: CourseService,
    @Inject(CurriculumService) curricula: CurriculumService,
    @Inject(TrainerService) trainers: TrainerService,
    @Inject(VenueService) venues: VenueService,
    @Inject(SchoolHolidayService) schoolHolidays: SchoolHolidayService,
    @Inject(GrantRegisterService) grants: GrantRegisterService,
    @Inject(ActivityRegisterService) activities: ActivityRegisterService,
    @Inject(TrainingHistoryService) history: TrainingHistoryService,
    @Inject(EarlierCertificates) certificates: EarlierCertificates,
  ) {
    const kinds = [
      ...peopleKinds(regions, organisations, professionals),
      ...courseKinds(providers, courses, trainers, venues),
      curriculumKind(curricula),
      schoolHolidayKind(schoolHolidays),
      ...grantKinds(grants, activities, history),
      certificateKind(certificates),
      accountKind(accounts),
    ];
    this.all = importKindNames.map((name) => kinds.find((kind) => kind.name === name)!);
  }
}
