import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { proofOf } from '../../platform/signing/data-integrity.js';
import { BadgeKeys } from './badge-keys.service.js';
import { contexts } from './contexts.js';
import { secretOf } from './made-key.js';
import { issuerDocument, jwkAddress, keyAddress, publicationOf } from './publication.rules.js';
import { PublishedBadgesQueries, type IssuerRow } from './published-badges.queries.js';
import { LIST_LENGTH, statusBits, unsignedStatusList } from './status-list.rules.js';

const compressed = promisify(gzip);

/** What is published for whoever verifies a badge. Of all: DomainError 'not-found' for what was never made. */
@Injectable()
export class PublishedBadges {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(BadgeKeys) private readonly keys: BadgeKeys,
    @Inject(PublishedBadgesQueries) private readonly queries: PublishedBadgesQueries,
  ) {}

  async issuer(regionId: string): Promise<object> {
    const { publication, region } = await this.published(regionId);
    return issuerDocument(
      publication,
      region.keys.map(({ multikey }) => multikey),
    );
  }

  /** The keys of JWTs, as a JSON Web Key Set (RFC 7517). */
  async jwks(regionId: string): Promise<{ readonly keys: readonly object[] }> {
    const { publication, region } = await this.published(regionId);
    return {
      keys: region.keys.map(({ id, jwk }) => ({
        ...{ ...jwk, kid: jwkAddress(publication, id), alg: 'RS256', use: 'sig' },
      })),
    };
  }

  async jwk(regionId: string, keyId: string): Promise<object> {
    const { publication } = await this.published(regionId);
    const { keys } = await this.jwks(regionId);
    const kid = jwkAddress(publication, keyId);
    const jwk = keys.find((key) => 'kid' in key && key.kid === kid);
    if (!jwk) throw new DomainError('not-found');
    return jwk;
  }

  /** Which badges no longer count, as a credential that is signed at this moment. */
  async statusList(regionId: string, list: number): Promise<object> {
    const { publication } = await this.published(regionId);
    const places = await this.queries.places(regionId, list);
    if (places.next <= list * LIST_LENGTH) throw new DomainError('not-found');
    const key = await this.keys.keyInUse(regionId);
    const encoded = `u${(await compressed(statusBits(list, places))).toString('base64url')}`;
    const unsigned = unsignedStatusList(list, encoded, publication, key.madeAt);
    const by = { secret: secretOf(key.ed25519), key: keyAddress(publication, key.multikey), contexts };
    return { ...unsigned, proof: await proofOf(unsigned, by, this.clock.now()) };
  }

  private async published(regionId: string) {
    const region: IssuerRow | null = await this.queries.issuer(regionId);
    if (!region) throw new DomainError('not-found');
    return { region, publication: publicationOf(this.config.publicUrl, region) };
  }
}
