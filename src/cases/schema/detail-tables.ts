/** The tables of details, each row of which is worked out from the events of a case; they are made anew as a whole. */
export const detailTables = ['faults', 'questions', 'steps', 'facts', 'sayings', 'agents'] as const;
