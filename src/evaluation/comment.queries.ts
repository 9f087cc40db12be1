import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { Bilingual, Moment } from './question.rules.js';

/** What someone wrote; nothing tells who, of which group or when. */
export interface CommentRow {
  readonly id: string;
  readonly course: string;
  readonly moment: Moment;
  readonly question: Bilingual;
  readonly text: string;
}

const SELECT = `k.id, c.title course, k.moment, json_build_object('nl', x.text_nl, 'en', x.text_en) question, k.text`;
const FROM = `from evaluation_comment k join course c on c.id = k.course_id
  join evaluation_question x on x.region_id = k.region_id and x.key = k.question_key where k.is_counted`;

@Injectable()
export class CommentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The comments of a course, or of all of them, in an order that tells nothing: that of their random ids. */
  comments(
    actor: Actor,
    courseId: string | null,
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<CommentRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<CommentRow>(
        tx,
        {
          ...{ select: SELECT, from: `${FROM} and ($1::uuid is null or k.course_id = $1)` },
          ...{ orderBy: 'k.id', params: [courseId] },
        },
        slice,
      ),
    );
  }

  /** @throws DomainError 'not-found' */
  async comment(actor: Actor, id: string): Promise<CommentRow> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<CommentRow[]>(`select ${SELECT} ${FROM} and k.id = $1`, [id]),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }
}
