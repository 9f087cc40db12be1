import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import { readPasted } from './group-list.js';
import type { ListedPerson } from './group-list.rules.js';
import { matchPeople, type Matched } from './group-matching.rules.js';
import { GroupQueries } from './group.queries.js';

/** Who in the register the lines of a list are, as far as the actor may know. */
@Injectable()
export class GroupLists {
  constructor(@Inject(GroupQueries) private readonly queries: GroupQueries) {}

  async matched(actor: Actor, people: readonly ListedPerson[]): Promise<Matched[]> {
    return matchPeople(people, await this.queries.named(actor, people));
  }

  /** The list as it was sent along with a page. @throws DomainError 'unreadable-body' */
  reread(actor: Actor, text: string): Promise<Matched[]> {
    const read = readPasted(text);
    if (!read.ok) throw new DomainError('unreadable-body');
    return this.matched(actor, read.people);
  }

  /** People who were chosen in the register; those of whom the actor may not know are left out. */
  async chosen(actor: Actor, rows: readonly { id: string; line: number }[]): Promise<Matched[]> {
    const lines = new Map(rows.map(({ id, line }) => [id, line]));
    const people = await this.queries.people(actor, [...lines.keys()]);
    return people.map((person) => ({
      ...{ kind: 'person', person, line: lines.get(person.id)!, written: person.email },
    }));
  }
}
