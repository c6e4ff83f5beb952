/** What a field of generic JSON can be. */
export const fieldKinds = ['nodes', 'edges', 'id', 'text', 'kind', 'from', 'to', 'label'] as const;

/** Which field of a JSON file is what; a dot leads into an object, as in `data.label`. */
export type FieldNames = Partial<Readonly<Record<(typeof fieldKinds)[number], string>>>;
