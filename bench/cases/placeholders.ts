/**
 * What stands in a played call for what each case made of it has of its own. In small letters it means the same in
 * small letters, as in the text that is searched.
 */
export const placeholders = {
  name: '@NAME@',
  contact: '@CONTACT@',
  account: '@ACCOUNT@',
  device: '@DEVICE@',
  agent: '@AGENT@',
  colleague: '@COLLEAGUE@',
  detail: '@DETAIL@',
} as const;

/** What a case has of its own. `agent` and `colleague` are two people. */
export type Own = Readonly<Record<keyof typeof placeholders, string>>;

/** When every played call begins. */
export const beginningOfAll = Date.parse('2000-01-01T00:00:00.000Z');
