/** The kinds of cause that a fault can have, for reports. */
export const faultCauses = [
  'hardware',
  'software',
  'settings',
  'network',
  'account',
  'service',
  'user-error',
  'environment',
  'security',
] as const;
