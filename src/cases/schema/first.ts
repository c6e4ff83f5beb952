import { type Kysely, type Migration, sql } from 'kysely';
import type { Database } from '../drivers/database.js';
import { addReportIndexes } from './report-indexes.js';

/** The tables with which the store began. */
export function first(dialect: Database['dialect']): Migration {
  return { up: (db) => up(db, dialect) };
}

const text = 'text' as const;
const integer = 'integer' as const;

async function up(db: Kysely<unknown>, dialect: Database['dialect']): Promise<void> {
  const isSqlite = dialect === 'sqlite';
  // SQLite counts up only what it calls an integer, of whatever size. PostgreSQL's is small: a number that somebody has
  // mistyped would be an error and not a case that is not there.
  const numeric = isSqlite ? integer : 'bigint';
  await db.schema
    .createTable('cases')
    .addColumn('number', numeric, (column) =>
      isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedByDefaultAsIdentity(),
    )
    .addColumn('id', text, (column) => column.notNull().unique())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('tree', text, (column) => column.notNull())
    .addColumn('knowledge', text, (column) => column.notNull())
    .addColumn('started', text)
    .addColumn('words', text)
    .addColumn('agent', text)
    .addColumn('first_caller', text)
    .addColumn('first_channel', text)
    .addColumn('begun', text, (column) => column.notNull())
    .addColumn('changed', text, (column) => column.notNull())
    .addColumn('last_agent', text)
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('caller', text)
    .addColumn('contact', text)
    .addColumn('account', text)
    .addColumn('device', text)
    .addColumn('agent_key', text)
    .addColumn('caller_key', text)
    .addColumn('contact_key', text)
    .addColumn('account_key', text)
    .addColumn('device_key', text)
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('situation', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('fault', text)
    .addColumn('desk', text)
    .addColumn('issue', text)
    .addColumn('reason', text)
    .addColumn('call_back', text)
    .addColumn('satisfaction', integer)
    .addColumn('took', 'bigint', (column) => column.notNull())
    .addColumn('holder', text)
    .addColumn('holder_name', text)
    .addColumn('held_since', 'bigint')
    .addColumn('held_until', 'bigint')
    .addColumn('detailed', integer, (column) => column.notNull())
    .addColumn('tree_version', text)
    .execute();
  const ofCase = (table: string, key: readonly string[]) => {
    const made = db.schema
      .createTable(table)
      .addColumn('case_number', numeric, (column) => column.notNull().references('cases.number').onDelete('cascade'))
      .addPrimaryKeyConstraint(`${table}_key`, ['case_number', ...key] as never);
    // The rows of a case lie together, and there is no index beside them that each event would have to be written to.
    return isSqlite && key.length > 0 ? made.modifyEnd(sql`without rowid`) : made;
  };
  await ofCase('events', ['sequence'])
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('at', text)
    .addColumn('event', text, (column) => column.notNull())
    .execute();
  await ofCase('texts', [])
    .addColumn('text', text, (column) => column.notNull())
    .execute();
  await ofCase('faults', ['tree', 'fault'])
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('tree', text, (column) => column.notNull())
    .addColumn('fault', text, (column) => column.notNull())
    .addColumn('tree_version', text, (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('mended', integer, (column) => column.notNull())
    .addColumn('took', 'bigint', (column) => column.notNull())
    .execute();
  await ofCase('questions', ['sequence'])
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('tree', text, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('tree_version', text, (column) => column.notNull())
    .addColumn('reply', text, (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('took', 'bigint', (column) => column.notNull())
    .addColumn('confused', integer, (column) => column.notNull())
    .execute();
  await ofCase('steps', ['sequence', 'step'])
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('tree', text, (column) => column.notNull())
    .addColumn('node', text, (column) => column.notNull())
    .addColumn('step', integer, (column) => column.notNull())
    .addColumn('tree_version', text, (column) => column.notNull())
    .addColumn('fault', text)
    .addColumn('procedure_id', text)
    .addColumn('result', text, (column) => column.notNull())
    .addColumn('why', text)
    .addColumn('took', 'bigint', (column) => column.notNull())
    .addColumn('confused', integer, (column) => column.notNull())
    .addColumn('solved', integer)
    .execute();
  await ofCase('facts', ['fact', 'value'])
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('personal', integer, (column) => column.notNull())
    .execute();
  await ofCase('sayings', ['sequence'])
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('said', text, (column) => column.notNull())
    .addColumn('question', text)
    .addColumn('chose', text)
    .addColumn('offered', integer, (column) => column.notNull())
    .addColumn('missed', text, (column) => column.notNull())
    .execute();
  await ofCase('agents', ['agent'])
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('agent', text, (column) => column.notNull())
    .addColumn('events', integer, (column) => column.notNull())
    .addColumn('took', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('links')
    .addColumn('one', numeric, (column) => column.notNull().references('cases.number').onDelete('cascade'))
    .addColumn('other', numeric, (column) => column.notNull().references('cases.number').onDelete('cascade'))
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('links_key', ['one', 'other'])
    .execute();
  await db.schema
    .createTable('knowledge')
    .addColumn('hash', text, (column) => column.primaryKey())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('stored', text, (column) => column.notNull())
    .addColumn('files', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('erasures')
    .addColumn('erasure', integer, (column) =>
      isSqlite ? column.primaryKey().autoIncrement() : column.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('why', text, (column) => column.notNull())
    .addColumn('cases', integer, (column) => column.notNull())
    .execute();
  await addIndexes(db);
  await addReportIndexes(db);
}

async function addIndexes(db: Kysely<unknown>): Promise<void> {
  const indexes = [
    ['cases', 'begun'],
    ['cases', 'outcome', 'call_back'],
    ['cases', 'caller_key'],
    ['cases', 'contact_key'],
    ['cases', 'account_key'],
    ['cases', 'device_key'],
    ['links', 'other'],
  ] as const;
  for (const [table, ...columns] of indexes) {
    await db.schema
      .createIndex(`${table}_by_${columns.join('_')}`)
      .on(table)
      .columns([...columns])
      .execute();
  }
}
