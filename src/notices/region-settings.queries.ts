import type { Tx } from '../platform/database/database.js';
import {
  defaultSetting,
  noticeKinds,
  type NoticeKind,
  type NoticeSetting,
  type NoticeSettings,
} from './notices.rules.js';

/** What a region says of every kind of notice; the version goes up with every change. */
export interface RegionSettings {
  readonly settings: NoticeSettings;
  readonly version: number;
}

type Row = NoticeSetting & { readonly kind: NoticeKind; readonly version: number };

/** What a region says of notices: the defaults, where it has said nothing else. */
export async function regionSettings(tx: Tx, regionId: string): Promise<RegionSettings> {
  const rows = await tx.query<Row[]>(
    'select kind, is_on "isOn", lead_days "leadDays", version from notice_setting where region_id = $1',
    [regionId],
  );
  const said = new Map(rows.map(({ kind, isOn, leadDays }) => [kind, { isOn, leadDays }]));
  return {
    settings: Object.fromEntries(
      noticeKinds.map((kind) => [kind, said.get(kind) ?? defaultSetting(kind)]),
    ) as Record<NoticeKind, NoticeSetting>,
    version: rows.reduce((total, { version }) => total + version, 1),
  };
}
